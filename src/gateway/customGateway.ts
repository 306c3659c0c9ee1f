import { intentIdOf, isRecord, parseIntent } from '../intent/index.ts';
import { checkedIntent } from './callGateway.ts';
import { createGatewayReader } from './createGatewayReader.ts';
import type { Dialect } from './dialect.ts';
import type { Gateway } from './gateway.ts';
import { isParsed } from './intentJson.ts';

/** What reads and confirms; the rest of a {@link Gateway} may be left out. */
export type CustomGateway = Pick<Gateway, 'retrieve' | 'confirm'> & Partial<Gateway>;

/** What `createGateway` has made, whose answers are checked already. */
const checked = new WeakSet<object>();

/** Marks a gateway as one that checks its own answers. */
export function markChecked(gateway: Gateway): Gateway {
  checked.add(gateway);
  return gateway;
}

/** Whether it is a gateway, complete or not, and no {@link Dialect}, which has a name, a base URL and no key. */
export const isGateway = (source: unknown): source is CustomGateway =>
  isRecord(source) && ('publishableKey' in source || !('baseUrl' in source && 'name' in source));

/**
 * A gateway of a merchant's own, whose answers are checked as any other's: that they are PaymentIntents,
 * parsed or as JSON, and the one that was asked for.
 * @throws {TypeError} where it does not read or confirm.
 */
export function checkedGateway(source: CustomGateway): Gateway {
  if (checked.has(source)) return source as Gateway;
  const { name = 'custom', baseUrl = '', publishableKey = '', intentId = intentIdOf } = source;
  const { account, parse = parseIntent, retrieve, confirm } = source;
  const dialect: unknown = {
    name,
    baseUrl,
    intentId,
    parse: (answer: unknown) => (isParsed(answer) ? answer : parse(answer)),
    retrieve,
    confirm,
  };
  const reader = createGatewayReader({
    gateway: dialect as Dialect,
    publishableKey,
    account,
    retrieve: (clientSecret, options) => source.retrieve(clientSecret, options),
  });
  return {
    ...reader,
    confirm: async (clientSecret, ...more) =>
      checkedIntent(
        reader,
        await source.confirm(clientSecret, ...more),
        intentId(clientSecret) ?? '',
        clientSecret,
      ),
  };
}
