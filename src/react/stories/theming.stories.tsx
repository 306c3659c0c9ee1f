import type { Meta, StoryObj } from '@storybook/react-vite';
import { alipay, klarna, paypal, wechat_pay } from 'paystep/marks';
import { markIcon } from 'paystep/react';
import { IN_CHECKOUT } from './shop/demoShop.ts';
import { LiveCheckout, type LiveCheckoutProps } from './shop/LiveCheckout.tsx';

const ORDER = {
  gateway: 'stripe',
  method: IN_CHECKOUT,
  amount: 4900,
  currency: 'eur',
  redirect: 'button',
  network: 'good',
} as const;

const meta = {
  title: 'Theming',
  component: LiveCheckout,
  args: ORDER,
} satisfies Meta<typeof LiveCheckout>;

export default meta;

type Story = StoryObj<typeof meta>;

/** The checkout within a shop of that theme. */
function inShop(shop: string) {
  return (props: LiveCheckoutProps) => (
    <div className={shop}>
      <LiveCheckout {...props} showSimulator={false} />
    </div>
  );
}

export const Dawn: Story = { name: 'Dawn (Shopify)', render: inShop('dawn') };

export const Storefront: Story = { name: 'Storefront (WooCommerce)', render: inShop('storefront') };

export const Luma: Story = { name: 'Luma (Magento)', render: inShop('luma') };

export const DarkOnLight: Story = { name: 'Dark in a light shop', args: { theme: 'dark' } };

export const MethodMarks: Story = {
  name: 'Marks of the methods',
  args: { icon: markIcon({ alipay, klarna, paypal, wechat_pay }) },
};

export const CustomIcons: Story = {
  name: 'Marks of the shop’s own',
  args: {
    icon: (type, drawn) => (type === 'wechat_pay' ? <img src="favicon.svg" alt="" /> : drawn),
  },
};
