import { beforeEach, describe, expect, it } from 'vitest';
import {
  card,
  confirmed,
  createTestClient,
  ORIGIN,
  SECRET,
  type TestClient,
} from '../../testing/client.ts';
import { createTestTimers, settle } from '../../testing/timers.ts';

let client: TestClient;
let now: number;
let time: ReturnType<typeof createTestTimers>;
let answers: number[];

beforeEach(() => {
  now = Date.UTC(2026, 10, 20, 12, 0, 0);
  const testTimers = createTestTimers();
  time = testTimers;
  answers = [];
  client = createTestClient({
    now: () => now,
    timers: time.timers,
    forwardTo: ['http://localhost:3000/hook?token=tk_7'],
    // What an earlier test has left on its way takes none of this test's answers.
    fetch: async () =>
      new Response(null, { status: (time === testTimers && answers.shift()) || 200 }),
  });
});

const start = async (type = 'wechat_pay', more: object = {}) =>
  (await client.stripe('', confirmed(type, more))).body;
const page = async (path: string) => (await client.send(path)).body as string;
const consolePath = (id: string) => `/sandbox/console/${id}`;
const statusOf = async (id: string) => (await client.read('stripe', id)).body.status;

/** A form of the console, as a browser sends it. */
const submit = (path: string, fields: Record<string, string> = {}, from = '/sandbox/') =>
  client.send(`/sandbox/console${path}`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', referer: `${ORIGIN}${from}` },
    body: new URLSearchParams(fields),
  });

/** Only the list of payments: other parts of the page name payments too. */
const listOf = (html: string) =>
  html.slice(html.indexOf('id="list"'), html.indexOf('class="panels"'));

/** The words of a page, without its tags. */
const textOf = (html: string) =>
  html
    .replaceAll('<wbr>', '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the list of payments', () => {
  it('says that there are none', async () => {
    expect(await page('/sandbox/')).toContain('No payments here yet');
    const { headers, status } = await client.send('/sandbox');
    expect([status, headers.get('location')]).toEqual([302, '/sandbox/']);
  });

  it('has the newest first, with amount, status, method and time', async () => {
    const first = await start();
    now += 1000;
    const { body: second } = await client.wooshpay('', { amount: 1050, currency: 'USD' });
    const html = await page('/sandbox/');
    expect(html.indexOf(second.id)).toBeLessThan(html.indexOf(first.id));
    expect(html).toContain(`href="${consolePath(first.id)}"`);
    expect(textOf(html)).toContain('2 found');
    expect(textOf(html)).toContain(
      `€18.00 requires action ${first.id} Stripe · wechat pay 2026-11-20 12:00:00`,
    );
    expect(textOf(html)).toContain('$10.50 requires payment method');
  });

  it.each([
    ['?status=succeeded', ['paid']],
    ['?status=requires_action', ['waiting']],
    ['?gateway=wooshpay', ['woosh']],
    ['?gateway=stripe', ['waiting', 'paid']],
    ['?status=&gateway=&search=', ['waiting', 'paid', 'woosh']],
    ['?status=canceled', []],
  ])('with %s has %o', async (query, expected) => {
    const paid = (await client.stripe('', card('4242424242424242'))).body.id;
    const waiting = (await start()).id;
    const atWooshpay = (await client.wooshpay('', { amount: 10, currency: 'USD' })).body.id;
    const html = listOf(await page(`/sandbox/${query}`));
    const all = { paid, waiting, woosh: atWooshpay };
    const shown = Object.entries(all).filter(([, id]) => html.includes(id));
    expect(shown.map(([name]) => name).sort()).toEqual([...expected].sort());
  });

  it('finds by a part of the id, without patterns', async () => {
    const [one, other] = [await start(), await start()];
    const html = listOf(await page(`/sandbox/?search=${one.id.slice(5, 20).toLowerCase()}`));
    expect(html).toContain(one.id);
    expect(html).not.toContain(other.id);
    expect(await page('/sandbox/?search=%3Cscript%3E"')).toContain('value="&lt;script&gt;&quot;"');
  });

  it('links to older payments', async () => {
    for (let at = 0; at < 51; at++) await client.stripe('', { amount: 100 + at, currency: 'eur' });
    const html = await page('/sandbox/?gateway=stripe');
    const older = /href="(\/sandbox\/\?[^"]*after=[^"]*)">Older/.exec(html)?.[1] ?? '';
    expect(older).toContain('gateway=stripe');
    const next = await page(older.replaceAll('&amp;', '&'));
    expect(next).toContain('€1.00');
    expect(next.match(/class="row"/g)).toHaveLength(1);
    expect(next).not.toContain('Older');
  });
});

