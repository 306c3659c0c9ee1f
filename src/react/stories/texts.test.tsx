import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { CheckoutView, type CheckoutViewProps } from '../CheckoutView.tsx';
import { fakeFrames } from '../testing/frames.ts';

interface Story {
  readonly name?: string;
  readonly args?: Partial<CheckoutViewProps>;
}

const modules = import.meta.glob<Record<string, Story>>('./*.stories.tsx', { eager: true });

const SCREENS = Object.entries(modules).flatMap(([file, { default: meta, ...stories }]) =>
  Object.entries(stories).flatMap(([name, { args }]) =>
    args?.state
      ? [[`${file} ${name}`, { ...meta?.args, ...args } as CheckoutViewProps] as const]
      : [],
  ),
);

// What is still on the page would go on by its timers when there is no DOM any more.
afterEach(cleanup);

function* textsOf(root: Node): Generator<Node> {
  if (root.nodeType === Node.TEXT_NODE) yield root;
  for (const child of root.childNodes) yield* textsOf(child);
}

/**
 * Translators put an element in the place of each text node. One that is its element's only child is
 * written anew with the whole element; among others React and Preact would look for the old one.
 */
it.each(SCREENS)('each text node is the only child of its element: %s', (_, props) => {
  fakeFrames();
  const { container } = render(<CheckoutView {...props} locale="en" />);
  const texts = [...textsOf(container)];
  expect(texts.length).toBeGreaterThan(0);
  const mixed = texts
    .map(({ parentElement }) => parentElement)
    .filter((element) => element?.childNodes.length !== 1);
  expect(mixed.map((element) => element?.outerHTML)).toEqual([]);
});
