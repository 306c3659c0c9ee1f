import { test } from '../support/base.ts';
import { type LoadOptions, loadInHalves, newMeasurements, report } from './loadRun.ts';
import { type Server, startServer } from './loadServer.ts';

const SECONDS = Number(process.env.SECONDS ?? 60);
const RATE = Number(process.env.RATE ?? 200);
/** As many payments as a sandbox remembers: then each new one takes the place of another. */
const REMEMBERED = Number(process.env.REMEMBERED ?? 20_000);
const AT_ONCE = 20;

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

interface Answer {
  readonly id: string;
  readonly latest_charge?: string | { readonly id: string } | null;
}

async function call(method: 'GET' | 'POST', path: string, params: object = {}): Promise<Answer> {
  const form = new URLSearchParams(Object.entries(params));
  const url = `${server.origin}/v1${path}${method === 'GET' ? `?${form}` : ''}`;
  const headers = { authorization: 'Bearer sk_test_bench' };
  const response = await fetch(url, { method, headers, ...(method === 'POST' && { body: form }) });
  const answer = await response.json();
  if (response.ok) return answer;
  throw new Error(`${method} ${path.replace(/_\w{8,}/, '_…')}: ${answer.error?.message}`);
}

const CARD = {
  amount: '2099',
  currency: 'usd',
  payment_method: 'pm_card_visa',
  'payment_method_types[]': 'card',
};

/** What Rails' Pay gem reads of each payment. */
const NESTED = {
  'expand[0]': 'latest_charge.balance_transaction',
  'expand[1]': 'latest_charge.payment_intent',
  'expand[2]': 'latest_charge.refunds.data.balance_transaction',
};

interface Payment {
  readonly intent: string;
  readonly charge: string;
}

/** The payments and payers that later calls are about; the oldest are used first. */
const paid: Payment[] = [];
const open: string[] = [];
const authorized: string[] = [];
let customer = '';

const chargeOf = ({ latest_charge: charge }: Answer) =>
  typeof charge === 'string' ? charge : (charge?.id ?? '');

async function pay(params: object = {}): Promise<void> {
  const answer = await call('POST', '/payment_intents', { ...CARD, confirm: 'true', ...params });
  paid.push({ intent: answer.id, charge: chargeOf(answer) });
}

async function create(): Promise<void> {
  open.push((await call('POST', '/payment_intents', CARD)).id);
}

async function authorize(): Promise<void> {
  const params = { ...CARD, confirm: 'true', capture_method: 'manual' };
  authorized.push((await call('POST', '/payment_intents', params)).id);
}

const refund = () => call('POST', '/refunds', { charge: paid.shift()?.charge ?? '' });

const latest = () => paid.at(-1) ?? { intent: '', charge: '' };

type Call = () => Promise<unknown>;

/** How often of all calls each is made: as shops and their tests do. */
const CALLS: readonly (readonly [times: number, call: Call])[] = [
  [6, () => pay(NESTED)],
  [2, create],
  [2, () => call('POST', `/payment_intents/${open.shift()}/confirm`)],
  [1, authorize],
  [1, () => call('POST', `/payment_intents/${authorized.shift()}/capture`)],
  [3, refund],
  [2, () => call('GET', `/charges/${latest().charge}`, { 'expand[]': 'balance_transaction' })],
  [1, () => call('GET', '/charges', { payment_intent: latest().intent })],
  [1, () => call('GET', '/refunds', { limit: '20', 'expand[]': 'data.charge' })],
  [1, () => call('GET', '/balance_transactions', { source: latest().charge })],
  [1, () => call('GET', '/events', { 'types[]': 'charge.*', limit: '20' })],
  [
    1,
    async () => {
      ({ id: customer } = await call('POST', '/customers', { email: 'ada@shop.example' }));
    },
  ],
  [1, () => call('GET', '/customers/search', { query: "email:'ada@shop.example'" })],
  [1, () => call('GET', '/payment_intents/search', { query: "status:'succeeded'" })],
  [
    1,
    () =>
      call('POST', '/setup_intents', {
        confirm: 'true',
        customer,
        payment_method: 'pm_card_visa',
        'payment_method_types[]': 'card',
      }),
  ],
];

const TURNS = CALLS.flatMap(([times, each]) => Array.from({ length: times }, () => each));

/** The calls mixed: a step that shares no factor with their number visits each once. */
const turn = (count: number): Call => TURNS[(count * 7) % TURNS.length] as Call;

async function fill(): Promise<void> {
  ({ id: customer } = await call('POST', '/customers'));
  for (let count = 0; count < REMEMBERED; count += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, () => pay()));
    await Promise.all(Array.from({ length: AT_ONCE }, refund));
  }
  // Later calls find some to refund, to confirm and to capture.
  for (const begin of [() => pay(), create, authorize])
    await Promise.all(Array.from({ length: AT_ONCE }, begin));
}

test(`${RATE} calls of merchants a second for ${SECONDS} s, beside ${REMEMBERED} payments`, async () => {
  test.setTimeout(SECONDS * 1000 + 600_000);
  await fill();
  const options: LoadOptions = {
    rate: RATE,
    seconds: SECONDS,
    step: (count) => async () => void (await turn(count)()),
  };
  const measurements = newMeasurements();
  report(measurements, await loadInHalves(server, options, measurements), options);
});
