import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { methodName } from '../../locales/index.ts';
import { IN_CHECKOUT } from './shop/demoShop.ts';
import { LiveCheckout } from './shop/LiveCheckout.tsx';
import { messagesOf } from './shop/messagesOf.ts';

const meta = {
  title: 'Checkout/Interactions',
  component: LiveCheckout,
  args: {
    gateway: 'stripe',
    method: IN_CHECKOUT,
    amount: 1800,
    currency: 'brl',
    redirect: 'button',
    network: 'good',
  },
  argTypes: { icon: { control: false }, messages: { control: false }, device: { control: false } },
} satisfies Meta<typeof LiveCheckout>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Waits for what comes from the gateway. */
const PATIENT = { timeout: 8_000 };

export const Mistakes: Story = {
  name: 'The form, with mistakes',
  play: async ({ canvasElement, globals }) => {
    const messages = await messagesOf(globals);
    const canvas = within(canvasElement);
    await userEvent.click(
      await canvas.findByRole('radio', { name: methodName('boleto', messages) }, PATIENT),
    );
    await userEvent.type(canvas.getByLabelText(messages.pay.fields.taxId), '123');
    await userEvent.click(canvas.getByRole('button', { name: messages.pay.voucher }));
    await expect(canvas.getByText(messages.pay.wrong.taxId)).toBeVisible();
    await expect(canvas.getByLabelText(messages.pay.fields.name)).toHaveFocus();
  },
};

export const Paid: Story = {
  name: 'A code, paid by the customer',
  args: { method: 'WeChat Pay', currency: '' },
  play: async ({ canvasElement, globals }) => {
    const messages = await messagesOf(globals);
    const canvas = within(canvasElement);
    await canvas.findByRole(
      'img',
      { name: new RegExp(methodName('wechat_pay', messages)) },
      PATIENT,
    );
    await userEvent.click(canvas.getByRole('button', { name: 'succeed' }));
    await canvas.findByRole('heading', { name: messages.succeeded.title }, PATIENT);
  },
};

export const Declined: Story = {
  name: 'A card, declined, and another way',
  play: async ({ canvasElement, globals }) => {
    const messages = await messagesOf(globals);
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('radio', { name: messages.pay.card }, PATIENT));
    await userEvent.selectOptions(canvas.getByLabelText('Test card'), 'pm_card_chargeDeclined');
    // Without the amount, which has a form of its own in each language.
    const [pay = ''] = messages.pay
      .now('|')
      .split('|')
      .filter((part) => part.trim() !== '');
    await userEvent.click(canvas.getByRole('button', { name: new RegExp(pay.trim()) }));
    await canvas.findByRole('heading', { name: messages.failed.title }, PATIENT);
    await userEvent.click(canvas.getByRole('button', { name: messages.pay.another }));
    await userEvent.click(canvas.getByRole('radio', { name: methodName('pix', messages) }));
    await userEvent.click(canvas.getByRole('button', { name: messages.pay.code }));
    await canvas.findByRole('img', { name: new RegExp(methodName('pix', messages)) }, PATIENT);
  },
};
