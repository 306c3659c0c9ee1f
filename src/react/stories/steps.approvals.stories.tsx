import type { Meta, StoryObj } from '@storybook/react-vite';
import { CheckoutView, type CheckoutViewProps } from '../CheckoutView.tsx';
import { NOW, stateWithAction } from './shop/checkoutStates.ts';
import { CONTROLS, ON_PHONE, PHONE, SHOP_PROPS } from './shop/screen.ts';

const meta = {
  title: 'Steps/Approvals',
  component: CheckoutView,
  args: SHOP_PROPS,
  argTypes: CONTROLS,
} satisfies Meta<typeof CheckoutView>;

export default meta;

type Story = StoryObj<CheckoutViewProps>;

const IN_TWO_DAYS = NOW / 1000 + 2 * 24 * 3600;
const PLN = { currency: 'pln' };

const deposits = (microdeposit_type: string) =>
  stateWithAction('verify_with_microdeposits', {
    microdeposit_type,
    arrival_date: IN_TWO_DAYS,
    hosted_verification_url: 'https://gateway.example/microdeposits',
  });

export const Blik: Story = {
  name: 'BLIK',
  args: { state: stateWithAction('blik_authorize', {}, {}, PLN) },
};

export const BlikOnPhone: Story = {
  name: 'BLIK on a phone',
  args: { state: stateWithAction('blik_authorize', {}, PHONE, PLN) },
  globals: ON_PHONE,
};

/** By the clock on the wall, so it runs. */
export const Countdown: Story = {
  name: 'MB WAY, with its time',
  args: {
    state: stateWithAction(
      'mb_way_await_authorization',
      { expires_at: Math.ceil(Date.now() / 1000) + 239 },
      {},
      { currency: 'eur' },
    ),
  },
};

export const Expired: Story = {
  name: 'BLIK, expired',
  args: { state: stateWithAction('blik_authorize', { expires_at: NOW / 1000 }, {}, PLN) },
};

export const ExpiredWithoutRefresh: Story = {
  name: 'BLIK, expired, without another try',
  args: { ...Expired.args, onRetry: undefined },
};

export const CardNotice: Story = {
  name: 'Card, the bank gives notice',
  args: {
    state: stateWithAction(
      'card_await_notification',
      { charge_attempt_at: IN_TWO_DAYS, customer_approval_required: false },
      {},
      { currency: 'inr' },
    ),
  },
};

export const CardApproval: Story = {
  name: 'Card, the bank asks for an approval',
  args: {
    state: stateWithAction(
      'card_await_notification',
      { charge_attempt_at: IN_TWO_DAYS, customer_approval_required: true },
      {},
      { currency: 'inr' },
    ),
  },
};

export const DepositAmounts: Story = {
  name: 'Small deposits, two amounts',
  args: { state: deposits('amounts') },
};

export const DepositCode: Story = {
  name: 'Small deposits, a code',
  args: { state: deposits('descriptor_code') },
};
