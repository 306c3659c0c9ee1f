import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { CheckoutView, type CheckoutViewProps } from '../CheckoutView.tsx';
import { stateWithAction } from './shop/checkoutStates.ts';
import { messagesOf } from './shop/messagesOf.ts';
import { CONTROLS, SHOP_PROPS } from './shop/screen.ts';

const meta = {
  title: 'Steps/Redirects and frames',
  component: CheckoutView,
  args: SHOP_PROPS,
  argTypes: CONTROLS,
} satisfies Meta<typeof CheckoutView>;

export default meta;

type Story = StoryObj<CheckoutViewProps>;

const BANK = { url: 'https://bank.example/pay', return_url: 'https://shop.example/return' };

/** A page that is served beside the stories, as frames need one without a network. */
const frameUrl = (name: string) => ({ url: new URL(name, location.href).href });

export const Redirect: Story = { args: { state: stateWithAction('gcash_handle_redirect', BANK) } };

export const RedirectToBank: Story = { args: { state: stateWithAction('redirect_to_url', BANK) } };

export const RedirectPopup: Story = { args: { ...Redirect.args, redirect: 'popup' } };

export const Fingerprint: Story = {
  args: { state: stateWithAction('ddc_redirect', frameUrl('device.html')) },
};

export const Challenge: Story = {
  args: { state: stateWithAction('challenge_redirect', frameUrl('bank.html')) },
};

export const ChallengeCanceled: Story = {
  name: 'Challenge, left and taken up again',
  args: Challenge.args ?? {},
  play: async ({ canvasElement, globals }) => {
    const messages = await messagesOf(globals);
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: messages.challenge.cancel }));
    await expect(canvas.queryByRole('dialog')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: messages.challenge.resume }));
    await expect(canvas.getByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await userEvent.click(canvas.getByRole('button', { name: messages.challenge.cancel }));
    await expect(canvas.getByText(messages.challenge.dismissed)).toBeVisible();
  },
};

export const Sdk: Story = {
  args: { state: stateWithAction('use_stripe_sdk', { type: 'stripe_3ds2_fingerprint' }) },
  play: async ({ args }) => {
    await waitFor(() => expect(args.onSdkAction).toHaveBeenCalledOnce());
    await waitFor(() => expect(args.refetch).toHaveBeenCalled());
  },
};

export const SdkUnhandled: Story = { args: { ...Sdk.args, onSdkAction: undefined } };

export const Unsupported: Story = { args: { state: stateWithAction('carrier_pigeon', {}) } };
