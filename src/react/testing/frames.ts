import { fireEvent } from '@testing-library/react';

interface HappyWindow {
  readonly happyDOM: {
    readonly settings: {
      fetch: { interceptor: { beforeAsyncRequest(): Promise<Response> } | null };
    };
  };
}

/** Frames never load: without this the DOM of the tests asks the network for the bank's page. */
export function fakeFrames(): void {
  (window as unknown as HappyWindow).happyDOM.settings.fetch.interceptor = {
    beforeAsyncRequest: () => new Promise(() => {}),
  };
}

export interface FrameMessage {
  readonly source?: unknown;
  readonly origin?: string;
  readonly data?: unknown;
}

/** What a return page says; a test changes one thing of it. */
export function postMessageFrom({
  source,
  origin = location.origin,
  data = BACK,
}: FrameMessage): void {
  fireEvent(window, new MessageEvent('message', { source: source as Window, origin, data }));
}

const BACK = { paystep: 'return', intent: null };

export function onlyFrame(): HTMLIFrameElement {
  const [frame, ...others] = document.querySelectorAll('iframe');
  if (!frame || others.length > 0) throw new Error('There is not exactly one frame.');
  return frame;
}

/** What a browser says where the page's own Content-Security-Policy refuses a frame. */
export function blockFrames(violation: { readonly blockedURI: string }): void {
  const event = new Event('securitypolicyviolation', { bubbles: true });
  const told = { effectiveDirective: 'frame-src', disposition: 'enforce', ...violation };
  fireEvent(document, Object.assign(event, told));
}
