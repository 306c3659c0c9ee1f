import { fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { intentWithAction, type Json } from '../../checkout/testing/createTestCheckout.ts';
import { passTime } from '../testing/clock.ts';
import { blockFrames, type FrameMessage, onlyFrame, postMessageFrom } from '../testing/frames.ts';
import { type Options, openCheckout } from '../testing/openCheckout.tsx';

const url = 'https://acs.example/challenge?id=1';
const BACK_AT = 'https://shop.example/back';

const step = (payload: Json = {}) =>
  intentWithAction('challenge_redirect', { url, return_url: BACK_AT, ...payload });

it('lets the bank’s page pay and use passkeys, and tells it only our origin', async () => {
  await openCheckout(step());
  expect(onlyFrame().getAttribute('allow')).toBe('payment *; publickey-credentials-get *');
  expect(onlyFrame().getAttribute('referrerpolicy')).toBe('origin');
  expect(onlyFrame().title).toBe('Confirm with your bank');
});

it('does not sandbox the frame: banks’ pages break in one', async () => {
  await openCheckout(step());
  expect(onlyFrame().hasAttribute('sandbox')).toBe(false);
});

it('gives each frame of a page a name of its own', async () => {
  await openCheckout(step());
  await openCheckout(step());
  const names = [...document.querySelectorAll('iframe')].map(({ name }) => name);
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(name).toMatch(/^paystep-./);
});

it.each<[reads: number, who: string, word: (frame: unknown) => FrameMessage]>([
  [2, 'the frame on the return page', (source) => ({ source })],
  [1, 'the page itself', () => ({ source: window })],
  [1, 'another window', () => ({ source: {} })],
  [1, 'nobody', () => ({ source: null })],
  [1, 'the frame on the bank’s origin', (source) => ({ source, origin: 'https://acs.example' })],
  [1, 'the frame on an opaque origin', (source) => ({ source, origin: 'null' })],
  [1, 'the frame with another word', (source) => ({ source, data: { paystep: 'done' } })],
  [1, 'the frame with a mere text', (source) => ({ source, data: 'return' })],
  [1, 'the frame with nothing', (source) => ({ source, data: null })],
])('makes %i reads after a message from %s', async (count, _, word) => {
  const { reads } = await openCheckout(step());
  postMessageFrom({ origin: 'https://shop.example', ...word(onlyFrame().contentWindow) });
  await passTime();
  expect(reads).toHaveLength(count);
});

it.each([
  [true, null],
  [true, 'pi_1'],
  [false, 'pi_2'],
])('answers the return page that it is waited for: %s about %s', async (answers, about) => {
  await openCheckout(step());
  const frame = onlyFrame().contentWindow;
  if (!frame) throw new Error('There is no window.');
  const post = vi.spyOn(frame, 'postMessage').mockImplementation(() => {});
  postMessageFrom({
    source: frame,
    origin: 'https://shop.example',
    data: { paystep: 'return', intent: about },
  });
  await passTime();
  expect(post.mock.calls).toEqual(answers ? [[{ paystep: 'waits' }, '*']] : []);
});

it('takes a message for a hint only: the outcome is the gateway’s word', async () => {
  const { root } = await openCheckout(step());
  postMessageFrom({ source: onlyFrame().contentWindow, origin: 'https://shop.example' });
  await passTime();
  expect(root.dataset.phase).toBe('action');
});

it.each<[where: string, payload: Json, options: Options, origin: string]>([
  ['the gateway says', {}, { returnUrl: 'https://other.example/' }, 'https://shop.example'],
  [
    'the shop says',
    { return_url: null },
    { returnUrl: 'https://a.example/x' },
    'https://a.example',
  ],
  ['a relative address says', { return_url: null }, { returnUrl: '/thanks' }, location.origin],
  ['nobody says another', { return_url: null }, {}, location.origin],
])('expects the return page where %s', async (_, payload, options, origin) => {
  const { reads } = await openCheckout(step(payload), options);
  postMessageFrom({ source: onlyFrame().contentWindow, origin });
  await passTime();
  expect(reads).toHaveLength(2);
});

it('expects it at the PaymentIntent’s own return address before the page’s', async () => {
  const { reads } = await openCheckout({
    ...step({ return_url: null }),
    return_url: 'https://b.example/',
  });
  postMessageFrom({ source: onlyFrame().contentWindow, origin: 'https://b.example' });
  await passTime();
  expect(reads).toHaveLength(2);
});

it('hears nobody any more after the checkout is taken away', async () => {
  const { reads, unmount } = await openCheckout(step());
  const source = onlyFrame().contentWindow;
  unmount();
  postMessageFrom({ source, origin: 'https://shop.example' });
  await passTime();
  expect(reads).toHaveLength(1);
});

it.each([
  [2, 'a page of ours', { location: { href: 'https://shop.example/back' } }],
  [1, 'the blank page before', { location: { href: 'about:blank' } }],
  [1, 'a page of the bank', 'closed' as const],
])('makes %i reads when the frame has loaded %s', async (count, _, inside) => {
  const { reads } = await openCheckout(step());
  vi.spyOn(onlyFrame(), 'contentWindow', 'get').mockImplementation(() => {
    if (inside === 'closed') throw new DOMException('Blocked', 'SecurityError');
    return inside as never;
  });
  fireEvent.load(onlyFrame());
  await passTime();
  expect(reads).toHaveLength(count);
});

it.each([
  [true, 'the address', { blockedURI: url }],
  [true, 'its origin', { blockedURI: 'https://acs.example' }],
  [false, 'another address', { blockedURI: 'https://ads.example' }],
  [false, 'another kind of thing', { blockedURI: url, effectiveDirective: 'img-src' }],
  [false, 'a report alone', { blockedURI: url, disposition: 'report' }],
])('takes itself for blocked (%s) by a violation for %s', async (blocked, _, violation) => {
  await openCheckout(step());
  blockFrames(violation);
  await passTime();
  expect(screen.getByRole<HTMLDialogElement>('dialog', { hidden: true }).open).toBe(!blocked);
});
