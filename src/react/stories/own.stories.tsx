import type { Meta, StoryObj } from '@storybook/react-vite';
import { OwnLive } from './shop/OwnLive.tsx';

const meta = {
  title: 'Look/A view of your own',
  component: OwnLive,
} satisfies Meta<typeof OwnLive>;

export default meta;

export const OwnView: StoryObj<typeof meta> = { name: 'A view of your own' };
