import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { GatewayError } from '../../gateway/index.ts';
import { methodName } from '../../locales/index.ts';
import { CheckoutView, type CheckoutViewProps } from '../CheckoutView.tsx';
import { stateWithAction, stateWithIntent, stateWithoutIntent } from './shop/checkoutStates.ts';
import { messagesOf } from './shop/messagesOf.ts';
import { CONTROLS, SHOP_PROPS } from './shop/screen.ts';

const meta = {
  title: 'Phases',
  component: CheckoutView,
  args: SHOP_PROPS,
  argTypes: CONTROLS,
} satisfies Meta<typeof CheckoutView>;

export default meta;

type Story = StoryObj<CheckoutViewProps>;

const QR = 'wechat_pay_display_qr_code';
const CODE = { data: 'weixin://wxpay/bizpayurl?pr=Yw8sandbox' };

const failed = (code: string | null) =>
  stateWithIntent({ status: 'requires_payment_method', last_payment_error: { code } });

export const Loading: Story = { args: { state: stateWithoutIntent() } };

export const Payable: Story = {
  args: { state: stateWithIntent({ status: 'requires_payment_method' }) },
};

export const Processing: Story = { args: { state: stateWithIntent({ status: 'processing' }) } };

/** A bank debit, over which a bank takes days. */
export const ProcessingForDays: Story = {
  args: { state: stateWithIntent({ status: 'processing', payment_method_types: ['sepa_debit'] }) },
};

export const Succeeded: Story = { args: { state: stateWithIntent({ status: 'succeeded' }) } };

export const Authorized: Story = {
  args: { state: stateWithIntent({ status: 'requires_capture' }) },
};

export const Canceled: Story = { args: { state: stateWithIntent({ status: 'canceled' }) } };

export const FailedDeclined: Story = { args: { state: failed('card_declined') } };

export const FailedAuthentication: Story = {
  args: { state: failed('payment_intent_authentication_failure') },
};

export const FailedExpired: Story = {
  args: { state: failed('payment_intent_payment_attempt_expired') },
};

export const FailedOther: Story = { args: { state: failed(null) } };

export const UnavailableInvalid: Story = {
  args: { state: stateWithoutIntent({ error: new GatewayError('not-found'), failures: 1 }) },
};

export const UnavailableUnreachable: Story = {
  args: { state: stateWithoutIntent({ error: new GatewayError('network'), failures: 4 }) },
};

export const Reconnecting: Story = {
  args: { state: stateWithAction(QR, CODE, { error: new GatewayError('network'), failures: 1 }) },
};

/** Whether the watch has paused is the watch's own to add; nothing else of the state changes. */
export const Paused: Story = {
  args: { state: { ...stateWithAction(QR, CODE), connection: 'paused' } },
  play: async ({ canvasElement, args, globals }) => {
    const messages = await messagesOf(globals);
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: messages.checkAgain }));
    await expect(args.refetch).toHaveBeenCalled();
    await expect(
      canvas.getByRole('img', { name: new RegExp(methodName('wechat_pay', messages)) }),
    ).toBeVisible();
  },
};
