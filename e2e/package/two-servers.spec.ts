import type { Page } from '@playwright/test';
import { payOnScannedPage, scan } from '../support/customer.ts';
import { findRedis, NO_REDIS } from '../support/redisServer.ts';
import { expect, test } from '../support/shop.ts';
import { TwoServers } from '../support/twoServers.ts';

// One after the other in one worker: they stop what the others need.
test.describe.configure({ mode: 'default' });

const shops = new TwoServers();

test.beforeAll(async () => {
  test.setTimeout(240_000);
  // Not every contributor's system has one; where the tests decide, they run.
  test.skip(findRedis() === null && !process.env.CI, NO_REDIS);
  await shops.open();
});

test.afterAll(() => shops.close());

/** Opens a checkout at a server, up to its code; returns what the order is called. */
async function showCode(page: Page, url: string): Promise<string> {
  const created = page.waitForResponse('**/api/orders');
  await page.addInitScript(() => {
    const successes: string[] = [];
    Object.assign(window, { successes });
    addEventListener('paystep-success', ({ type }) => successes.push(type));
  });
  await page.goto(url);
  await page.getByRole('radio', { name: 'WeChat Pay' }).click();
  await page.getByRole('button', { name: 'Show QR code' }).click();
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible();
  return (await (await created).json()).id;
}

async function payOnPhone(page: Page): Promise<void> {
  const phone = await page.context().newPage();
  await phone.goto(await scan(page.getByRole('img', { name: /^QR code/ })));
  await payOnScannedPage(phone);
  await phone.close();
}

const successes = (page: Page) =>
  page.evaluate(() => (window as unknown as { successes: string[] }).successes.length);

/** How often the shop has sent the goods of an order. */
const deliveries = (order: string) =>
  shops.servers
    .map(({ output }) => output)
    .join('')
    .split(`Order ${order} is paid`).length - 1;

const streamsOf = (at: 0 | 1) => async () => (await shops.servers[at].health()).streams;

const areConnected = async () => {
  const all = await Promise.all(shops.servers.map((server) => server.health()));
  return all.map(({ isBrokerConnected }) => isBrokerConnected);
};

test('the webhook reaches one server, and the customer at the other is told at once', async ({
  shop,
  page,
}) => {
  const [, other] = shops.servers;
  await shop.stopPolling();
  const order = await showCode(page, other.url);
  await expect.poll(streamsOf(1)).toBe(1);
  await payOnPhone(page);
  await shop.expectPhase('succeeded');
  await expect(page.getByText('Your tea is on its way')).toBeVisible();
  await expect.poll(() => deliveries(order)).toBe(1);
  expect(await successes(page)).toBe(1);
  expect(await Promise.all([streamsOf(0)(), streamsOf(1)()])).toEqual([0, 0]);
});

test('a customer who leaves takes the stream along', async ({ page }) => {
  await showCode(page, shops.servers[1].url);
  await expect.poll(streamsOf(1)).toBe(1);
  await page.goto('about:blank');
  await expect.poll(streamsOf(1)).toBe(0);
});

for (const how of ['is killed', 'is stopped'] as const) {
  test(`the server of a customer ${how}: the other takes over`, async ({ shop, page }) => {
    const order = await showCode(page, shops.url);
    const counts = () => Promise.all([streamsOf(0)(), streamsOf(1)()]);
    await expect.poll(async () => (await counts()).join()).toMatch(/^(0,1|1,0)$/);
    const at = (await counts())[0] === 1 ? 0 : 1;
    const server = shops.servers[at];
    await (how === 'is killed' ? server.kill() : server.stop());
    const survivor = at === 0 ? 1 : 0;
    await expect.poll(streamsOf(survivor)).toBe(1);
    // Where it was the one that gets the webhooks, the gateway goes on trying.
    await payOnPhone(page);
    await server.startAgain();
    await shop.expectPhase('succeeded');
    await expect.poll(() => deliveries(order), { timeout: 40_000 }).toBe(1);
    expect(await successes(page)).toBe(1);
  });
}

test('without Redis the page sees the payment by itself, and the order is sent once', async ({
  shop,
  page,
}) => {
  const order = await showCode(page, shops.servers[1].url);
  await expect.poll(streamsOf(1)).toBe(1);
  await shops.redis.stop();
  await expect.poll(areConnected).toEqual([false, false]);
  expect(await streamsOf(1)()).toBe(1);
  await payOnPhone(page);
  // The safety net of a stream that is open.
  await expect(shop.widget).toHaveAttribute('data-phase', 'succeeded', { timeout: 20_000 });
  await shops.redis.start();
  await expect.poll(areConnected).toEqual([true, true]);
  await expect.poll(() => deliveries(order), { timeout: 40_000 }).toBe(1);
  expect(await successes(page)).toBe(1);
});

test('what came while Redis was down is seen as soon as it is back', async ({ shop, page }) => {
  await shop.stopPolling();
  await showCode(page, shops.servers[1].url);
  await expect.poll(streamsOf(1)).toBe(1);
  await shops.redis.stop();
  await expect.poll(areConnected).toEqual([false, false]);
  await payOnPhone(page);
  await shops.redis.start();
  await shop.expectPhase('succeeded');
  for (const { output } of shops.servers) expect(output).toMatch(/Redis is lost/);
});
