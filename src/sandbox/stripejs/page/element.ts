import { isRecord } from '../../../intent/index.ts';
import type { JsonObject } from '../../base/json.ts';
import type { ApiAnswer } from '../api.ts';
import type { ElementType, EntryCall, EntryState, FrameSettings, FromFrame } from '../messages.ts';
import { type FieldsFrame, openFieldsFrame } from './fieldsFrame.ts';
import { classesOf, type HostState, showClasses } from './hostClasses.ts';
import { misuse } from './integrationError.ts';

type Handler = (event: object) => void;

/** What a page may do with an Element (docs.stripe.com/js, "The Element"). */
export interface StandInElement {
  mount(target: string | HTMLElement): void;
  unmount(): void;
  destroy(): void;
  update(options: JsonObject): void;
  focus(): void;
  blur(): void;
  clear(): void;
  collapse(): void;
  on(event: string, handler: Handler): StandInElement;
  once(event: string, handler: Handler): StandInElement;
  off(event: string, handler?: Handler): StandInElement;
}

/** What the stand-in itself knows of an Element. */
export interface ElementParts {
  readonly type: ElementType;
  readonly isMounted: () => boolean;
  /** The other Elements of its group that are on the page. */
  readonly siblings: () => readonly ElementType[];
  call(call: EntryCall): Promise<ApiAnswer>;
  validate(): Promise<ApiAnswer>;
  /** Has the frame go by what its group says now. */
  refresh(): void;
}

const PARTS = new WeakMap<object, ElementParts>();

/** The stand-in's side of an Element; undefined for anything else. */
export const partsOf = (value: unknown): ElementParts | undefined =>
  isRecord(value) ? PARTS.get(value) : undefined;

const EVENTS = [
  'ready',
  'change',
  'focus',
  'blur',
  'escape',
  'loaderror',
  'loaderstart',
  'networkschange',
  'savedpaymentmethodupdate',
  'savedpaymentmethodremove',
  'carddetailschange',
  'availablepaymentmethodschange',
] as const;

export interface ElementOptions {
  readonly type: ElementType;
  readonly options: JsonObject;
  /** All of the frame's settings but the Element's own. */
  readonly settings: () => Omit<FrameSettings, 'type' | 'options' | 'color'>;
  /** What has to be known before the fields can be shown. */
  readonly isReady: Promise<unknown>;
  readonly siblings: () => readonly ElementType[];
  readonly onDestroy: () => void;
}

function placeFor(target: string | HTMLElement): HTMLElement {
  const place = typeof target === 'string' ? document.querySelector(target) : target;
  if (place instanceof HTMLElement) return place;
  return misuse(
    typeof target === 'string'
      ? `element.mount: no element of the page matches ${target}. It has to be there before.`
      : 'element.mount needs a selector or an element of the page.',
  );
}

function checkEvent(event: unknown): void {
  if (EVENTS.some((each) => each === event)) return;
  misuse(`element.on: an Element has no event of this name. It has ${EVENTS.join(', ')}.`);
}

/** Creates an Element. It is shown once it is mounted. */
export function createElement(parameters: ElementOptions): StandInElement {
  const { isReady, onDestroy, settings, siblings, type } = parameters;
  const handlers = new Map<string, Set<Handler>>();
  let options = parameters.options;
  let frame: FieldsFrame | null = null;
  let place: HTMLElement | null = null;
  let mounts = 0;
  let isDestroyed = false;
  let host: HostState = {
    focus: false,
    empty: true,
    complete: false,
    invalid: false,
    autofill: false,
  };

  const emit = (name: string, more: object = {}) => {
    for (const handler of [...(handlers.get(name) ?? [])]) handler({ elementType: type, ...more });
  };

  const frameSettings = (): FrameSettings => ({
    ...settings(),
    type,
    options,
    color: place ? getComputedStyle(place).color : '',
  });

  function show(changes: Partial<HostState>): void {
    host = { ...host, ...changes };
    if (place) showClasses(place, classesOf(options.classes), host);
  }

  function changed({ autofilled, complete, empty, error, more }: EntryState): void {
    show({ empty, complete, invalid: error !== undefined, autofill: autofilled });
    emit('change', { empty, complete, error, ...more });
  }

  function receive(message: FromFrame): void {
    switch (message.kind) {
      case 'change':
        changed(message.state);
        break;
      case 'focus':
      case 'blur':
        show({ focus: message.kind === 'focus' });
        emit(message.kind);
        break;
      case 'ready':
      case 'escape':
        emit(message.kind);
        break;
      default:
    }
  }

  const loadError = () =>
    emit('loaderror', {
      error: {
        type: 'api_connection_error',
        message:
          'The fields cannot be loaded from the sandbox. Is it running, and does your policy (frame-src) allow it?',
      },
    });

  function unmount(): void {
    mounts += 1;
    frame?.remove();
    frame = null;
    if (place) showClasses(place, classesOf(options.classes), null);
    place = null;
  }

  function alive(call: string): void {
    if (isDestroyed) misuse(`element.${call}: the Element was destroyed. Create another one.`);
  }

  const element: StandInElement = {
    mount(target) {
      alive('mount');
      const next = placeFor(target);
      if (place === next && frame) return;
      unmount();
      place = next;
      const mount = mounts;
      show({ focus: false, empty: true, complete: false, invalid: false, autofill: false });
      const open = () => {
        if (mount !== mounts) return;
        frame = openFieldsFrame(next, {
          settings: frameSettings,
          onMessage: receive,
          onLoadError: loadError,
        });
        if (type === 'payment') emit('loaderstart');
      };
      isReady.then(open, (error) => {
        if (mount === mounts) emit('loaderror', { error });
      });
    },
    unmount() {
      alive('unmount');
      unmount();
    },
    destroy() {
      alive('destroy');
      unmount();
      isDestroyed = true;
      onDestroy();
    },
    update(changes) {
      alive('update');
      options = { ...options, ...changes };
      if (place) showClasses(place, classesOf(options.classes), host);
      frame?.send({ kind: 'settings', settings: frameSettings() });
    },
    focus: () => frame?.send({ kind: 'focus' }),
    blur: () => frame?.send({ kind: 'blur' }),
    clear: () => frame?.send({ kind: 'clear' }),
    collapse() {},
    on(event, handler) {
      checkEvent(event);
      handlers.set(event, (handlers.get(event) ?? new Set()).add(handler));
      return element;
    },
    once(event, handler) {
      const run: Handler = (detail) => {
        element.off(event, run);
        handler(detail);
      };
      return element.on(event, run);
    },
    off(event, handler) {
      checkEvent(event);
      if (handler) handlers.get(event)?.delete(handler);
      else handlers.delete(event);
      return element;
    },
  };

  /** The frame, for what needs one. */
  async function mounted(): Promise<FieldsFrame> {
    if (place) await isReady;
    if (frame) return frame;
    return misuse(
      `The Element "${type}" is not mounted yet. Mount it, and wait for its event "ready", before you pay with it.`,
    );
  }

  PARTS.set(element, {
    type,
    isMounted: () => place !== null,
    siblings,
    call: async (call) => (await mounted()).call(call),
    validate: async () => (await mounted()).validate(),
    refresh: () => frame?.send({ kind: 'settings', settings: frameSettings() }),
  });
  return element;
}
