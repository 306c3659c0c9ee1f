import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { intent, PAID } from '../../checkout/testing/createTestCheckout.ts';
import { messages as de } from '../../locales/de.ts';
import { en } from '../../locales/index.ts';
import { passTime } from '../testing/clock.ts';
import { openCheckout } from '../testing/openCheckout.tsx';

const load = vi.hoisted(() => vi.fn());
vi.mock('../../locales/loadLocale.ts', () => ({ loadLocale: load }));

/** Each test has a language of its own, since what is loaded once is there for the whole page. */
const root = () => document.querySelector<HTMLElement>('.paystep');

afterEach(() => {
  document.documentElement.lang = '';
  load.mockReset();
});

describe('the words of a checkout', () => {
  it('are the shop’s choice, loaded beside the first read, and say so to the browser', async () => {
    load.mockResolvedValue(de);
    await openCheckout(PAID, { locale: 'de-AT' });
    expect(load).toHaveBeenCalledWith('de');
    expect(screen.getByRole('heading').textContent).toBe(de.succeeded.title);
    expect(root()).toMatchObject({ lang: 'de', dir: 'ltr' });
  });

  it('are the page’s, where the shop has not chosen', async () => {
    document.documentElement.lang = 'ar';
    load.mockResolvedValue({ ...de, lang: 'ar', dir: 'rtl' });
    await openCheckout(PAID);
    expect(load).toHaveBeenCalledWith('ar');
    expect(root()).toMatchObject({ lang: 'ar', dir: 'rtl' });
  });

  it('are waited for without English in between', async () => {
    load.mockImplementation(() => new Promise((resolve) => setTimeout(() => resolve(de), 1_500)));
    await openCheckout(PAID, { locale: 'ja' });
    expect(root()?.getAttribute('aria-busy')).toBe('true');
    expect(screen.queryByText(en.succeeded.title)).toBeNull();
    await passTime(1_500);
    expect(screen.getByRole('heading').textContent).toBe(de.succeeded.title);
  });

  it('are English after two seconds, until they come', async () => {
    load.mockImplementation(() => new Promise((resolve) => setTimeout(() => resolve(de), 5_000)));
    await openCheckout(PAID, { locale: 'ko' });
    await passTime(2_000);
    expect(screen.getByRole('heading').textContent).toBe(en.succeeded.title);
    await passTime(3_000);
    expect(screen.getByRole('heading').textContent).toBe(de.succeeded.title);
  });

  it('are English at once where they cannot be had, and the console says so', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    load.mockRejectedValue(new Error('404'));
    await openCheckout(PAID, { locale: 'th' });
    expect(screen.getByRole('heading').textContent).toBe(en.succeeded.title);
    expect(error).toHaveBeenCalledWith(expect.stringContaining('"th"'), expect.any(Error));
  });

  it('are given by the shop, and then nothing is loaded', async () => {
    await openCheckout(PAID, { messages: de });
    expect(load).not.toHaveBeenCalled();
    expect(screen.getByRole('heading').textContent).toBe(de.succeeded.title);
    expect(root()?.lang).toBe('de');
  });

  it('may be changed one by one', async () => {
    const messages = { processing: { title: 'Brewing your tea' } };
    await openCheckout(intent({ status: 'processing' }), { messages });
    expect(screen.getByRole('heading').textContent).toBe('Brewing your tea');
    expect(screen.getByText(en.processing.text)).toBeTruthy();
  });
});