describe('the page of a payment', () => {
  it('is also reached from beside the payment', async () => {
    const { id } = await start();
    const { headers, status } = await client.send(`/sandbox/intents/${id}/console`);
    expect([status, headers.get('location')]).toEqual([302, consolePath(id)]);
    expect((await client.send(consolePath('pi_none'))).status).toBe(404);
  });

  it('shows calls, statuses and events in order', async () => {
    const { id } = await start();
    for (let at = 0; at < 3; at++) {
      now += 1000;
      await client.read('stripe', id);
    }
    now += 1000;
    await client.simulate(id, 'succeed');
    await settle();
    const text = textOf(await page(consolePath(id)));
    const order = [
      '12:00:00 POST /stripe/v1/payment_intents 200',
      'requires action',
      'payment_intent.created',
      'payment_intent.requires_action',
      `12:00:01 GET /stripe/v1/payment_intents/${id} 200 × 3, last 12:00:03`,
      '12:00:04 succeeded received €18.00',
      'payment_intent.succeeded',
    ].map((each) => text.indexOf(each, text.indexOf('Timeline')));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
  });

  it('shows deliveries', async () => {
    answers = [503];
    const { id } = await start();
    await settle();
    expect(textOf(await page(consolePath(id)))).toContain('waiting localhost:3000/hook · 503');
    await time.advance(1000);
    expect(textOf(await page(consolePath(id)))).toContain(
      'delivered localhost:3000/hook · 200 · 2 attempts',
    );
  });

  it('shows a refusal with its code', async () => {
    const { body } = await client.stripe('', card('4000000000000002'));
    const text = textOf(await page(consolePath(body.error.payment_intent.id)));
    expect(text).toContain('requires payment method card_declined');
    expect(text).toContain('Last error card_declined');
  });

  it('has a button for each outcome, disabled where it is impossible', async () => {
    const { id } = await start();
    await client.simulate(id, 'process');
    const html = await page(consolePath(id));
    const buttons = [...html.matchAll(/value="(\w+)"\s*(disabled)?>/g)].map(
      ([, name, disabled]) => [name, disabled === undefined],
    );
    expect(Object.fromEntries(buttons)).toMatchObject({ succeed: true, fail: true, expire: false });
  });

  /** What its script puts in place of the old summary. */
  const summaryOf = async (id: string, from = client) => {
    const { body } = await from.send(consolePath(id));
    return body.slice(body.indexOf('id="summary" data-live'), body.indexOf('id="customer"'));
  };

  it('lists what Stripe would refuse', async () => {
    const { id } = await start('ideal', { currency: 'usd' });
    const summary = textOf(await summaryOf(id));
    expect(summary).toContain('Stripe would refuse this ideal is paid in eur only at Stripe;');
    await client.stripe(`/${id}`, { currency: 'eur' });
    expect(await summaryOf(id)).not.toContain('would refuse');
    const { body } = await client.wooshpay('', confirmed('wechat_pay', { currency: 'kwd' }));
    expect(await summaryOf(body.id)).not.toContain('would refuse');
  });

  it('escapes caveats', async () => {
    const { id } = await start();
    const { intents, ...other } = client.sandbox.snapshot();
    const odd = { allowedTypes: ['<b>coin</b>'], captureMethod: 'manual' };
    const snapshot = {
      ...other,
      intents: intents.map(([intent, end]) => [{ ...intent, ...odd }, end] as const),
    };
    const summary = await summaryOf(id, createTestClient({ now: () => now, snapshot }));
    expect(summary).toContain('<li>&lt;b&gt;coin&lt;/b&gt; cannot be captured');
  });
});

