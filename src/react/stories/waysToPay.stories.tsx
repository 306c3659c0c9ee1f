import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn, userEvent, within } from 'storybook/test';
import type { GatewayName } from '../../gateway/index.ts';
import { METHODS } from '../../method/table.ts';
import { CheckoutView, type CheckoutViewProps } from '../CheckoutView.tsx';
import { payableState } from './shop/checkoutStates.ts';
import { messagesOf } from './shop/messagesOf.ts';
import { CONTROLS, DEVICES, ON_PHONE, SHOP_PROPS } from './shop/screen.ts';

const meta = {
  title: 'Ways to pay',
  component: CheckoutView,
  args: {
    ...SHOP_PROPS,
    returnUrl: 'https://shop.example/return',
    confirm: fn(() => new Promise<never>(() => {})),
    createPaymentMethod: async () => null,
  },
  argTypes: CONTROLS,
} satisfies Meta<typeof CheckoutView>;

export default meta;

type Story = StoryObj<CheckoutViewProps>;

const every = (gateway: GatewayName) => Object.keys(METHODS[gateway]);

/** Every method of WooshPay; no payment takes them all. */
export const Wooshpay: Story = {
  name: 'All of WooshPay’s',
  args: { state: payableState('wooshpay', every('wooshpay'), 'sgd') },
};

/** Wallets come first on a phone, and codes for another device last. */
export const WooshpayOnPhone: Story = {
  name: 'All of WooshPay’s, on a phone',
  args: { state: payableState('wooshpay', every('wooshpay'), 'sgd'), device: DEVICES.iPhone },
  globals: ON_PHONE,
};

export const Stripe: Story = {
  name: 'All of Stripe’s',
  args: {
    state: payableState('stripe', every('stripe'), 'eur'),
    paymentMethodTypes: every('stripe'),
  },
};

/** Those that Stripe lists, and that nobody can create yet. */
export const StripeToCome: Story = {
  name: 'Stripe’s to come',
  args: {
    state: payableState(
      'stripe',
      [
        ...['boku_promptpay', 'capchase_pay', 'click_to_pay', 'duitnow', 'edenred', 'gcash'],
        ...['getbalance', 'gift_card', 'gopay', 'id_bank_transfer', 'knet', 'kr_market', 'kriya'],
        ...['momo', 'mondu', 'netbanking', 'ng_bank', 'ng_card', 'ng_ussd', 'ng_wallet', 'octopus'],
        ...['qris', 'rechnung', 'shop_pay', 'shopeepay', 'tamara', 'touch_n_go', 'truemoney'],
        ...['us_cash_voucher', 'vipps'],
      ],
      'usd',
    ),
  },
};

const fieldsOf = (name: string, type: string, currency: string): Story => ({
  name,
  args: { state: payableState('wooshpay', [type, 'boost'], currency) },
  play: async ({ canvasElement, globals }) => {
    await messagesOf(globals);
    const [first] = await within(canvasElement).findAllByRole('radio');
    if (first) await userEvent.click(first);
  },
});

export const Upi = fieldsOf('UPI, the app and the e-mail', 'upi', 'inr');
export const MobileMoney = fieldsOf(
  'Mobile money, the provider and the number',
  'mobile_money',
  'tzs',
);
export const TransferInEurope = fieldsOf('A bank transfer in Europe', 'bank_transfer_eu', 'eur');
