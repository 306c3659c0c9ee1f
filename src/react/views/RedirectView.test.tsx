import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { intentWithAction } from '../../checkout/testing/createTestCheckout.ts';
import { passTime } from '../testing/clock.ts';
import { heading, linkTo, openCheckout } from '../testing/openCheckout.tsx';

const url = 'https://wallet.example/pay?token=42';
const REDIRECT = intentWithAction('gcash_handle_redirect', { url });

function spyOnLeaving() {
  return vi.spyOn(location, 'assign').mockImplementation(() => {});
}

beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, '', '/checkout');
});

it.each([{ strict: false }, { strict: true }])(
  'leaves for the wallet by itself, once (%o)',
  async (options) => {
    const leave = spyOnLeaving();
    const { change } = await openCheckout(REDIRECT, options);
    await change({ className: 'other' });
    expect(heading()).toBe('Taking you to GCash…');
    expect(linkTo('Continue to GCash').href).toBe(url);
    await passTime(60_000);
    expect(leave.mock.calls).toEqual([[url]]);
  },
);

it('offers the way as a choice to who is still here five seconds after leaving', async () => {
  spyOnLeaving();
  await openCheckout(REDIRECT);
  await passTime(4_900);
  expect(heading()).toBe('Taking you to GCash…');
  await passTime(200);
  expect(heading()).toBe('Pay with GCash');
  expect(linkTo('Continue to GCash')).toMatchObject({ href: url, target: '_top' });
  expect(screen.getByRole('button', { name: 'I have paid' })).toBeTruthy();
});

it('says nothing of that on a page that the browser kept meanwhile', async () => {
  spyOnLeaving();
  const { root } = await openCheckout(REDIRECT);
  fireEvent(window, Object.assign(new Event('pageshow'), { persisted: true }));
  const shown = root.innerHTML;
  await passTime(10_000);
  expect(root.innerHTML).toBe(shown);
});

it('does not leave from a checkout that nobody sees, until it is seen', async () => {
  const leave = spyOnLeaving();
  const seen = vi.spyOn(Element.prototype, 'checkVisibility').mockReturnValue(false);
  await openCheckout(REDIRECT);
  await passTime(60_000);
  expect(leave).not.toHaveBeenCalled();
  seen.mockReturnValue(true);
  await passTime(500);
  expect(leave.mock.calls).toEqual([[url]]);
});

it('does not leave from a page that is rendered ahead', async () => {
  const leave = spyOnLeaving();
  Object.assign(document, { prerendering: true });
  await openCheckout(REDIRECT);
  await passTime(5_000);
  expect(leave).not.toHaveBeenCalled();
  Reflect.deleteProperty(document, 'prerendering');
  await passTime(500);
  expect(leave.mock.calls).toEqual([[url]]);
});

it('leaves where the browser does not tell what is seen', async () => {
  const leave = spyOnLeaving();
  vi.spyOn(Element.prototype, 'checkVisibility').mockReturnValue(undefined as never);
  await openCheckout(REDIRECT);
  await passTime(10);
  expect(leave).toHaveBeenCalledOnce();
});

it.each([{ strict: false }, { strict: true }])(
  'shows the button to a customer who comes back (%o)',
  async (options) => {
    const leave = spyOnLeaving();
    const { unmount } = await openCheckout(REDIRECT, options);
    await passTime();
    unmount();
    await openCheckout(REDIRECT, options);
    await passTime(60_000);
    expect(leave).toHaveBeenCalledOnce();
    expect(heading()).toBe('Pay with GCash');
    expect(linkTo('Continue to GCash').href).toBe(url);
  },
);

it('shows the button on a page that the browser kept and brings back', async () => {
  spyOnLeaving();
  await openCheckout(REDIRECT);
  fireEvent(window, Object.assign(new Event('pageshow'), { persisted: true }));
  expect(heading()).toBe('Pay with GCash');
});

it('goes on leaving when the page is shown for the first time', async () => {
  spyOnLeaving();
  await openCheckout(REDIRECT);
  fireEvent(window, Object.assign(new Event('pageshow'), { persisted: false }));
  expect(heading()).toBe('Taking you to GCash…');
});

it('leaves again for another address: a new attempt is a new way', async () => {
  const leave = spyOnLeaving();
  const { answerNext } = await openCheckout(REDIRECT);
  await answerNext(intentWithAction('gcash_handle_redirect', { url: `${url}&attempt=2` }));
  await passTime();
  expect(leave.mock.calls).toEqual([[url], [`${url}&attempt=2`]]);
});

it('stays on the return page of this payment', async () => {
  const leave = spyOnLeaving();
  history.replaceState(null, '', '/thanks?payment_intent=pi_1&redirect_status=pending');
  await openCheckout(REDIRECT);
  await passTime();
  expect(leave).not.toHaveBeenCalled();
  expect(linkTo('Continue to GCash').href).toBe(url);
});

it('leaves where the address speaks of another payment', async () => {
  const leave = spyOnLeaving();
  history.replaceState(null, '', '/thanks?payment_intent=pi_2');
  await openCheckout(REDIRECT);
  await passTime();
  expect(leave).toHaveBeenCalledOnce();
});

it('offers the whole window where the shop is in a frame, since banks refuse to be framed', async () => {
  const leave = spyOnLeaving();
  vi.stubGlobal('top', {});
  await openCheckout(REDIRECT);
  await passTime();
  expect(leave).not.toHaveBeenCalled();
  expect(linkTo('Continue to GCash').target).toBe('_top');
});

it('waits for a tap where the shop wants a button', async () => {
  const leave = spyOnLeaving();
  const { click, reads } = await openCheckout(REDIRECT, { redirect: 'button' });
  await passTime();
  expect(leave).not.toHaveBeenCalled();
  expect(linkTo('Continue to GCash').href).toBe(url);
  await click('I have paid');
  expect(reads).toHaveLength(2);
});

it('names the bank where no wallet is told', async () => {
  await openCheckout(intentWithAction('redirect_to_url', { url }), { redirect: 'button' });
  expect(heading()).toBe('Continue to pay');
  expect(screen.getByRole('link', { name: 'Continue to your bank' })).toBeTruthy();
});
