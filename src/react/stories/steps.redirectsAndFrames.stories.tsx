import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { CheckoutView, type CheckoutViewProps } from '../CheckoutView.tsx';
import { asked } from './shop/checkoutStates.ts';
import { wordsIn } from './shop/messagesOf.ts';
import { CONTROLS, SHOP } from './shop/screen.ts';

const meta = {
  title: 'Steps/Redirects and frames',
  component: CheckoutView,
  args: SHOP,
  argTypes: CONTROLS,
} satisfies Meta<typeof CheckoutView>;

export default meta;

type Story = StoryObj<CheckoutViewProps>;

const BANK = { url: 'https://bank.example/pay', return_url: 'https://shop.example/return' };

/** A page that is served beside the stories, as frames need one without a network. */
const page = (name: string) => ({ url: new URL(name, location.href).href });

export const Redirect: Story = { args: { state: asked('gcash_handle_redirect', BANK) } };

export const RedirectToBank: Story = { args: { state: asked('redirect_to_url', BANK) } };

export const RedirectPopup: Story = { args: { ...Redirect.args, redirect: 'popup' } };

export const Fingerprint: Story = { args: { state: asked('ddc_redirect', page('device.html')) } };

export const Challenge: Story = { args: { state: asked('challenge_redirect', page('bank.html')) } };

export const ChallengeLeft: Story = {
  name: 'Challenge, left and taken up again',
  args: Challenge.args ?? {},
  play: async ({ canvasElement, globals }) => {
    const m = await wordsIn(globals);
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: m.challenge.cancel }));
    await expect(canvas.queryByRole('dialog')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: m.challenge.resume }));
    await expect(canvas.getByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await userEvent.click(canvas.getByRole('button', { name: m.challenge.cancel }));
    await expect(canvas.getByText(m.challenge.dismissed)).toBeVisible();
  },
};

export const Sdk: Story = {
  args: { state: asked('use_stripe_sdk', { type: 'stripe_3ds2_fingerprint' }) },
  play: async ({ args }) => {
    await waitFor(() => expect(args.onSdkAction).toHaveBeenCalledOnce());
    await waitFor(() => expect(args.refetch).toHaveBeenCalled());
  },
};

export const SdkUnhandled: Story = { args: { ...Sdk.args, onSdkAction: undefined } };

export const Unsupported: Story = { args: { state: asked('carrier_pigeon', {}) } };
