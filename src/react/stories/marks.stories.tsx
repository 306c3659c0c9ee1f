import type { Meta, StoryObj } from '@storybook/react-vite';
import { markIcon } from 'paystep/react';
import type { CSSProperties, ReactNode } from 'react';
import type { MarkOptions } from '../../marks/mark.ts';
import * as exported from '../../marks/marks.ts';

const MARKS = Object.entries(exported);

/** The two grounds that a mark has to look right on, whatever the Storybook's own is. */
const GROUNDS = [
  { color: '#111827', background: '#ffffff', colorScheme: 'light' },
  { color: '#f3f4f6', background: '#16181d', colorScheme: 'dark' },
] as const satisfies readonly CSSProperties[];

const ground: CSSProperties = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(9.5rem, 1fr))',
  gap: '0.75rem 1rem',
  padding: '1.25rem',
  font: '0.875rem system-ui, sans-serif',
};

const row: CSSProperties = { display: 'flex', alignItems: 'center', gap: '0.5rem' };

function Marks({ children }: { readonly children: (name: string) => ReactNode }) {
  return GROUNDS.map((colors) => (
    <div key={colors.colorScheme} style={{ ...ground, ...colors }}>
      {MARKS.map(([name, { title }]) => (
        <div key={name} style={row}>
          {children(name)}
          {title}
        </div>
      ))}
    </div>
  ));
}

function allMarks(options: MarkOptions) {
  const draw = markIcon(exported, options);
  return <Marks>{(name) => draw(name, null)}</Marks>;
}

const meta = { title: 'Marks' } satisfies Meta;

export default meta;

type Story = StoryObj<typeof meta>;

export const InColor: Story = { name: 'In their own colors', render: () => allMarks({}) };

export const Monochrome: Story = { render: () => allMarks({ monochrome: true }) };
