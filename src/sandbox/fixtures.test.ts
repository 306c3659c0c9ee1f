import { describe, expect, it } from 'vitest';
import { createSandbox } from './index.ts';
import { createTestClient, SECRET } from './testing/client.ts';
import { settle } from './testing/timers.ts';

const ADA = { id: 'cus_ada', email: 'ada@example.com', metadata: { plan: 'gold' } };
const ADAS_CARD = {
  id: 'pm_ada_visa',
  customer: 'cus_ada',
  type: 'card',
  card: { token: 'tok_visa' },
};
const PAID = {
  id: 'pi_paid',
  amount: 1800,
  currency: 'eur',
  customer: 'cus_ada',
  payment_method: 'pm_ada_visa',
  confirm: true,
  return_url: 'https://shop.example/',
};
const OPEN = { id: 'pi_open', client_secret: 'pi_open_secret_1', amount: 900, currency: 'eur' };

const FIXTURES = {
  customers: [ADA],
  payment_methods: [ADAS_CARD],
  payment_intents: [PAID, OPEN],
  setup_intents: [{ id: 'seti_open', customer: 'cus_ada', usage: 'on_session' }],
  refunds: [{ id: 're_half', payment_intent: 'pi_paid', amount: 900 }],
  wooshpay: { payment_intents: [{ id: 'pi_woosh', amount: 10, currency: 'USD' }] },
};

const HEADERS = { authorization: `Bearer ${SECRET}` };
const clientOf = (fixtures: object) => {
  const client = createTestClient({ fixtures });
  const get = async (path: string) => (await client.send(path, { headers: HEADERS })).body;
  return { ...client, get };
};

describe('fixtures', () => {
  it('exist from the start, with their ids', async () => {
    const { get } = clientOf(FIXTURES);
    expect(await get('/v1/customers/cus_ada')).toMatchObject({
      email: 'ada@example.com',
      metadata: { plan: 'gold' },
    });
    expect(await get('/v1/payment_methods/pm_ada_visa')).toMatchObject({
      customer: 'cus_ada',
      card: { last4: '4242' },
    });
    expect(await get('/v1/payment_intents/pi_paid')).toMatchObject({
      status: 'succeeded',
      amount_received: 1800,
      customer: 'cus_ada',
      payment_method: 'pm_ada_visa',
      latest_charge: 'ch_paid_01',
    });
    expect(await get('/v1/payment_intents/pi_open')).toMatchObject({
      status: 'requires_payment_method',
      client_secret: 'pi_open_secret_1',
    });
    expect(await get('/v1/setup_intents/seti_open')).toMatchObject({ usage: 'on_session' });
    expect(await get('/v1/refunds/re_half')).toMatchObject({ amount: 900, charge: 'ch_paid_01' });
    expect(await get('/v1/charges/ch_paid_01')).toMatchObject({ amount_refunded: 900 });
    expect(await get('/wooshpay/v1/payment_intents/pi_woosh')).toMatchObject({ currency: 'USD' });
  });

  it('can be used as if they had been created by a request', async () => {
    const client = clientOf(FIXTURES);
    const { body } = await client.stripe('/pi_open/confirm', {
      payment_method: 'pm_card_visa',
      return_url: 'https://shop.example/',
    });
    expect(body).toMatchObject({ id: 'pi_open', status: 'succeeded' });
    expect((await client.post('stripe', '/customers/cus_ada', { name: 'Ada' })).body.name).toBe(
      'Ada',
    );
  });

  it('get an id and a client secret by chance where they have none', async () => {
    const { get } = clientOf({ payment_intents: [{ amount: 900, currency: 'eur' }] });
    const [intent] = (await get('/v1/payment_intents')).data;
    expect(intent.id).toMatch(/^pi_3\w{23}$/);
    expect(intent.client_secret).toMatch(new RegExp(`^${intent.id}_secret_\\w{25}$`));
  });

  it('have as many lists as a test needs', async () => {
    const { get } = clientOf({});
    expect((await get('/v1/customers')).data).toEqual([]);
  });

  it('may be what a customer, or time, has made of a payment', async () => {
    const { get } = clientOf({
      payment_intents: [
        {
          id: 'pi_scanned',
          amount: 900,
          currency: 'cny',
          payment_method_data: { type: 'wechat_pay' },
          confirm: true,
          simulate: { outcome: 'succeed' },
        },
        {
          id: 'pi_declined',
          amount: 900,
          currency: 'eur',
          payment_method: 'pm_card_chargeDeclined',
          confirm: true,
        },
      ],
    });
    expect((await get('/v1/payment_intents/pi_scanned')).status).toBe('succeeded');
    expect(await get('/v1/payment_intents/pi_declined')).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'card_declined' },
    });
  });

  it('send a customer to the sandbox’s own pages', async () => {
    const ideal = {
      ...OPEN,
      payment_method_data: { type: 'ideal' },
      confirm: true,
      return_url: 'https://shop.example/',
    };
    const { get, sandbox } = clientOf({ payment_intents: [ideal] });
    const urlOf = async () =>
      (await get('/v1/payment_intents/pi_open')).next_action.redirect_to_url.url;
    expect(await urlOf()).toMatch(/^http:\/\/localhost:4242\/sandbox\//);
    await sandbox.reset('http://localhost:5000');
    expect(await urlOf()).toMatch(/^http:\/\/localhost:5000\/sandbox\//);
  });

  it('are no events, and no webhooks', async () => {
    const urls: string[] = [];
    const { send } = createTestClient({
      // A refund's reference comes later, which is an event.
      fixtures: { ...FIXTURES, refunds: [] },
      forwardTo: ['http://localhost:3000/'],
      fetch: async (url) => {
        urls.push(url);
        return new Response();
      },
    });
    await settle();
    // As long as Stripe takes for the balance transaction of a charge, and more.
    await send('/sandbox/clock', { method: 'POST', body: '{"advance":60}' });
    await settle();
    expect((await send('/v1/events', { headers: HEADERS })).body.data).toEqual([]);
    expect(urls).toEqual([]);
  });

  it('are not created again beside a snapshot, which has them', async () => {
    const before = clientOf(FIXTURES);
    await before.post('stripe', '/customers/cus_ada', { name: 'Ada' });
    const snapshot = before.sandbox.snapshot();
    const after = createTestClient({ fixtures: FIXTURES, snapshot });
    const { body } = await after.send('/v1/customers/cus_ada', { headers: HEADERS });
    expect(body.name).toBe('Ada');
  });
});

