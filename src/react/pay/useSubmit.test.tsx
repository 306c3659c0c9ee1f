import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { Gateway } from '../../gateway/index.ts';
import { parseIntent } from '../../intent/index.ts';
import { en as m } from '../../locales/index.ts';
import { CheckoutView, type CheckoutViewProps } from '../index.ts';
import { passTime } from '../testing/clock.ts';
import { createFakeGateway } from '../testing/fakeGateway.ts';
import { openUnpaid, unpaid } from '../testing/unpaid.tsx';

const PAY = 'Continue to Alipay';

const problem = () => document.querySelector('.ps-problem[role=alert]')?.textContent;

afterEach(() => {
  vi.restoreAllMocks();
  cleanup();
});

const THROWN = [
  ['an error', new Error('boom')],
  ['a text', 'x'],
  ['nothing', undefined],
] as const;

it.each(THROWN)('what the gateway’s confirm throws is the developer’s: %s', async (_, thrown) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const answers = createFakeGateway(unpaid(['alipay']));
  const confirm = vi.fn<Gateway['confirm']>().mockRejectedValue(thrown);
  const gateway: Gateway = { ...answers.make(), confirm };
  const { click } = await openUnpaid(['alipay'], { gateway });
  await click(PAY);
  await passTime();
  expect(problem()).toBe(m.pay.unanswered);
  expect(log.mock.calls).toEqual([['Paystep: confirm failed.', thrown]]);
  await click(PAY);
  await passTime();
  expect(confirm).toHaveBeenCalledTimes(2);
});

it.each<[string, () => Promise<unknown>]>([
  ['throws', () => Promise.reject(new Error('boom'))],
  ['resolves with nothing', async () => undefined],
])('what a confirm of one’s own does wrong is the developer’s: it %s', async (_, own) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const confirm = own as CheckoutViewProps['confirm'];
  const intent = parseIntent(unpaid(['alipay']));
  const state = { phase: 'payable', connection: 'live', error: null, intent } as const;
  const returnUrl = 'https://shop.example/return';
  render(<CheckoutView {...{ state, confirm, returnUrl }} locale="en" />);
  await userEvent.click(await screen.findByRole('button', { name: PAY }));
  expect(problem()).toBe(m.pay.unanswered);
  expect(log.mock.calls).toEqual([['Paystep: confirm failed.', expect.any(Error)]]);
});
