import { screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { SETUP_SECRET, setupIntent } from '../../checkout/testing/createTestCheckout.ts';
import { en as m } from '../../locales/index.ts';
import { heading } from '../../react/testing/openCheckout.tsx';
import { holdFiles } from '../testing/holdFiles.ts';
import { mockScriptTag, openScriptTag } from '../testing/openScriptTag.ts';

const SAVED = setupIntent({ status: 'succeeded' });
const OPTIONS = { clientSecret: SETUP_SECRET };

const text = () => document.querySelector<HTMLElement>('.paystep')?.textContent;

beforeEach(mockScriptTag);

it('shows no word of a payment until those of a SetupIntent are there', async () => {
  holdFiles();
  const { root, arrive, arriveForm } = await openScriptTag(SAVED, OPTIONS);
  expect(root.dataset.phase).toBe('succeeded');
  expect(root.getAttribute('aria-busy')).toBe('true');
  expect(text()).toBe('');
  // The steps alone have not all of them.
  await arrive();
  expect(text()).toBe('');
  await arriveForm();
  expect(heading()).toBe(m.setup.succeeded.title);
  expect(root.getAttribute('aria-busy')).toBe('false');
});

it('asks for them while the gateway is asked, and says where they cannot be had', async () => {
  const { wish, wished, arriveForm } = await openScriptTag('silence', OPTIONS);
  await wish(1);
  expect(wished()).toEqual(['paystep-form.js?v=1.2.3']);
  expect(heading()).toBe(m.loadFailed);
  expect(screen.getByRole('button', { name: m.tryAgain })).toBeTruthy();
  await arriveForm();
  expect(heading()).toBe(m.setup.loading);
});

it('leaves the words of a payment as they are', async () => {
  const { arrive, arriveForm } = await openScriptTag({
    id: 'pi_1',
    status: 'succeeded',
    amount: 2099,
    currency: 'eur',
  });
  expect(heading()).toBe(m.succeeded.title);
  await arriveForm();
  await arrive();
  expect(heading()).toBe(m.succeeded.title);
});
