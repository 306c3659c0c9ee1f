import type { Meta, StoryObj } from '@storybook/react-vite';
import { LiveCustomView } from './shop/LiveCustomView.tsx';

const meta = {
  title: 'Theming/Custom view',
  component: LiveCustomView,
} satisfies Meta<typeof LiveCustomView>;

export default meta;

export const CustomView: StoryObj<typeof meta> = { name: 'A view of your own' };
