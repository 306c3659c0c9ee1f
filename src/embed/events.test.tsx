import { expect, it, vi } from 'vitest';
import {
  intent,
  intentWithAction,
  PAID,
  QR,
  SECRET,
} from '../checkout/testing/createTestCheckout.ts';
import { passTime } from '../react/testing/clock.ts';
import type { Answer } from '../react/testing/fakeGateway.ts';
import {
  PaystepChangeEvent,
  PaystepCheckoutElement,
  PaystepErrorEvent,
  PaystepFailureEvent,
  PaystepSuccessEvent,
} from './index.ts';
import { createElement, openShop, place, settle } from './testing/renderElement.ts';

const OF_QR = {
  phase: 'action',
  step: 'qr',
  status: 'requires_action',
  intentId: 'pi_1',
  connection: 'live',
};
const OF_PAID = {
  phase: 'succeeded',
  step: null,
  status: 'succeeded',
  intentId: 'pi_1',
  connection: 'live',
};
const FAILED = intent({
  status: 'requires_payment_method',
  last_payment_error: { code: 'card_declined', decline_code: 'lost_card', message: 'No.' },
});

it('tells the code and then the end, in details of their own', async () => {
  const { events, answerNext } = await place(QR);
  await answerNext(PAID);
  expect(events.map(({ type, detail }) => [type, detail])).toEqual([
    ['paystep-change', OF_QR],
    ['paystep-change', OF_PAID],
    ['paystep-success', { ...OF_PAID, outcome: 'succeeded' }],
  ]);
  expect(events[0]).toBeInstanceOf(PaystepChangeEvent);
  expect(events[2]).toBeInstanceOf(PaystepSuccessEvent);
});

it('tells why an attempt has failed', async () => {
  const { events } = await place(FAILED);
  expect(events.at(-1)).toBeInstanceOf(PaystepFailureEvent);
  expect(events.at(-1)?.detail).toMatchObject({
    outcome: 'failed',
    failure: { code: 'card_declined', declineCode: 'lost_card' },
  });
});

it('tells an error that nothing will mend, to the page and to the developer', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { events, eventLog } = await place({ http: 404 });
  expect(eventLog()).toEqual(['change unavailable', 'error unavailable']);
  expect(events[1]).toBeInstanceOf(PaystepErrorEvent);
  expect(events[1]?.detail).toMatchObject({ error: { kind: 'not-found' }, intentId: null });
  expect(log.mock.calls).toEqual([
    [expect.stringMatching(/^Paystep: The gateway knows no such PaymentIntent or SetupIntent: /)],
  ]);
});

it('says nothing of a connection that is lost for a moment, neither to the developer nor to the page', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { answerNext, eventLog } = await place(QR);
  await answerNext('offline');
  await answerNext('offline');
  await answerNext(PAID);
  expect(eventLog()).toContain('success succeeded');
  expect(eventLog().join()).not.toContain('error');
  expect(log).not.toHaveBeenCalled();
});

it('sends events that leave a shop’s own shadow roots', async () => {
  const { events } = openShop(QR);
  const host = document.createElement('div');
  host.attachShadow({ mode: 'open' }).append(createElement());
  document.body.append(host);
  await settle();
  expect(events[0]).toMatchObject({ bubbles: true, composed: true });
  expect(events).toHaveLength(1);
});

const url = `https://bank.example/3ds?client_secret=${SECRET}`;
const LEAKY: [string, Answer][] = [
  ['a code', { ...QR, client_secret: SECRET }],
  ['a redirect', { ...intentWithAction('gcash_handle_redirect', { url }), client_secret: SECRET }],
  ['a challenge', { ...intentWithAction('challenge_redirect', { url, return_url: url }) }],
  ['a step nobody knows', { ...intentWithAction('new_step', { url, client_secret: SECRET }) }],
  ['an outcome', { ...PAID, client_secret: SECRET }],
  ['a refusal', { http: 401 }],
  ['an answer that is none', { id: SECRET, status: 'succeeded' }],
];

it.each(LEAKY)('puts no secret, key or address into the events of %s', async (_, answer) => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { events } = await place(answer, { redirect: 'button' });
  await passTime(30_000);
  expect(events.length).toBeGreaterThan(0);
  for (const { detail } of events) {
    expect(JSON.stringify(detail)).not.toMatch(/_secret_|pk_test|bank\.example/);
    const error = 'error' in detail ? `${detail.error.message} ${detail.error.stack}` : '';
    expect(error).not.toMatch(/_secret_|pk_test|bank\.example/);
  }
});

it.each<[string, Record<string, string | null>, RegExp]>([
  ['an unknown gateway', { gateway: 'strpe' }, /gateway is missing or unknown/],
  ['no gateway', { gateway: null }, /gateway is missing or unknown/],
  ['a secret key', { 'publishable-key': 'sk_live_51abc' }, /secret key was given/],
  ['a malformed key', { 'publishable-key': 'key 51abc' }, /missing or malformed/],
  ['a secret that is none', { 'client-secret': 'cs_51abc_secret_1' }, /Checkout Session/],
  ['the id of a SetupIntent alone', { 'client-secret': 'seti_51abc' }, /the id alone/],
  ['the id alone', { 'client-secret': 'pi_51abc' }, /the id alone/],
])('tells the developer of %s, and quotes no key', async (_, attributes, words) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { element, events, reads, eventLog } = await place(QR, attributes);
  await passTime(60_000);
  expect(eventLog()).toEqual(['change unavailable', 'error unavailable']);
  expect(element.dataset.phase).toBe('unavailable');
  expect(log).toHaveBeenCalledOnce();
  expect(log.mock.calls[0]?.[0]).toMatch(/^Paystep/);
  expect(log.mock.calls[0]?.[0]).toMatch(words);
  const said = JSON.stringify([log.mock.calls, events.map(({ detail }) => detail)]);
  expect(said).not.toContain('51abc');
  expect(reads).toEqual([]);
});

it('calls its handlers beside its events', async () => {
  const { answerNext } = openShop(QR);
  const element = createElement();
  const heard: string[] = [];
  element.onChange = ({ phase }) => heard.push(phase);
  element.onSuccess = ({ outcome }) => heard.push(`success ${outcome}`);
  document.body.append(element);
  await settle();
  await answerNext(PAID);
  expect(heard).toEqual(['action', 'succeeded', 'success succeeded']);
  expect(element).toBeInstanceOf(PaystepCheckoutElement);
});
