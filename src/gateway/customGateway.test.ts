import { afterEach, expect, it, vi } from 'vitest';
import { PaymentIntentError, parseIntent } from '../intent/index.ts';
import { createGateway, type GatewaySource, resolveGateway } from './createGateway.ts';
import type { CustomGateway } from './customGateway.ts';
import {
  gatewayWith,
  ID,
  INTENT,
  PK,
  rejectionOf,
  respondWith,
  SECRET,
} from './testing/fakeFetch.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** A gateway that answers so, and has nothing but the two functions. */
const openAnswering = (answer: unknown) => {
  const answers = async () => answer as never;
  return resolveGateway({ gateway: { retrieve: answers, confirm: answers } });
};

it.each<[string, unknown]>([
  ['a PaymentIntent', parseIntent(INTENT)],
  ['the gateway’s JSON', INTENT],
])('an object that reads and confirms is a gateway, whether it gives %s', async (_, answer) => {
  const { retrieve, confirm } = openAnswering(answer);
  const intent = { ...parseIntent(INTENT), gateway: 'custom' };
  expect(await retrieve(SECRET)).toEqual(intent);
  expect(await confirm(SECRET, {}, { idempotencyKey: 'key-1' })).toEqual(intent);
});

it.each<[string, unknown]>([
  ['another PaymentIntent', { ...parseIntent(INTENT), id: 'pi_2' }],
  ['another PaymentIntent’s JSON', { ...INTENT, id: 'pi_2' }],
  ['no PaymentIntent', { id: ID }],
  ['a text', 'paid'],
  ['nothing', undefined],
])('what it gives is not believed where it is %s', async (_, answer) => {
  const { retrieve, confirm } = openAnswering(answer);
  const malformed = { kind: 'malformed' };
  expect(await rejectionOf(retrieve(SECRET))).toMatchObject(malformed);
  const confirmed = confirm(SECRET, {}, { idempotencyKey: 'key-1' });
  expect(await rejectionOf(confirmed)).toMatchObject(malformed);
});

it('what it throws is a lost connection, with the error as its cause and in the console', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const bug = new Error('no such shelf');
  const retrieve = () => Promise.reject(bug);
  const gateway = resolveGateway({ gateway: { ...gatewayWith({}), baseUrl: '/shelf', retrieve } });
  expect(await rejectionOf(gateway.retrieve(SECRET))).toMatchObject({
    kind: 'network',
    cause: bug,
  });
  expect(log.mock.calls).toEqual([[expect.stringMatching(/retrieve\(\).*Error: no such shelf/)]]);
});

it.each([{}, { retrieve: async () => INTENT }, { name: 'acme', baseUrl: 'https://a.example' }])(
  'an object that cannot read and confirm is no gateway: %j',
  (gateway) => {
    const source = { gateway, publishableKey: PK } as unknown as GatewaySource;
    expect(() => resolveGateway(source)).toThrow(/without retrieve and confirm/);
  },
);

it('methods of a class keep their object', async () => {
  class Shelf implements CustomGateway {
    intent = parseIntent(INTENT);
    async retrieve() {
      return this.intent;
    }
    async confirm() {
      return this.intent;
    }
  }
  const { retrieve, confirm } = resolveGateway({ gateway: new Shelf() });
  expect(await retrieve(SECRET)).toMatchObject({ id: ID });
  expect(await confirm(SECRET, {}, { idempotencyKey: 'key-1' })).toMatchObject({ id: ID });
});

it('a gateway that was made by createGateway is taken as it is', () => {
  const gateway = createGateway({ gateway: 'stripe', publishableKey: PK });
  expect(resolveGateway({ gateway })).toBe(gateway);
});

it('a parse() that throws is malformed and never the network, and the developer reads why, once', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const bug = new TypeError("Cannot read properties of undefined (reading 'ref')");
  const { retrieve } = gatewayWith({
    gateway: {
      name: 'acme',
      baseUrl: 'https://acme.example',
      retrieve: () => ({}),
      confirm: () => ({}),
      parse: () => {
        throw bug;
      },
    },
    fetch: respondWith(INTENT),
  });
  for (const read of [1, 2]) {
    expect(await rejectionOf(retrieve(SECRET)), `read ${read}`).toMatchObject({
      kind: 'malformed',
      cause: bug,
      message: expect.stringContaining(`parse() has thrown ${bug}`),
    });
  }
  expect(log.mock.calls).toEqual([[expect.stringContaining(`parse() has thrown ${bug}`)]]);
});

it('a parse() that says itself that an answer is none is no mistake', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { retrieve } = gatewayWith({ fetch: respondWith({ id: ID }) });
  const reason = await rejectionOf(retrieve(SECRET));
  expect(reason).toMatchObject({ kind: 'malformed' });
  expect(reason).not.toBeInstanceOf(PaymentIntentError);
  expect(log).not.toHaveBeenCalled();
});