describe('the buttons', () => {
  it.each([
    ['succeed', 'succeeded'],
    ['fail', 'requires_payment_method'],
    ['expire', 'requires_payment_method'],
    ['cancel', 'canceled'],
    ['process', 'processing'],
  ])('%s a payment', async (outcome, status) => {
    const { id } = await start();
    const { headers, status: answer } = await submit(`/${id}/simulate`, { outcome });
    expect([answer, headers.get('location')]).toEqual([303, consolePath(id)]);
    expect(await statusOf(id)).toBe(status);
  });

  it('take a transfer in parts, and fail it whatever the field says', async () => {
    const { id } = await start('customer_balance');
    expect(await page(consolePath(id))).toMatch(/name="amount"[^>]*value="1800"/);
    await submit(`/${id}/simulate`, { outcome: 'succeed', amount: '500' });
    const html = await page(consolePath(id));
    expect(html).toMatch(/name="amount"[^>]*value="1300"/);
    expect(textOf(html)).toContain('Still to come €13.00');
    expect(textOf(html)).toContain('payment_intent.partially_funded');
    await submit(`/${id}/simulate`, { outcome: 'fail', amount: '1300' });
    expect(await statusOf(id)).toBe('requires_payment_method');
  });

  it('say what is wrong', async () => {
    const { id } = await start();
    await client.simulate(id, 'succeed');
    const { body, status } = await submit(`/${id}/simulate`, { outcome: 'fail' });
    expect(status).toBe(400);
    expect(body).toContain('role="alert"');
    expect(textOf(body)).toContain('status of succeeded');
    expect((await submit(`/${id}/simulate`)).status).toBe(400);
    expect((await submit('/pi_none/simulate', { outcome: 'fail' })).status).toBe(303);
  });

  it('send an event again', async () => {
    const { id } = await start();
    await settle();
    const html = await page(consolePath(id));
    const action = /action="\/sandbox\/console(\/events\/evt_\w+\/resend)"/.exec(html)?.[1] ?? '';
    const { headers, status } = await submit(action, {}, consolePath(id));
    expect([status, headers.get('location')]).toEqual([303, consolePath(id)]);
    await settle();
    expect((await client.send('/sandbox/deliveries')).body.data).toHaveLength(3);
    expect((await submit('/events/evt_none/resend')).status).toBe(400);
  });

  it('move the clock', async () => {
    const options = { wechat_pay: { expires_after_seconds: 60 } };
    const { id } = await start('wechat_pay', { payment_method_options: options });
    await submit('/clock', { advance: '60' });
    expect(await statusOf(id)).toBe('requires_payment_method');
    await submit('/clock', { advance: '3600' });
    await submit('/clock', { advance: '86400' });
    expect(textOf(await page('/sandbox/'))).toContain(
      '2026-11-21 13:01:00 UTC (1 d 1 h 1 min ahead)',
    );
    for (const advance of ['', '-5', 'x', '1e99']) {
      expect((await submit('/clock', { advance })).status).toBe(advance === '' ? 303 : 400);
    }
  });

  it('begin faults, show them, and end them', async () => {
    const { id } = await start();
    await submit('/faults', { kind: 'server_error', calls: 'GET', times: '' });
    expect((await client.read('stripe', id)).status).toBe(500);
    const html = await page('/sandbox/');
    expect(textOf(html)).toContain('500 server error GET · until ended');
    const end = /action="\/sandbox\/console(\/faults\/\w+\/end)"/.exec(html)?.[1] ?? '';
    expect((await submit(end)).status).toBe(303);
    expect(await statusOf(id)).toBe('requires_action');
    await submit('/faults', { kind: 'rate_limit', calls: '', times: '1' });
    expect((await client.read('stripe', id)).status).toBe(429);
    expect((await client.read('stripe', id)).status).toBe(200);
    expect((await submit('/faults', { kind: 'flood' })).status).toBe(400);
    await submit('/faults', { kind: 'conflict', calls: 'confirm', times: '3', when: 'after' });
    const rule = '409 key in use, work done confirm · 3 × more';
    expect(textOf(await page('/sandbox/'))).toContain(rule);
  });

  it('redirect back to the page of the form only', async () => {
    const back = async (from: string) =>
      (await submit('/clock', { advance: '1' }, from)).headers.get('location');
    expect(await back('/sandbox/?status=succeeded')).toBe('/sandbox/?status=succeeded');
    expect(await back(consolePath('pi_7'))).toBe(consolePath('pi_7'));
    expect(await back('/shop')).toBe('/sandbox/');
  });
});

it.each(['%0d%0aX-Evil:%201', '%E6%97%A5', '..%2f..%2fv1', '%00'])(
  'puts nothing of a path into a header: %s',
  async (id) => {
    const answers = [
      await client.send(`/sandbox/intents/${id}/console`),
      await client.submit(`/sandbox/console/${id}/simulate`, { outcome: 'succeed' }),
    ];
    for (const { headers, status } of answers) {
      expect([302, 303]).toContain(status);
      expect(headers.get('location')).toBe(
        `/sandbox/console/${encodeURIComponent(decodeURIComponent(id))}`,
      );
      expect(headers.get('x-evil')).toBeNull();
    }
  },
);

