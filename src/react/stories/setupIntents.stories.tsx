import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { GatewayError } from '../../gateway/index.ts';
import { CheckoutView, type CheckoutViewProps } from '../CheckoutView.tsx';
import { setupWithAction, stateWithoutIntent, stateWithSetup } from './shop/checkoutStates.ts';
import { messagesOf } from './shop/messagesOf.ts';
import { CONTROLS, SHOP_PROPS } from './shop/screen.ts';

const { onRetry: _, ...shop } = SHOP_PROPS;

const meta = {
  title: 'SetupIntents',
  component: CheckoutView,
  args: {
    ...shop,
    kind: 'setup',
    returnUrl: 'https://shop.example/return',
    confirm: fn(async () => ({ kind: 'updated' as const })),
    createPaymentMethod: fn(async () => 'pm_1'),
    cardFields: <input className="ps-input" aria-label="Card number" placeholder="1234 1234 …" />,
  },
  argTypes: CONTROLS,
  parameters: {
    docs: {
      description: {
        component:
          'A SetupIntent saves a payment method for later. Its screens have no amount, and words of their own.',
      },
    },
  },
} satisfies Meta<typeof CheckoutView>;

export default meta;

type Story = StoryObj<CheckoutViewProps>;

const UNSAVED = { status: 'requires_payment_method', payment_method_types: ['card'] };

const failed = (code: string) => stateWithSetup({ ...UNSAVED, last_setup_error: { code } });

export const Loading: Story = { args: { state: stateWithoutIntent() } };

export const Form: Story = {
  args: { state: stateWithSetup(UNSAVED) },
  play: async ({ canvasElement, args, globals }) => {
    const { setup } = await messagesOf(globals);
    const save = await within(canvasElement).findByRole('button', { name: setup.pay.now() });
    await userEvent.click(save);
    await expect(args.confirm).toHaveBeenCalledWith({
      payment_method: 'pm_1',
      return_url: 'https://shop.example/return',
    });
  },
};

export const FormOfSeveral: Story = {
  name: 'Form, several methods and the shop’s consent',
  args: {
    state: stateWithSetup({ ...UNSAVED, payment_method_types: ['card', 'paypal', 'ideal'] }),
    consent: 'Tea & Co charges it each month until you cancel.',
  },
};

export const Confirm: Story = {
  name: 'Attached already',
  args: {
    state: stateWithSetup({
      status: 'requires_confirmation',
      payment_method_types: ['card'],
      payment_method: { id: 'pm_1', type: 'card', card: { last4: '4242' } },
    }),
  },
};

export const Processing: Story = { args: { state: stateWithSetup({ status: 'processing' }) } };

export const Saved: Story = { args: { state: stateWithSetup({ status: 'succeeded' }) } };

export const Canceled: Story = { args: { state: stateWithSetup({ status: 'canceled' }) } };

export const Failed: Story = { args: { state: failed('card_declined') } };

export const FailedAuthentication: Story = {
  args: { state: failed('setup_intent_authentication_failure') },
};

export const Challenge: Story = {
  args: {
    state: setupWithAction('challenge_redirect', { url: new URL('bank.html', location.href).href }),
  },
};

export const Redirect: Story = {
  args: { state: setupWithAction('redirect_to_url', { url: 'https://bank.example/3ds' }) },
};

export const Code: Story = {
  name: 'QR code',
  args: {
    state: setupWithAction('pix_display_qr_code', {
      data: '00020126330014br.gov.bcb.pix0111999999999995802BR',
    }),
  },
};

export const Approval: Story = { args: { state: setupWithAction('blik_authorize', {}) } };

export const Microdeposits: Story = {
  args: {
    state: setupWithAction('verify_with_microdeposits', {
      arrival_date: Date.UTC(2026, 4, 22) / 1_000,
      hosted_verification_url: 'https://payments.example/microdeposit',
      microdeposit_type: 'amounts',
    }),
  },
};

export const Unavailable: Story = {
  args: { state: stateWithoutIntent({ error: new GatewayError('not-found'), failures: 1 }) },
};
