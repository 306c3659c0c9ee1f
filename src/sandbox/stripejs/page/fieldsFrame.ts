import type { ApiAnswer } from '../api.ts';
import { FIELDS_PATH } from '../fieldsPath.ts';
import type { ElementType, EntryCall, FrameSettings, FromFrame, ToFrame } from '../messages.ts';
import { randomName } from '../randomName.ts';

/** The titles of Stripe's own frames, by which shops' browser tests find them. */
const TITLES: Readonly<Record<ElementType, string>> = {
  card: 'Secure card payment input frame',
  cardNumber: 'Secure card number input frame',
  cardExpiry: 'Secure expiration date input frame',
  cardCvc: 'Secure CVC input frame',
  payment: 'Secure payment input frame',
};

/** The frame that holds the fields of one Element. The page speaks to it through a port. */
export interface FieldsFrame {
  readonly iframe: HTMLIFrameElement;
  send(message: ToFrame): void;
  call(call: EntryCall): Promise<ApiAnswer>;
  validate(): Promise<ApiAnswer>;
  /** Takes the frame out of the page. Answers that are still to come never arrive. */
  remove(): void;
}

interface FrameOptions {
  readonly settings: () => FrameSettings;
  readonly onMessage: (message: FromFrame) => void;
  /** The frame cannot be loaded, or is not the sandbox's. */
  readonly onLoadError: () => void;
}

/** How long the frame may take to say that it is there. Milliseconds. */
const PATIENCE = 15_000;

function createIframe(settings: FrameSettings): HTMLIFrameElement {
  const iframe = document.createElement('iframe');
  iframe.src = settings.access.base + FIELDS_PATH;
  iframe.title = TITLES[settings.type];
  // The form of Stripe's names, which shops' browser tests look for.
  iframe.name = `__privateStripeFrame${randomName().slice(0, 8)}`;
  Object.assign(iframe.style, {
    border: '0',
    display: 'block',
    width: '100%',
    height: '24px',
    // The frame is transparent, so that it has the page's background. Browsers draw one behind it
    // where the schemes of the two differ.
    colorScheme: 'light',
  });
  return iframe;
}

/** Makes a frame and puts it into the page. */
export function openFieldsFrame(
  place: HTMLElement,
  { onLoadError, onMessage, settings }: FrameOptions,
): FieldsFrame {
  const iframe = createIframe(settings());
  const answers = new Map<number, (answer: ApiAnswer) => void>();
  const pending: ToFrame[] = [];
  let port: MessagePort | null = null;
  let last = 0;

  function send(message: ToFrame): void {
    if (port) port.postMessage(message);
    else pending.push(message);
  }

  function receive({ data }: MessageEvent<FromFrame>): void {
    if (data.kind === 'answer') {
      answers.get(data.id)?.(data.answer);
      answers.delete(data.id);
      return;
    }
    if (data.kind === 'height') iframe.style.height = `${data.pixels}px`;
    if (data.kind === 'ready') clearTimeout(timer);
    onMessage(data);
  }

  function ask(message: (id: number) => ToFrame): Promise<ApiAnswer> {
    last += 1;
    const id = last;
    return new Promise((resolve) => {
      answers.set(id, resolve);
      send(message(id));
    });
  }

  const timer = setTimeout(onLoadError, PATIENCE);
  iframe.addEventListener('load', () => {
    port?.close();
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = receive;
    const current = settings();
    // Only the sandbox gets it: neither a page of another origin that the frame was led to, nor the
    // browser's own error page.
    iframe.contentWindow?.postMessage(
      { kind: 'paystep-connect', settings: current },
      new URL(current.access.base).origin,
      [channel.port2],
    );
    for (const message of pending.splice(0)) port.postMessage(message);
  });
  iframe.addEventListener('error', onLoadError);
  place.replaceChildren(iframe);

  return {
    iframe,
    send,
    call: (call) => ask((id) => ({ kind: 'call', id, call })),
    validate: () => ask((id) => ({ kind: 'validate', id })),
    remove() {
      clearTimeout(timer);
      port?.close();
      iframe.remove();
    },
  };
}
