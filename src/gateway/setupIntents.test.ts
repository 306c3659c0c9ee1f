import qs from 'qs';
import { expect, it } from 'vitest';
import { parseIntent } from '../intent/index.ts';
import type { ConfirmError } from './confirm.ts';
import { createGateway } from './createGateway.ts';
import type { Dialect } from './dialect.ts';
import type { GatewayName, GatewayOptions } from './gateway.ts';
import { gatewayWith, PK, rejectionOf, respondWith } from './testing/fakeFetch.ts';

const ID = 'seti_1Mm8s8LkdIwHu7ix';
const SECRET = `${ID}_secret_NXDICkPq`;
const SETUP = { id: ID, object: 'setup_intent', status: 'succeeded', usage: 'off_session' };
const KEY = { idempotencyKey: 'key-1' };

/** A gateway that answers with a SetupIntent, and the paths that it was asked for. */
function recordPaths(options: Partial<GatewayOptions>) {
  const asked: { readonly path: string; readonly body: unknown }[] = [];
  const fetch: NonNullable<GatewayOptions['fetch']> = async (input, init = {}) => {
    asked.push({ path: new URL(input).pathname, body: init.body });
    return Response.json(SETUP);
  };
  return { gateway: gatewayWith({ fetch, ...options }), asked };
}

it.each<[GatewayName]>([['stripe'], ['wooshpay']])(
  'a SetupIntent of %s is read and confirmed under its own path',
  async (name) => {
    const { gateway, asked } = recordPaths({ gateway: name });
    expect(await gateway.retrieve(SECRET)).toMatchObject({ kind: 'setup', gateway: name, id: ID });
    expect(await gateway.confirm(SECRET, { payment_method: 'pm_1' }, KEY)).toMatchObject({
      kind: 'setup',
      status: 'succeeded',
    });
    expect(asked.map(({ path }) => path)).toEqual([
      `/v1/setup_intents/${ID}`,
      `/v1/setup_intents/${ID}/confirm`,
    ]);
  },
);

it('a confirm at Stripe has the client secret and the key in its form, as that of a payment', async () => {
  const { gateway, asked } = recordPaths({});
  await gateway.confirm(SECRET, { payment_method: 'pm_1' }, KEY);
  expect(qs.parse(String(asked[0]?.body))).toMatchObject({
    payment_method: 'pm_1',
    client_secret: SECRET,
    key: PK,
  });
});

it('an answer of the other kind is none', async () => {
  const other = { ...SETUP, object: 'payment_intent' };
  const error = await rejectionOf(gatewayWith({ fetch: respondWith(other) }).retrieve(SECRET));
  expect(error).toMatchObject({ kind: 'malformed' });
});

it('a decline has the SetupIntent in it', async () => {
  const declined = {
    ...SETUP,
    status: 'requires_payment_method',
    last_setup_error: { code: 'card_declined', decline_code: 'insufficient_funds' },
  };
  const body = { error: { type: 'card_error', code: 'card_declined', setup_intent: declined } };
  const gateway = gatewayWith({ fetch: respondWith(body, { status: 402 }) });
  const error = (await rejectionOf(gateway.confirm(SECRET, {}, KEY))) as ConfirmError;
  expect(error).toMatchObject({ name: 'ConfirmError', kind: 'rejected', status: 402 });
  expect(error.intent).toMatchObject({
    kind: 'setup',
    lastPaymentError: { declineCode: 'insufficient_funds' },
  });
});

/** A gateway of one's own, whose ids are no gateway's that Paystep knows. */
function dialectWith(parse: Dialect['parse']): Dialect {
  return {
    name: 'acme',
    baseUrl: 'https://acme.example',
    intentId: (secret) => secret.split('.')[0] ?? null,
    retrieve: ({ id }) => ({ path: `/saved/${id}` }),
    confirm: ({ id }) => ({ path: `/saved/${id}` }),
    ...(parse && { parse }),
  };
}

const readBy = (parse: Dialect['parse'], answer: object) =>
  createGateway({ gateway: dialectWith(parse), fetch: respondWith(answer) }).retrieve('a7.x');

it('the kind of a gateway of one’s own is what its parse says', async () => {
  const parse = (answer: unknown) => ({
    ...parseIntent({ ...(answer as object), object: undefined }),
    kind: 'setup' as const,
  });
  expect(await readBy(parse, { id: 'a7', status: 'succeeded' })).toMatchObject({ kind: 'setup' });
});

it('a parse that says no kind is of a payment', async () => {
  const parse = (answer: unknown) => {
    const { kind: _, ...intent } = parseIntent(answer);
    return intent as ReturnType<typeof parseIntent>;
  };
  expect(await readBy(parse, { id: 'a7', status: 'succeeded' })).toMatchObject({ kind: 'payment' });
});

it('without a parse of its own the type of the object tells the kind', async () => {
  const answer = { id: 'a7', object: 'setup_intent', status: 'succeeded' };
  expect(await readBy(undefined, answer)).toMatchObject({ kind: 'setup' });
});