describe('fixtures that are wrong', () => {
  const intent = (more: object) => ({ payment_intents: [{ ...OPEN, ...more }] });
  it.each<[string, object, string]>([
    ['no object', [1], 'fixtures must be an object'],
    [
      'an unknown list',
      { costumers: [] },
      'fixtures has an unknown key: costumers. Known are customers, ',
    ],
    [
      'an unknown list of WooshPay’s',
      { wooshpay: { wooshpay: {} } },
      'fixtures.wooshpay has an unknown key',
    ],
    ['a list that is none', { customers: ADA }, 'fixtures.customers: must be a list'],
    [
      'an entry that is none',
      { customers: ['cus_ada'] },
      'fixtures.customers[0]: must be an object',
    ],
    [
      'an unknown parameter',
      intent({ amonut: 1 }),
      'fixtures.payment_intents[0] (pi_open): Received unknown parameter: amonut',
    ],
    [
      'a missing parameter',
      { payment_intents: [OPEN, { id: 'pi_2', amount: 1 }] },
      'fixtures.payment_intents[1] (pi_2): Missing required param: currency',
    ],
    ['another’s id', { customers: [{ id: 'pi_1' }] }, 'fixtures.customers[0]: id must be cus_ and'],
    [
      'an id of other characters',
      { customers: [{ id: 'cus_a b' }] },
      'fixtures.customers[0]: id must be cus_ and',
    ],
    ['an id that reads as a secret', intent({ id: 'pi_1_secret_2' }), 'id must be pi_ and'],
    [
      'a test card’s name',
      { payment_methods: [{ ...ADAS_CARD, id: 'pm_card_visa' }] },
      'looks like the name of a test card',
    ],
    [
      'an id twice',
      { customers: [ADA, { name: 'Bob' }, ADA] },
      'fixtures.customers[2]: the id cus_ada is that of customers[0], too',
    ],
    [
      'an id at both gateways',
      { customers: [ADA], wooshpay: { customers: [ADA] } },
      'fixtures.wooshpay.customers[0]: the id cus_ada',
    ],
    [
      'a secret of another payment',
      intent({ client_secret: 'pi_2_secret_1' }),
      'client_secret must be pi_open_secret_ and',
    ],
    [
      'a secret with something before it',
      intent({ client_secret: 'xpi_open_secret_1' }),
      'client_secret must be pi_open_secret_ and',
    ],
    ['a secret without an id', intent({ id: undefined }), 'a client_secret needs an id'],
    [
      'a secret of a customer',
      { customers: [{ ...ADA, client_secret: 'cus_ada_secret_1' }] },
      'Received unknown parameter: client_secret',
    ],
    [
      'a customer that is none',
      intent({ customer: 'cus_bob' }),
      "(pi_open): No such customer: 'cus_bob'",
    ],
    [
      'a card that cannot be saved',
      {
        customers: [ADA],
        payment_methods: [{ ...ADAS_CARD, card: { token: 'tok_chargeDeclined' } }],
      },
      'fixtures.payment_methods[0] (pm_ada_visa): Your card was declined',
    ],
    [
      'an outcome that is none',
      intent({ simulate: { outcome: 'sucess' } }),
      '(pi_open): Invalid outcome: must be one of',
    ],
    [
      'an outcome that the status does not allow',
      intent({ simulate: 'succeed' }),
      '(pi_open): Invalid outcome',
    ],
    [
      'too much text',
      { customers: [{ ...ADA, name: 'x'.repeat(6000) }] },
      'fixtures.customers[0] (cus_ada): Invalid name: must be at most 5000 characters',
    ],
  ])('say what is wrong, and where: %s', (_, fixtures, message) => {
    expect(() => createSandbox({ fixtures })).toThrow(message);
  });
});
