import { isRecord, text } from '../intent/index.ts';
import type { Update } from './update.ts';

const INTENTS: readonly unknown[] = ['payment_intent', 'setup_intent'];

/** Nothing brings a payment back from these. */
const FINAL: readonly unknown[] = ['succeeded', 'canceled'];

/** An id, or the object that it names. */
const idOf = (value: unknown): string | null => text(isRecord(value) ? value.id : value);

/** The event in a body that the gateway has signed; null where it is none. */
export function parseEvent(body: Uint8Array): Record<string, unknown> | null {
  try {
    const event: unknown = JSON.parse(new TextDecoder().decode(body));
    return isRecord(event) && text(event.id) && text(event.type) ? event : null;
  } catch {
    return null;
  }
}

/**
 * What the pages of a payment have to be told of an event. It is about a PaymentIntent or a
 * SetupIntent, or about something that names one (a charge, a refund, a dispute, a Checkout
 * Session). Nobody waits for an intent that was only created.
 */
export function updateOf({ type, data }: Readonly<Record<string, unknown>>): Update | null {
  const object = isRecord(data) ? data.object : null;
  if (!isRecord(object) || /^(payment|setup)_intent\.created$/.test(String(type))) return null;
  const isIntent = INTENTS.includes(object.object);
  const intent = isIntent ? text(object.id) : idOf(object.payment_intent ?? object.setup_intent);
  if (intent === null) return null;
  return { intent, settled: isIntent && FINAL.includes(object.status) };
}
