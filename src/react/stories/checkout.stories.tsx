import type { Meta, StoryObj } from '@storybook/react-vite';
import { IN_CHECKOUT, METHODS } from './shop/demoShop.ts';
import { LiveCheckout } from './shop/LiveCheckout.tsx';
import { DEVICES } from './shop/screen.ts';

const meta = {
  title: 'Checkout',
  component: LiveCheckout,
  args: {
    gateway: 'wooshpay',
    method: 'WeChat Pay',
    amount: 1800,
    currency: '',
    redirect: 'button',
    network: 'good',
  },
  argTypes: {
    gateway: { control: 'inline-radio', options: ['wooshpay', 'stripe'] },
    method: { control: 'select', options: METHODS },
    amount: {
      description: "In the currency's smallest unit",
      control: { type: 'number', min: 1, step: 1 },
    },
    currency: { description: "Empty: the method's own", control: 'text' },
    redirect: { control: 'inline-radio', options: ['button', 'popup', 'auto'] },
    network: { control: 'inline-radio', options: ['good', 'slow', 'failing', 'offline'] },
    device: {
      description: 'What the customer holds; by default what this browser says',
      control: 'select',
      options: Object.keys(DEVICES),
      mapping: DEVICES,
    },
    locale: { description: "BCP 47, in place of the toolbar's", control: 'text' },
    theme: { control: 'inline-radio', options: ['light', 'dark', 'auto'] },
    icon: { control: false },
    messages: { control: false },
    showSimulator: { control: 'boolean' },
  },
  parameters: {
    docs: {
      description: {
        component:
          'A checkout at the sandbox, which is a service worker of this very page: no network, and the ' +
          'pages of the bank, the wallet and 3-D Secure are there to be visited. Or use the buttons ' +
          'below the checkout to do what the customer would do there.',
      },
    },
  },
} satisfies Meta<typeof LiveCheckout>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Choose: Story = { name: 'The customer chooses', args: { method: IN_CHECKOUT } };

export const ChooseAtStripe: Story = {
  name: 'Stripe, The customer chooses',
  args: { gateway: 'stripe', method: IN_CHECKOUT },
};

export const Wechat: Story = { name: 'WeChat Pay' };

export const Alipay: Story = { args: { method: 'Alipay' } };

export const Gcash: Story = { name: 'GCash', args: { method: 'GCash' } };

export const Card: Story = { args: { method: 'Card' } };

export const CardDeclined: Story = { args: { method: 'Card, declined' } };

export const CardChallenge: Story = { args: { method: 'Card, 3-D Secure' } };

export const StripeWechat: Story = { name: 'Stripe, WeChat Pay', args: { gateway: 'stripe' } };

export const StripeCardChallenge: Story = {
  name: 'Stripe, Card Challenge',
  args: { gateway: 'stripe', method: 'Card, 3-D Secure' },
};

export const StripeIdeal: Story = {
  name: 'Stripe, iDEAL',
  args: { gateway: 'stripe', method: 'iDEAL (bank redirect)' },
};

export const StripePix: Story = {
  name: 'Stripe, Pix',
  args: { gateway: 'stripe', method: 'Pix' },
};

export const StripeBlik: Story = {
  name: 'Stripe, BLIK',
  args: { gateway: 'stripe', method: 'BLIK' },
};

export const StripeKonbini: Story = {
  name: 'Stripe, Konbini',
  args: { gateway: 'stripe', method: 'Konbini (voucher)' },
};

export const StripeTransfer: Story = {
  name: 'Stripe, Bank Transfer',
  args: { gateway: 'stripe', method: 'Bank transfer, United States' },
};
