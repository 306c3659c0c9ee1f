import type { Meta, StoryObj } from '@storybook/react-vite';
import { OwnLive } from './shop/LiveCustomView.tsx';

const meta = {
  title: 'Theming/Custom view',
  component: OwnLive,
} satisfies Meta<typeof OwnLive>;

export default meta;

export const OwnView: StoryObj<typeof meta> = { name: 'A view of your own' };
