import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { confirmed, createTestClient, SECRET, type TestClient } from '../testing/client.ts';
import { returnUrl, webhookUrl } from './urls.ts';

const PAGES = [
  'https://shop.example/thanks?order=7#paid',
  'http://localhost:3000/return',
  'http://192.168.1.5:3000/',
  'https://shop.example/茶?q=%0a',
  'https://bücher.example/',
  'HTTPS://SHOP.EXAMPLE',
];

const APPS = ['shop-app://paid', 'com.example.shop:/return', 'stripesdk://x', 'exp://127.0.0.1/x'];

const NEITHER = [
  '',
  'shop.example/thanks',
  '/thanks',
  '//shop.example/thanks',
  'localhost:3000/return',
  'C:/return.html',
  'about:blank',
  'about:srcdoc',
  'ABOUT:blank',
  'view-source:https://shop.example/',
  'filesystem:https://shop.example/temporary/x',
  'intent://shop.example/#Intent;scheme=https;end',
  'intent:#Intent;end',
  'javascript:alert(1)',
  'javascript://shop.example/%0aalert(1)',
  'JaVaScRiPt:/alert(1)',
  'data:text/html,x',
  'blob:https://shop.example/1',
  'file:///etc/passwd',
  'vbscript:x',
  'chrome://settings/',
  'chrome-extension://abc/x',
  'moz-extension://abc/x',
  'resource://gre/',
  'jar:https://shop.example/x',
  'ms-settings:/x',
  'ms-appinstaller:/?source=https://evil.example',
  'search-ms:/x',
  'mailto:a@b.c',
  'tel:/123',
  'sms:/123',
  'ftp://shop.example/',
  'ws://shop.example/',
  'wss://shop.example/',
  'http://',
  'https://',
  'http://[',
];

/** What `URL` takes out without a word. */
const BLANKS = [
  '\n',
  '\r',
  '\r\n',
  '\t',
  ' ',
  '\0',
  '\x1f',
  '\x7f',
  '\x85',
  '\u00a0',
  '\u2028',
  '\ufeff',
];

const broken = BLANKS.flatMap((blank) => [
  `https://shop.example/a${blank}b`,
  `${blank}https://shop.example/`,
  `https://shop.example/${blank}`,
  `ht${blank}tps://shop.example/`,
  `shop-app://pa${blank}id`,
  `java${blank}script:alert(1)`,
]);

const takes = (reader: typeof returnUrl, url: string) => {
  try {
    return reader(url, 'url') === url;
  } catch {
    return false;
  }
};

describe('a return URL', () => {
  it.each([...PAGES, ...APPS])('accepts %s', (url) => expect(takes(returnUrl, url)).toBe(true));

  it.each([...NEITHER, ...broken])('refuses %j', (url) =>
    expect(takes(returnUrl, url)).toBe(false),
  );
});

describe('a webhook’s URL', () => {
  it.each([...PAGES, 'http://169.254.169.254/x'])('accepts %s', (url) =>
    expect(takes(webhookUrl, url)).toBe(true),
  );

  it.each([
    ...APPS,
    ...NEITHER,
    ...broken,
    'https://user:pass@shop.example/',
    'https://u@shop.example',
  ])('refuses %j', (url) => expect(takes(webhookUrl, url)).toBe(false));
});

describe('both dialects', () => {
  let client: TestClient;
  beforeEach(() => {
    client = createTestClient();
  });

  const METHODS = { stripe: 'ideal', wooshpay: 'gcash' } as const;

  const pay = (dialect: 'stripe' | 'wooshpay', url: string) =>
    client[dialect]('', confirmed(METHODS[dialect], { return_url: url }));

  const DIALECTS = ['stripe', 'wooshpay'] as const;

  it.each(DIALECTS)('refuse such a return URL by name: %s', async (dialect) => {
    for (const url of [...NEITHER.slice(1), ...broken]) {
      const { body, status } = await pay(dialect, url);
      expect([url, status]).toEqual([url, 400]);
      expect(body.error).toMatchObject({ code: 'url_invalid', param: 'return_url' });
    }
    for (const path of ['/v1/webhook_endpoints']) {
      const headers = { authorization: `Bearer ${SECRET}` };
      const body = new URLSearchParams({ url: 'https://a/\n', 'enabled_events[]': '*' });
      expect((await client.send(path, { method: 'POST', headers, body })).status).toBe(400);
    }
  });

  it.each(DIALECTS)('redirect with an ASCII header: %s', async (dialect) => {
    for (const url of [...PAGES, ...APPS]) {
      const { body } = await pay(dialect, url);
      const response = await client.submit(`/sandbox/bank/${body.id}`, { answer: 'succeed' });
      const redirectUrl = response.headers.get('location') ?? '';
      expect([url, response.status]).toEqual([url, 303]);
      expect(redirectUrl).toMatch(/^[\x21-\x7e]+$/);
      expect(new URL(redirectUrl).protocol).toBe(new URL(url).protocol);
      const page = await client.send(`/sandbox/bank/${body.id}`);
      expect(page.status).toBe(200);
    }
  });

  it('accept no URL that breaks a page, a header or a return', async () => {
    const part = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom(...BLANKS));
    const start = fc.constantFrom(
      'https://',
      'http://a/',
      'shop-app://',
      'shop-app:/',
      'x',
      'https://a/?',
    );
    const url = fc.tuple(start, part, part).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...DIALECTS), url, async (dialect, url) => {
        const { body, status } = await pay(dialect, url);
        expect([200, 400]).toContain(status);
        if (status === 400) return;
        const response = await client.submit(`/sandbox/bank/${body.id}`, { answer: 'fail' });
        expect(response.status).toBe(303);
        expect((await client.send(`/sandbox/bank/${body.id}`)).status).toBe(200);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
