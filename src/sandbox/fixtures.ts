import { isRecord } from '../intent/index.ts';
import type { DialectName } from './base/dialectName.ts';
import type { JsonObject } from './base/json.ts';

/**
 * An object that exists from the start: the parameters of the call that creates it, as the gateway
 * documents them, and `id`. A payment method may have `customer`, to which it is attached; an intent
 * may have `client_secret`, and `simulate`, which is the body of `POST
 * /sandbox/intents/{id}/simulate`.
 */
export interface Fixture {
  /** By chance where there is none. */
  readonly id?: string;
  readonly [parameter: string]: unknown;
}

/** Created in this order, so that each may name those before it by their ids. */
export interface FixtureLists {
  readonly customers?: readonly Fixture[];
  readonly payment_methods?: readonly Fixture[];
  readonly payment_intents?: readonly Fixture[];
  readonly setup_intents?: readonly Fixture[];
  readonly refunds?: readonly Fixture[];
}

/**
 * What exists from the start, and again after each reset, so that tests can rely on its ids.
 *
 * @example
 * createSandbox({
 *   fixtures: {
 *     customers: [{ id: 'cus_ada', email: 'ada@example.com' }],
 *     payment_methods: [
 *       { id: 'pm_ada', customer: 'cus_ada', type: 'card', card: { token: 'tok_visa' } },
 *     ],
 *     payment_intents: [
 *       { id: 'pi_open', client_secret: 'pi_open_secret_1', amount: 1800, currency: 'eur' },
 *     ],
 *   },
 * });
 */
export interface Fixtures extends FixtureLists {
  /** The same at WooshPay; those above are Stripe's. */
  readonly wooshpay?: FixtureLists;
}

interface ListRow {
  /** How an id begins. */
  readonly prefix: string;
  /** What a fixture has beside parameters. */
  readonly beside: readonly string[];
}

const INTENT_KEYS = ['id', 'client_secret', 'simulate'];

const LISTS = {
  customers: { prefix: 'cus', beside: ['id'] },
  payment_methods: { prefix: 'pm', beside: ['id', 'customer'] },
  payment_intents: { prefix: 'pi', beside: INTENT_KEYS },
  setup_intents: { prefix: 'seti', beside: INTENT_KEYS },
  refunds: { prefix: 're', beside: ['id'] },
} as const satisfies Record<keyof FixtureLists, ListRow>;

export type ListName = keyof typeof LISTS;

const LIST_NAMES = Object.keys(LISTS) as ListName[];

/** One fixture, and where it stands: `payment_intents[0]`. */
export interface Entry {
  readonly place: string;
  readonly list: ListName;
  readonly fixture: JsonObject;
  /** Those of its keys that are parameters of the gateway's call. */
  readonly params: JsonObject;
}

export const wrong = (place: string, message: string) =>
  new TypeError(`fixtures.${place}: ${message}`);

function paramsOf(fixture: JsonObject, list: ListName): JsonObject {
  const { beside }: ListRow = LISTS[list];
  return Object.fromEntries(Object.entries(fixture).filter(([name]) => !beside.includes(name)));
}

function checkKeys(value: object, known: readonly string[], place: string): void {
  const unknown = Object.keys(value).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new TypeError(
    `fixtures${place} has an unknown key: ${unknown}. Known are ${known.join(', ')}.`,
  );
}

function entriesOf(lists: JsonObject, at = ''): Entry[] {
  return LIST_NAMES.flatMap((list) => {
    const fixtures = lists[list] ?? [];
    if (!Array.isArray(fixtures)) throw wrong(`${at}${list}`, 'must be a list.');
    return fixtures.map((fixture: unknown, index): Entry => {
      const place = `${at}${list}[${index}]`;
      if (!isRecord(fixture)) throw wrong(place, 'must be an object.');
      return { place, list, fixture, params: paramsOf(fixture, list) };
    });
  });
}

/** `pm_card_visa` and its like are the gateway's own. */
function checkId({ fixture: { id }, list, place }: Entry): void {
  if (id === undefined) return;
  const { prefix } = LISTS[list];
  const isId = typeof id === 'string' && new RegExp(`^${prefix}_\\w{1,100}$`).test(id);
  if (!isId || id.includes('_secret_'))
    throw wrong(place, `id must be ${prefix}_ and 1 to 100 letters, digits or underscores.`);
  if (id.startsWith('pm_card_')) throw wrong(place, `${id} looks like the name of a test card.`);
}

/** Checkouts read the id out of the client secret. */
function checkClientSecret({ fixture: { client_secret, id }, place }: Entry): void {
  if (client_secret === undefined) return;
  if (id === undefined) throw wrong(place, 'a client_secret needs an id.');
  const isSecret = new RegExp(`^${id}_secret_[A-Za-z0-9]{1,100}$`).test(String(client_secret));
  if (!isSecret)
    throw wrong(place, `client_secret must be ${id}_secret_ and 1 to 100 letters or digits.`);
}

function checkUnique(entries: readonly Entry[]): void {
  const places = new Map<unknown, string>();
  for (const { fixture, place } of entries) {
    const first = places.get(fixture.id);
    if (first !== undefined) throw wrong(place, `the id ${fixture.id} is that of ${first}, too.`);
    if (fixture.id !== undefined) places.set(fixture.id, place);
  }
}

const WOOSHPAY = 'wooshpay';

/** The entries of each gateway, in the order in which they are created. Throws for what is wrong. */
export function readFixtures(fixtures: unknown): Readonly<Record<DialectName, readonly Entry[]>> {
  if (!isRecord(fixtures)) throw new TypeError('fixtures must be an object.');
  checkKeys(fixtures, [...LIST_NAMES, WOOSHPAY], '');
  const ofWooshpay = fixtures.wooshpay ?? {};
  if (!isRecord(ofWooshpay)) throw wrong(WOOSHPAY, 'must be an object.');
  checkKeys(ofWooshpay, LIST_NAMES, `.${WOOSHPAY}`);
  const byGateway = {
    stripe: entriesOf(fixtures),
    wooshpay: entriesOf(ofWooshpay, `${WOOSHPAY}.`),
  };
  const all = [...byGateway.stripe, ...byGateway.wooshpay];
  for (const entry of all) {
    checkId(entry);
    if (entry.params.client_secret === undefined) checkClientSecret(entry);
  }
  checkUnique(all);
  return byGateway;
}
