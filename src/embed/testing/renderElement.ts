import { within } from '@testing-library/react';
import { onTestFinished, vi } from 'vitest';
import { SECRET } from '../../checkout/testing/createTestCheckout.ts';
import { passTime, stopClock } from '../../react/testing/clock.ts';
import { type Answer, createFakeGateway } from '../../react/testing/fakeGateway.ts';
import { fakeFrames } from '../../react/testing/frames.ts';
import '../define.ts';
import type {
  PaystepChangeEvent,
  PaystepCheckoutElement,
  PaystepErrorEvent,
  PaystepFailureEvent,
  PaystepSuccessEvent,
} from '../index.ts';

type PaystepEvent =
  | PaystepChangeEvent
  | PaystepSuccessEvent
  | PaystepFailureEvent
  | PaystepErrorEvent;

export const PK = 'pk_test_1';

const TYPES = ['paystep-change', 'paystep-success', 'paystep-failure', 'paystep-error'] as const;

/** A shop's page without a checkout as yet, and a gateway on its network. */
export function openShop(first: Answer) {
  const user = stopClock();
  fakeFrames();
  const gateway = createFakeGateway(first);
  vi.stubGlobal('fetch', gateway.fetch);
  const events: PaystepEvent[] = [];
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  for (const type of TYPES) {
    document.addEventListener(type, (event) => events.push(event as PaystepEvent), stop);
  }
  return {
    user,
    reads: gateway.reads,
    sent: gateway.sent,
    confirmWith: gateway.confirmWith,
    setAnswer: gateway.setAnswer,
    /** What has come up to the document. */
    events,
    eventLog: () => events.map(({ type, detail }) => `${type.slice(8)} ${detail.phase}`),
    async answerNext(answer: Answer) {
      const before = gateway.reads.length;
      gateway.setAnswer(answer);
      window.dispatchEvent(new Event('online'));
      await settle();
      // What comes sooner than a second after the one before is read then.
      if (gateway.reads.length === before) await passTime(1_000);
    },
  };
}

/** The element as a shop writes it, with these attributes changed; null for none. */
export function createElement(attributes: Readonly<Record<string, string | null>> = {}) {
  const element = document.createElement('paystep-checkout');
  const all = { gateway: 'stripe', 'publishable-key': PK, 'client-secret': SECRET, ...attributes };
  for (const [name, value] of Object.entries(all)) {
    if (value !== null) element.setAttribute(name, value);
  }
  return element;
}

/** A shop's page with the element on it, up to the gateway's first answer. */
export async function place(
  first: Answer,
  attributes: Readonly<Record<string, string | null>> = {},
) {
  const shop = openShop(first);
  const element = createElement(attributes);
  document.body.append(element);
  await settle();
  return { ...shop, element };
}

/** Lets a change of the element arrive: first in its components and its language, then from the gateway. */
export async function settle(): Promise<void> {
  await passTime();
  await vi.dynamicImportSettled();
  await passTime();
}

/** What is inside the element. */
export function inside(element: PaystepCheckoutElement) {
  return within(element.shadowRoot as unknown as HTMLElement);
}

export function headingOf(element: PaystepCheckoutElement): string | null {
  return inside(element).getByRole('heading').textContent;
}
