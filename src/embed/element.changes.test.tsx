import { expect, it, vi } from 'vitest';
import { intent, intentWithAction, PAID, QR } from '../checkout/testing/createTestCheckout.ts';
import { passTime } from '../react/testing/clock.ts';
import { headingOf, inside, place, settle } from './testing/renderElement.ts';

const REDIRECT = intentWithAction('gcash_handle_redirect', { url: 'https://wallet.example/pay' });

it('takes all changes of one turn as one', async () => {
  const { element, reads, setAnswer } = await place(QR);
  setAnswer(intent({ id: 'pi_9', status: 'processing' }));
  element.setAttribute('api-base', 'https://a.example');
  element.setAttribute('api-base', 'https://b.example');
  element.setAttribute('client-secret', 'pi_8_secret_2');
  element.setAttribute('client-secret', 'pi_9_secret_2');
  await settle();
  expect(reads.slice(1).map(({ url }) => url.host + url.pathname)).toEqual([
    'b.example/v1/payment_intents/pi_9',
  ]);
});

it('writes money in another language at once, without a read', async () => {
  const { element, reads } = await place(QR, { locale: 'en' });
  element.setAttribute('locale', 'de');
  await settle();
  expect(inside(element).getByRole('img').getAttribute('aria-label')).toContain('20,99');
  expect(reads).toHaveLength(1);
});

it('leaves when it is told to leave by itself after all', async () => {
  sessionStorage.clear();
  const leave = vi.spyOn(location, 'assign').mockImplementation(() => {});
  const { element } = await place(REDIRECT, { redirect: 'button' });
  element.setAttribute('redirect', 'auto');
  await settle();
  expect(leave).toHaveBeenCalledOnce();
});

it('begins another payment at once, and tells its end as well', async () => {
  const { element, setAnswer, eventLog } = await place(PAID);
  setAnswer(intent({ id: 'pi_9', status: 'succeeded' }));
  element.setAttribute('client-secret', 'pi_9_secret_2');
  expect({ ...element.dataset }).toEqual({ phase: 'loading' });
  await settle();
  expect(eventLog()).toEqual([
    'change succeeded',
    'success succeeded',
    'change succeeded',
    'success succeeded',
  ]);
});

it('shows nothing of the payment before', async () => {
  const { element, setAnswer } = await place(PAID);
  setAnswer('silence');
  element.setAttribute('client-secret', 'pi_9_secret_2');
  await settle();
  expect(headingOf(element)).toBe('Loading your payment…');
});

it('reads again with another key, after the gateway has refused the first', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { element, setAnswer, reads } = await place({ http: 401 });
  expect(element.dataset.phase).toBe('unavailable');
  setAnswer(QR);
  element.setAttribute('publishable-key', 'pk_test_2');
  await settle();
  expect(reads.at(-1)?.url.searchParams.get('key')).toBe('pk_test_2');
  expect(element.dataset).toMatchObject({ phase: 'action', step: 'qr' });
});

it('reads the payment of another account, when it is given one', async () => {
  const { element, reads } = await place(QR, { account: 'acct_1' });
  element.setAttribute('account', 'acct_2');
  await settle();
  expect(reads.map(({ url }) => url.searchParams.get('_stripe_account'))).toEqual([
    'acct_1',
    'acct_2',
  ]);
});

it('waits again without its client-secret', async () => {
  const { element, reads } = await place(QR);
  element.removeAttribute('client-secret');
  await settle();
  await passTime(60_000);
  expect(reads).toHaveLength(1);
  expect(headingOf(element)).toBe('Loading your payment…');
  expect({ ...element.dataset }).toEqual({ phase: 'loading' });
});

it('asks through handlers given later', async () => {
  const asked: string[] = [];
  const { element, user } = await place(
    intent({ status: 'requires_payment_method', last_payment_error: { code: 'card_declined' } }),
  );
  element.onRetry = () => asked.push('refresh');
  await settle();
  await user.click(inside(element).getByRole('button', { name: 'Try again' }));
  expect(asked).toEqual(['refresh']);
});
