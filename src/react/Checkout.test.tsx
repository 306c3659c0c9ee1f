import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createGateway } from '../gateway/index.ts';
import { Checkout } from './index.ts';

it('shows the code', async () => {
  const gateway = createGateway({
    gateway: 'stripe',
    publishableKey: 'pk_test_1',
    fetch: async () =>
      Response.json({
        id: 'pi_1',
        status: 'requires_action',
        amount: 2099,
        currency: 'cny',
        next_action: {
          type: 'wechat_pay_display_qr_code',
          wechat_pay_display_qr_code: { data: 'weixin://x' },
        },
      }),
  });
  render(<Checkout gateway={gateway} clientSecret="pi_1_secret_2" />);
  expect(await screen.findByRole('img', { name: /QR code/ })).toBeTruthy();
});
