import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { QR } from '../../checkout/testing/createTestCheckout.ts';
import { en as m } from '../../locales/index.ts';
import { passTime } from '../testing/clock.ts';
import { heading } from '../testing/openCheckout.tsx';
import { openUnpaid } from '../testing/unpaid.tsx';

it('shows the shop’s own mark in the list and above the step, and drawn ones for the others', async () => {
  const { click, confirmWith, root } = await openUnpaid(['wechat_pay', 'alipay'], {
    icon: (type, drawn) => (type === 'wechat_pay' ? <i>OURS</i> : drawn),
  });
  const drawn = () => root.querySelectorAll('.ps-icon').length;
  expect(screen.getAllByText('OURS')).toHaveLength(1);
  expect(drawn()).toBe(1);
  confirmWith(QR);
  await click(m.pay.code);
  await passTime();
  expect(heading()).toBe(m.qr.title('WeChat Pay'));
  expect(screen.getAllByText('OURS')).toHaveLength(1);
  expect(drawn()).toBe(0);
});
