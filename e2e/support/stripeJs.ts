import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { APIRequestContext, FrameLocator, Page } from '@playwright/test';
import { expect } from './base.ts';

/** An intent as a shop's page gets it from its server. */
export interface StripeOrder {
  readonly publishableKey: string;
  readonly clientSecret: string;
}

/** Creates a PaymentIntent or SetupIntent, as a shop's server does. */
export async function createIntent(
  request: APIRequestContext,
  params: Readonly<Record<string, string | number>> = {},
  list: 'payment_intents' | 'setup_intents' = 'payment_intents',
): Promise<StripeOrder> {
  const amount = list === 'payment_intents' ? { amount: 2099, currency: 'usd' } : {};
  const isAutomatic = 'automatic_payment_methods[enabled]' in params;
  const response = await request.post(`/v1/${list}`, {
    headers: { authorization: 'Bearer sk_test_1' },
    form: { ...(!isAutomatic && { 'payment_method_types[0]': 'card' }), ...amount, ...params },
  });
  expect(response.ok(), await response.text()).toBe(true);
  const { client_secret: clientSecret } = await response.json();
  return { publishableKey: 'pk_test_1', clientSecret };
}

/** The frame with a card's fields, as a shop's browser test finds it at Stripe. */
export const cardFrame = (page: Page): FrameLocator =>
  page.frameLocator('iframe[title="Secure card payment input frame"]');

export interface CardToType {
  readonly number?: string;
  readonly expiry?: string;
  readonly cvc?: string;
}

const GOOD: Required<CardToType> = { number: '4242424242424242', expiry: '12 / 34', cvc: '123' };

/** Fills in the Element `card`. */
export async function fillCard(page: Page, card: CardToType = {}): Promise<void> {
  const { cvc, expiry, number } = { ...GOOD, ...card };
  const frame = cardFrame(page);
  await frame.locator('[name="cardnumber"]').fill(number);
  await frame.locator('[name="exp-date"]').fill(expiry);
  await frame.locator('[name="cvc"]').fill(cvc);
}

/** The bank's page in the stand-in's dialog. */
export const challenge = (page: Page): FrameLocator =>
  page.getByRole('dialog', { name: '3-D Secure' }).frameLocator('iframe');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
};

/**
 * Serves the shops' pages on an origin of their own, with the stand-in from the sandbox's. A page
 * that Playwright itself answers has no address, and browsers keep it from this computer's.
 */
export async function serveElsewhere(sandbox: string) {
  const server = createServer(({ url = '' }, response) => {
    const file = join(import.meta.dirname, '../pages', new URL(url, 'http://shop').pathname);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', TYPES[extname(file)] ?? 'text/plain');
    response.end(readFileSync(file, 'utf8').replace('src="/v3/"', `src="${sandbox}/v3/"`));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
