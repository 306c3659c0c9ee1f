import type { Meta, StoryObj } from '@storybook/react-vite';
import { ReturnPage } from './shop/LiveCheckout.tsx';

const meta = {
  title: 'Checkout/Return page',
  component: ReturnPage,
  parameters: {
    docs: {
      description: {
        component: 'Where banks and wallets send the customer back to. Begin with a live checkout.',
      },
    },
  },
} satisfies Meta<typeof ReturnPage>;

export default meta;

export const Return: StoryObj<typeof meta> = { name: 'Return page' };
