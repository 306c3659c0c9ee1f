import fc from 'fast-check';
import qs from 'qs';
import { beforeAll, expect, it } from 'vitest';
import { isRecord } from '../../intent/index.ts';
import { ROUTES } from '../api.ts';
import { confirmed, createTestClient, SECRET, type TestClient } from '../testing/client.ts';
import { createPayments } from '../testing/fuzzing.ts';
import { answerOf } from './answerOf.ts';
import { fieldsOf, type Target } from './expandable.ts';

const GATEWAYS = ['stripe', 'wooshpay'] as const;
type Gateway = (typeof GATEWAYS)[number];

/** A read of an object or a list. */
interface Read {
  readonly url: string;
  readonly answer: Target;
}

let client: TestClient;
let reads: readonly Read[];

const get = (url: string, params: object = {}) =>
  client.send(`${url}${url.includes('?') ? '&' : '?'}${qs.stringify(params)}`, {
    headers: { authorization: `Bearer ${SECRET}` },
  });

/** A saved debit, a payment by it, a declined one, and one that is refunded, of a customer. */
async function createObjects(gateway: Gateway): Promise<void> {
  const { body } = await client.post(gateway, '/customers', { name: 'Ada' });
  const debit = { ...confirmed('sepa_debit'), customer: body.id };
  const { amount: _amount, currency: _currency, ...setup } = debit;
  await client.post(gateway, '/setup_intents', setup);
  await client.post(gateway, '/payment_intents', debit);
  await client.post(gateway, '/payment_intents', {
    ...debit,
    payment_method_data: { type: 'card', card: { number: '4000000000000002' } },
    payment_method_types: ['card'],
  });
  const card = { type: 'card', card: { number: '4242424242424242' } };
  const byCard = { ...debit, payment_method_data: card, payment_method_types: ['card'] };
  const { body: paid } = await client.post(gateway, '/payment_intents', byCard);
  await client.post(gateway, '/refunds', { payment_intent: paid.id, amount: 100 });
  await client.post(gateway, '/test_helpers/confirmation_tokens', {
    payment_method: 'pm_card_visa',
  });
}

/** A list, and each object in it. */
async function readsOf(gateway: Gateway, path: string): Promise<Read[]> {
  const query = path.endsWith('/search') ? '?query=created>1' : '?limit=30';
  const url = `/${gateway}/v1${path}`;
  const { body } = await get(`${url}${query}`);
  const ids: string[] = body.data.map(({ id }: { id: string }) => id);
  const base = path.replace(/\/search$/, '');
  const one = answerOf({ method: 'GET', path: `${base}/:id` });
  const list = { url: `${url}${query}`, answer: answerOf({ method: 'GET', path }) };
  return [list, ...ids.map((id) => ({ url: `/${gateway}/v1${base}/${id}`, answer: one }))];
}

const LISTS = ROUTES.filter(({ method, path }) => method === 'GET' && !path.includes(':'));

beforeAll(async () => {
  client = createTestClient();
  await createPayments(client);
  for (const gateway of GATEWAYS) await createObjects(gateway);
  const all = GATEWAYS.flatMap((gateway) => LISTS.map(({ path }) => readsOf(gateway, path)));
  reads = (await Promise.all(all)).flat();
});

/** The path that some numbers choose among those that the answer can have. */
function pathBy(choices: readonly number[], answer: Target): string {
  const names: string[] = [];
  let target = answer;
  for (const choice of choices) {
    const fields = Object.entries(fieldsOf(target) ?? {});
    const [name, next] = fields[choice % fields.length] ?? [];
    if (name === undefined || next === undefined) break;
    names.push(name);
    target = next;
  }
  return names.join('.');
}

/** Where two answers differ, but for objects in the place of their ids, and for named fields. */
function differences(plain: unknown, shown: unknown, named: readonly string[], at = ''): string[] {
  if (Array.isArray(plain) && Array.isArray(shown)) {
    if (plain.length !== shown.length) return [at];
    return plain.flatMap((each, index) =>
      differences(each, shown[index], named, `${at}[${index}]`),
    );
  }
  if (isRecord(plain) && isRecord(shown)) {
    const added = Object.keys(shown).filter((name) => !(name in plain) && !named.includes(name));
    const inside = Object.entries(plain).flatMap(([name, value]) =>
      differences(value, shown[name], named, `${at}.${name}`),
    );
    return [...added.map((name) => `${at}.${name}`), ...inside];
  }
  const before = typeof plain === 'string' && isRecord(shown) ? shown.id : shown;
  return before === plain ? [] : [at];
}

const choices = fc.array(fc.nat(), { minLength: 1, maxLength: 4 });
const anyRead = fc.nat().map((index) => reads[index % reads.length] ?? { url: '', answer: {} });

it('shows objects in the place of their ids, and changes nothing else', async () => {
  const property = fc.asyncProperty(
    anyRead,
    fc.array(choices, { minLength: 1, maxLength: 5 }),
    async ({ answer, url }, chosen) => {
      const expand = chosen.map((each) => pathBy(each, answer)).filter((path) => path !== '');
      const { body: plain } = await get(url);
      const { body: shown, status } = await get(url, { expand });
      expect([status, shown.error]).toEqual([200, undefined]);
      const named = expand.flatMap((path) => path.split('.'));
      expect(differences(plain, shown, named)).toEqual([]);
    },
  );
  await fc.assert(property, { numRuns: 500 });
}, 60_000);

const anyName = fc.oneof(
  fc.constantFrom('customer', 'data', 'latest_charge', 'refunds', 'payment_method', 'card'),
  fc.constantFrom('__proto__', 'constructor', 'toString', '', '0', 'object', 'id'),
  fc.string({ unit: 'binary', maxLength: 5 }),
);
const anyPath = fc.array(anyName, { maxLength: 6 }).map((names) => names.join('.'));

it('answers any path with what it shows, or with an error that names it', async () => {
  const property = fc.asyncProperty(
    anyRead,
    fc.array(anyPath, { minLength: 1, maxLength: 3 }),
    async ({ url }, expand) => {
      const { body, status } = await get(url, { expand });
      if (status === 200) return;
      expect([status, body.error.type]).toEqual([400, 'invalid_request_error']);
      expect(body.error.message).toMatch(/^(This property cannot be|You cannot) expand/);
    },
  );
  await fc.assert(property, { numRuns: 500 });
}, 60_000);
