import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { answered, asked, NOW, unanswered } from '../../../.storybook/readings.ts';
import { GatewayError } from '../../gateway/index.ts';
import { CheckoutView, type CheckoutViewProps } from '../CheckoutView.tsx';

const meta = {
  title: 'Screens',
  component: CheckoutView,
  args: { redirect: 'button', wake: fn(), onRefresh: fn(), onDelegate: fn() },
  argTypes: {
    state: { control: false },
    redirect: { control: 'inline-radio', options: ['button', 'popup'] },
    locale: { control: 'text' },
  },
} satisfies Meta<typeof CheckoutView>;

export default meta;

type Story = StoryObj<CheckoutViewProps>;

const QR = 'wechat_pay_display_qr_code';
const CODE = { data: 'weixin://wxpay/bizpayurl?pr=Yw8sandbox' };
const BANK = { url: 'https://bank.example/pay', return_url: 'https://shop.example/return' };
const PHONE = { form: 'mobile', os: 'android', inApp: null } as const;

/** A page that is served beside the stories, as frames need one without a network. */
const page = (name: string) => ({ url: new URL(name, location.href).href });

const failed = (code: string | null) =>
  answered({ status: 'requires_payment_method', last_payment_error: { code } });

export const Loading: Story = { args: { state: unanswered() } };

export const Payable: Story = { args: { state: answered({ status: 'requires_payment_method' }) } };

export const Qr: Story = { args: { state: asked(QR, CODE) } };

export const QrExpired: Story = {
  args: { state: asked(QR, { ...CODE, expires_at: NOW / 1000 }) },
};

export const QrExpiredWithoutRefresh: Story = {
  args: { ...QrExpired.args, onRefresh: undefined },
};

export const Redirect: Story = { args: { state: asked('gcash_handle_redirect', BANK) } };

export const RedirectToBank: Story = { args: { state: asked('redirect_to_url', BANK) } };

export const RedirectPopup: Story = { args: { ...Redirect.args, redirect: 'popup' } };

export const App: Story = {
  args: {
    state: asked(
      'alipay_handle_redirect',
      { url: 'https://wallet.example/pay' },
      { device: PHONE },
    ),
  },
};

export const AppManyWays: Story = {
  args: {
    state: asked(
      'alipayplus_handle_redirect',
      {
        applinkUrl: 'https://app.wallet.example/pay',
        normalUrl: 'https://wallet.example/pay',
        schemeUrl: 'wallet://pay',
      },
      { device: PHONE },
    ),
  },
};

export const Fingerprint: Story = { args: { state: asked('ddc_redirect', page('device.html')) } };

export const Challenge: Story = { args: { state: asked('challenge_redirect', page('bank.html')) } };

export const Delegate: Story = {
  args: { state: asked('use_stripe_sdk', { type: 'stripe_3ds2_fingerprint' }) },
};

export const DelegateUnhandled: Story = { args: { ...Delegate.args, onDelegate: undefined } };

export const Unsupported: Story = { args: { state: asked('carrier_pigeon', {}) } };

export const Processing: Story = { args: { state: answered({ status: 'processing' }) } };

export const Succeeded: Story = { args: { state: answered({ status: 'succeeded' }) } };

export const Authorized: Story = { args: { state: answered({ status: 'requires_capture' }) } };

export const Canceled: Story = { args: { state: answered({ status: 'canceled' }) } };

export const FailedDeclined: Story = { args: { state: failed('card_declined') } };

export const FailedAuthentication: Story = {
  args: { state: failed('payment_intent_authentication_failure') },
};

export const FailedExpired: Story = {
  args: { state: failed('payment_intent_payment_attempt_expired') },
};

export const FailedOther: Story = { args: { state: failed(null) } };

export const UnavailableInvalid: Story = {
  args: { state: unanswered({ error: new GatewayError('not-found'), failures: 1 }) },
};

export const UnavailableUnreachable: Story = {
  args: { state: unanswered({ error: new GatewayError('network'), failures: 4 }) },
};

export const Reconnecting: Story = {
  args: { state: asked(QR, CODE, { error: new GatewayError('network'), failures: 1 }) },
};

/** Whether the watch has paused is the watch's own to add; nothing else of the state changes. */
export const Paused: Story = { args: { state: { ...asked(QR, CODE), connection: 'paused' } } };