describe('another site', () => {
  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: ORIGIN },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:9999' },
  ])('cannot press a button, with %o', async (headers) => {
    const { id } = await start();
    const post = (path: string, fields: Record<string, string>) =>
      client.send(`/sandbox/console${path}`, {
        method: 'POST',
        headers: headers as Record<string, string>,
        body: new URLSearchParams(fields),
      });
    expect((await post(`/${id}/simulate`, { outcome: 'cancel' })).status).toBe(403);
    expect((await post('/clock', { advance: '60' })).status).toBe(403);
    expect((await post('/faults', { kind: 'drop' })).status).toBe(403);
    expect(await statusOf(id)).toBe('requires_action');
  });

  it.each([{ origin: ORIGIN }, { 'sec-fetch-site': 'none' }, {}])(
    'is not who sends %o',
    async (headers) => {
      const answer = await client.send('/sandbox/console/clock', {
        method: 'POST',
        headers: headers as Record<string, string>,
        body: new URLSearchParams({ advance: '60' }),
      });
      expect(answer.status).toBe(303);
    },
  );

  it('cannot read the pages, nor frame them', async () => {
    const { id } = await start();
    for (const path of ['/sandbox/', consolePath(id)]) {
      const { headers } = await client.send(path, { headers: { origin: 'https://evil.example' } });
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
  });
});

describe('every page', () => {
  it('has a strict policy, no inline code, and no secret', async () => {
    const description = '<img src="x"> & co';
    const { client_secret, id } = await start('wechat_pay', { description });
    await client.simulate(id, 'fail');
    await settle();
    const secret = client.sandbox.forwarding[0]?.secret;
    for (const path of ['/sandbox/', consolePath(id), '/sandbox/?search=pi']) {
      const { body, headers } = await client.send(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('cache-control')).toBe('no-store');
      expect(body).not.toMatch(/<style|<script>| style=| on\w+=|<img/);
      for (const each of [
        client_secret,
        client_secret.split('_secret_')[1],
        secret,
        SECRET,
        'tk_7',
      ]) {
        expect(body).not.toContain(each);
      }
    }
    expect(await page(consolePath(id))).toContain('&lt;img src=&quot;x&quot;&gt; &amp; co');
  });

  it.each([
    ['console.css', 'text/css', '.timeline'],
    ['console.js', 'text/javascript', 'new EventSource('],
    ['page.css', 'text/css', '.ribbon'],
    ['ddc.js', 'text/javascript', 'submit('],
  ])('serves %s', async (file, type, part) => {
    const { body, headers, status } = await client.send(`/sandbox/assets/${file}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(body).toContain(part);
  });

  it('survives a form that cannot be read', async () => {
    const { id } = await start();
    for (const path of [`/sandbox/console/${id}/simulate`, `/sandbox/qr/${id}`]) {
      const { status } = await client.send(path, {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        body: '\u0000--y\r\n',
      });
      expect(status).toBeLessThan(500);
    }
  });
});

describe('the stream of changes', () => {
  const openConsole = async (query = '') =>
    (await client.sandbox.fetch(`${ORIGIN}/sandbox/console/changes${query}`)).body
      ?.pipeThrough(new TextDecoderStream())
      .getReader();

  it('says that something has changed, at most four times a second', async () => {
    const { id } = await start();
    await settle();
    const stream = await openConsole();
    const chunks: (string | undefined)[] = [];
    const listen = async () => {
      for (let next = await stream?.read(); next && !next.done; next = await stream?.read()) {
        chunks.push(next.value);
      }
    };
    const listening = listen();
    for (let at = 0; at < 10; at++) await client.read('stripe', id);
    await settle();
    expect(chunks).toEqual([expect.stringContaining('retry:'), 'data: changed\n\n']);
    await time.advance(250);
    expect(chunks).toHaveLength(3);
    await time.advance(10_000);
    expect(chunks).toHaveLength(3);
    await stream?.cancel();
    await listening;
    await settle();
    expect(time.waiting.size).toBe(0);
  });

  it('may be about one payment', async () => {
    const [one, other] = [await start(), await start()];
    await settle();
    const stream = await openConsole(`?intent=${one.id}`);
    await stream?.read();
    await client.simulate(other.id, 'succeed');
    await settle();
    expect(time.waiting.size).toBe(1);
    await client.simulate(one.id, 'succeed');
    expect((await stream?.read())?.value).toBe('data: changed\n\n');
    await stream?.cancel();
  });

  it('says that a refund of the payment has been made', async () => {
    const { id } = (await client.stripe('', card('4242424242424242'))).body;
    await settle();
    const stream = await openConsole(`?intent=${id}`);
    await stream?.read();
    await client.post('stripe', '/refunds', { payment_intent: id });
    expect((await stream?.read())?.value).toBe('data: changed\n\n');
    await stream?.cancel();
  });
});
