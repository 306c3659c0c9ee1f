import { fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { intentWithAction } from '../../checkout/testing/createTestCheckout.ts';
import { fakeCopyCommand, pasted, refuseClipboard } from '../testing/clipboard.ts';
import { passTime } from '../testing/clock.ts';
import { openCheckout } from '../testing/openCheckout.tsx';

/** A Pix code with every character that a careless copy would lose. */
const PIX = '00020126 580014br.gov.bcb.pix\u00a05204000053039865406{18.00}6304A%20B';
const STEP = intentWithAction('pix_display_qr_code', { data: PIX });
const COPY = 'Copy the code as text';
const HINT = 'Select the text to copy it';

const status = (text: string) =>
  screen.queryAllByRole('status').filter((place) => place.textContent === text);

it('puts exactly the text of the code into the clipboard, and says so to eyes and ears', async () => {
  const { click } = await openCheckout(STEP);
  expect(status('Copied')).toEqual([]);
  await click(COPY);
  expect(await pasted()).toBe(PIX);
  expect(status('Copied')).toHaveLength(1);
  expect(screen.getByRole('button', { name: 'Copied' })).toBeTruthy();
});

it('offers to copy again once the customer goes on', async () => {
  const { click } = await openCheckout(STEP);
  await click(COPY);
  fireEvent.blur(screen.getByRole('button', { name: 'Copied' }));
  expect(screen.getByRole('button', { name: COPY })).toBeTruthy();
  expect(status('Copied')).toEqual([]);
});

it('copies by the old command where the browser refuses its clipboard', async () => {
  const { click } = await openCheckout(STEP);
  const copied = fakeCopyCommand();
  refuseClipboard();
  await click(COPY);
  expect(copied).toEqual([PIX]);
  expect(status('Copied')).toHaveLength(1);
});

it.each([true, false])(
  'leaves nothing in the page and the focus where it was (%s)',
  async (works) => {
    const { click } = await openCheckout(STEP);
    fakeCopyCommand(works);
    refuseClipboard();
    await click(COPY);
    expect(document.querySelector('textarea')).toBeNull();
    expect(document.activeElement?.tagName).toBe('BUTTON');
  },
);

it.each([
  ['the old command fails, too', () => fakeCopyCommand(false)],
  ['there is no old command', () => {}],
])('shows the text, and how to copy it by hand, where %s', async (_, prepare) => {
  const { click, root } = await openCheckout(STEP);
  prepare();
  refuseClipboard();
  await click(COPY);
  expect(status(HINT)).toHaveLength(1);
  expect(root.querySelector('.ps-raw')?.textContent).toBe(PIX);
  // To press and hold the text is to leave the button.
  fireEvent.blur(screen.getByRole('button', { name: COPY }));
  expect(root.querySelector('.ps-raw')?.textContent).toBe(PIX);
  expect(status('Copied')).toEqual([]);
});

it('copies where there is no clipboard at all: a page without https', async () => {
  const { click } = await openCheckout(STEP);
  const copied = fakeCopyCommand();
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never);
  await click(COPY);
  await passTime();
  expect(copied).toEqual([PIX]);
});
