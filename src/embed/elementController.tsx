import { createRoot, type Root } from 'react-dom/client';
import { checkElement } from '#checkElement';
import { loadViews, placeAssets } from '#useLazyViews';
import { type CheckoutCallbacks, type CheckoutState, createReporter } from '../checkout/index.ts';
import { SECRET_WAIT_MS } from '../checkout/optionCheckInput.ts';
import { LOADING } from '../react/usePoller.ts';
import { ElementView } from './ElementView.tsx';
import { createElementPoller } from './elementPoller.ts';
import {
  detailOf,
  PaystepChangeEvent,
  PaystepErrorEvent,
  PaystepFailureEvent,
  PaystepSuccessEvent,
} from './events.ts';
import {
  attributeOf,
  type ElementOptions,
  isForForm,
  type KnownOptions,
  PROPERTIES,
  readOptions,
  STRING_OR_OBJECT_OPTIONS,
} from './options.ts';
import { adoptStyles } from './styles.ts';

/** The options are checked for mistakes so long after a change. */
const CHECK_MS = 1_000;

/** What the element says of itself. */
export const MIRRORED: readonly string[] = ['data-phase', 'data-step', 'data-status'];

export type ElementController = ReturnType<typeof createElementController>;

/**
 * All that a `<paystep-checkout>` does and remembers. In a closure, since Firefox 78 and Safari 14.0
 * have no private fields, and what stands in for those is larger and slower.
 */
export function createElementController(element: HTMLElement) {
  let root: Root | null = null;
  let isPending = false;
  let renderTimer: ReturnType<typeof setTimeout> | undefined;
  let checkTimer: ReturnType<typeof setTimeout> | undefined;
  let secretTimer: ReturnType<typeof setTimeout> | undefined;
  /** The options that are no attributes. */
  const values: Record<string, unknown> = {};
  let state: CheckoutState = LOADING;
  let report = createReport();
  const elementPoller = createElementPoller(schedule);

  /** Another payment: nothing of the last one's outcome counts any more. */
  function begin(): void {
    report = createReport();
    setState(LOADING);
  }

  /** Once for all changes of one turn; an element that is only moved stays alive. */
  function schedule(): void {
    if (isPending) return;
    isPending = true;
    queueMicrotask(() => {
      isPending = false;
      if (element.isConnected) update();
      else unmount();
    });
  }

  function update(): void {
    placeAssets(values.assetsBase, element.getAttribute('assets-base'));
    const options = readOptions(element, values);
    elementPoller.open(options);
    // It is on its way while the gateway answers.
    if (!root && isForForm(options)) void loadViews('form');
    const place = placeOf();
    clearTimeout(renderTimer);
    // The first render is a task of its own: with the script's start it would be a long one.
    if (root) render(root, options);
    else {
      renderTimer = setTimeout(() => {
        root = createRoot(place);
        render(root, options);
      });
    }
    clearTimeout(checkTimer);
    checkTimer = setTimeout(() => warnOfFaults(false), CHECK_MS);
  }

  /** Where to render: a place in the shadow root, since rendering clears the one that it is given. */
  function placeOf(): Element {
    const place = element.shadowRoot?.lastElementChild;
    if (place) return place;
    // A page that is kept as a copy (Turbo's) has the marks of what was, and no more of it.
    reflect();
    const shadow = element.attachShadow({ mode: 'open' });
    adoptStyles(shadow);
    return shadow.appendChild(document.createElement('div'));
  }

  function render(place: Root, options: KnownOptions): void {
    const { key, payment, poller } = elementPoller.getPayment();
    place.render(
      <ElementView key={key} options={options} payment={payment} poller={poller} report={report} />,
    );
  }

  /** For what the developer has mistaken, after what is to be seen first. */
  function warnOfFaults(isWaiting: boolean): void {
    if (element.isConnected) checkElement(element, readOptions(element, values), isWaiting);
  }

  function unmount(): void {
    for (const timer of [renderTimer, checkTimer, secretTimer]) clearTimeout(timer);
    root?.unmount();
    root = null;
    elementPoller.close();
  }

  function createReport() {
    return createReporter(() => (element.isConnected ? reactions() : {}));
  }

  function reactions(): CheckoutCallbacks {
    const { onChange, onSuccess, onFailure, onError } = values as ElementOptions;
    return {
      onChange: (next) => {
        setState(next);
        element.dispatchEvent(new PaystepChangeEvent(next));
        onChange?.(next);
      },
      onSuccess: (result) => {
        element.dispatchEvent(new PaystepSuccessEvent(state, result));
        onSuccess?.(result);
      },
      onFailure: (result) => {
        element.dispatchEvent(new PaystepFailureEvent(state, result));
        onFailure?.(result);
      },
      onError: (error) => {
        // A gateway out of reach was warned of at the first failure, with its URL.
        if (error.kind !== 'network') {
          console.error(
            error.message.startsWith('Paystep') ? error.message : `Paystep: ${error.message}`,
          );
        }
        element.dispatchEvent(new PaystepErrorEvent(state, error));
        onError?.(error);
      },
    };
  }

  function setState(next: CheckoutState): void {
    state = next;
    reflect();
  }

  /** The state as attributes of the element itself, for a shop's own styles and tests. */
  function reflect(): void {
    const { phase, step, status } = detailOf(state);
    for (const [name, value] of Object.entries({ phase, step, status })) {
      if (value === null) delete element.dataset[name];
      else element.dataset[name] = value;
    }
  }

  return {
    schedule,

    async refetch(): Promise<void> {
      await elementPoller.getPayment().poller.refetch('user');
    },

    getOption: (name: string): unknown =>
      values[name] ?? (name in PROPERTIES ? null : element.getAttribute(attributeOf(name))),

    /** A text goes into its attribute, and what only a property can hold takes it away. */
    setOption(name: string, value: unknown): void {
      const isNone = value === null || value === undefined;
      const isObject =
        name in PROPERTIES ||
        (typeof value === 'object' && STRING_OR_OBJECT_OPTIONS.includes(name));
      if (!isObject && !isNone) element.setAttribute(attributeOf(name), String(value));
      else if (!(name in PROPERTIES)) element.removeAttribute(attributeOf(name));
      delete values[name];
      if (isObject && !isNone) values[name] = value;
      schedule();
    },

    connect(): void {
      schedule();
      clearTimeout(secretTimer);
      secretTimer = setTimeout(() => warnOfFaults(true), SECRET_WAIT_MS);
    },

    changeAttribute(name: string, before: string | null, after: string | null): void {
      if (before === after) return;
      // A page that is made like its server's HTML (a DOM morph) takes away what that does not have.
      if (MIRRORED.includes(name)) {
        reflect();
        return;
      }
      const mixed = STRING_OR_OBJECT_OPTIONS.find((option) => attributeOf(option) === name);
      if (mixed && after !== null) delete values[mixed];
      if (name === 'client-secret') begin();
      schedule();
    },

    /** Reports the state once more, to the callbacks that are there now. */
    reportAgain(): void {
      begin();
      schedule();
    },
  };
}
