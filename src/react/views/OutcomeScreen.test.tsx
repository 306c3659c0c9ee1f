import { expect, it } from 'vitest';
import { intent } from '../../checkout/testing/createTestCheckout.ts';
import { heading, openCheckout, spoken } from '../testing/openCheckout.tsx';

const DEBIT = { status: 'processing', payment_method_types: ['sepa_debit'] };

it('says of a bank debit that all is done, and that the money takes days', async () => {
  const { root } = await openCheckout(intent(DEBIT), { locale: 'en' });
  expect(heading()).toBe('All done here');
  expect(root.dataset.phase).toBe('processing');
  expect(root.textContent).toContain('a few days');
  expect(root.textContent).not.toContain('a moment');
  expect(root.querySelector('.ps-spinner')).toBeNull();
  expect(spoken()).toContain('All done here');
});

it('says of the others, and where nobody knows, that it takes a moment', async () => {
  const payment_method_types = ['card', 'sepa_debit'];
  const { root } = await openCheckout(intent({ ...DEBIT, payment_method_types }), { locale: 'en' });
  expect(heading()).toBe('Processing your payment');
  expect(root.querySelector('.ps-spinner')).not.toBeNull();
});

it('does not take a status that nobody knows for a debit on its way', async () => {
  await openCheckout(intent({ ...DEBIT, status: 'requires_review' }), { locale: 'en' });
  expect(heading()).toBe('Checking your payment');
});

it('goes on to the success that comes in the end', async () => {
  const { answerNext } = await openCheckout(intent(DEBIT), { locale: 'en' });
  await answerNext(intent({ ...DEBIT, status: 'succeeded' }));
  expect(heading()).toBe('Payment complete');
});
