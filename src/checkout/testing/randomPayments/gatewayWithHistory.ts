import type { IntentKind } from '../../../intent/index.ts';
import type { Intent } from '../../../sandbox/payment/intent.ts';
import { createTestClient, ORIGIN, PUBLISHABLE } from '../../../sandbox/testing/client.ts';
import type { Ledger } from './ledger.ts';
import type { VirtualTime } from './virtualTime.ts';

export type GatewayName = 'stripe' | 'wooshpay';

/** An answer of the gateway, with the version of the payment that it shows. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** What the gateway knew at one time. */
export interface Version {
  readonly name: string;
  readonly intent: Intent;
  readonly at: number;
}

type Json = Record<string, unknown>;

/**
 * The sandbox with one payment. It keeps every version of that payment, and writes the version's name
 * into `description`, so that a test can tell from a state which answer it came of.
 */
export class GatewayWithHistory {
  readonly versions: Version[] = [];
  readonly name: GatewayName;
  /** Whether it is paid, or a payment method is saved by a SetupIntent. */
  readonly kind: IntentKind;
  readonly publishableKey = PUBLISHABLE;
  readonly apiBase: string;
  clientSecret = '';
  created: Json = {};
  /** Called whenever the payment has changed. */
  onChange: (version: Version) => void = () => {};
  /** Requests that the sandbox works on. */
  running = 0;
  readonly #client;
  readonly #ledger: Ledger;
  readonly #time: VirtualTime;
  /** The version of the first answer to each idempotency key, which is repeated. */
  readonly #versionByKey = new Map<string, string>();

  /** A payment that has not changed is read in the same words, which saves most of the time. */
  #lastRead = { url: '', version: '', answer: { status: 0, body: '' } };

  constructor(
    name: GatewayName,
    kind: IntentKind,
    seed: number,
    time: VirtualTime,
    ledger: Ledger,
  ) {
    this.name = name;
    this.kind = kind;
    this.apiBase = `${ORIGIN}/${name}`;
    this.#time = time;
    this.#ledger = ledger;
    this.#client = createTestClient({ seed, now: () => time.now });
  }

  /** The merchant's server creates the payment. */
  async create(params: object): Promise<void> {
    const { body } = await this.#client.post(this.name, `/${this.kind}_intents`, params);
    const created = body.error?.[`${this.kind}_intent`] ?? body;
    if (!created.client_secret) throw new Error(`The payment is refused: ${body.error?.message}`);
    this.clientSecret = created.client_secret;
    this.#record();
    this.created = { ...created, description: this.current.name };
  }

  get current(): Version {
    const version = this.versions.at(-1);
    if (!version) throw new Error('The payment was not created.');
    return version;
  }

  get id(): string {
    return this.current.intent.id;
  }

  /** Attempts to pay that have taken effect. */
  get attempts(): number {
    return this.current.intent.confirmations;
  }

  /** Does what the customer at the bank, or the bank itself, would do; nothing where that cannot be. */
  async simulate(outcome: string): Promise<void> {
    this.running += 1;
    await this.#client.simulate(this.id, outcome);
    this.running -= 1;
    this.#record();
  }

  /** Applies deadlines that have passed. */
  due(): void {
    this.#client.sandbox.due();
    this.#record();
  }

  /** Answers a request as it came through the network. */
  async send(url: string, init: RequestInit): Promise<Answer> {
    this.due();
    if (init.method === 'POST') return this.#answer(url, init);
    const { name } = this.current;
    const isKnown = this.#lastRead.url === url && this.#lastRead.version === name;
    const answer = isKnown ? this.#lastRead.answer : await this.#answer(url, init);
    this.#lastRead = { url, version: name, answer };
    return answer;
  }

  async #answer(url: string, { method, headers, body }: RequestInit): Promise<Answer> {
    this.running += 1;
    const request = { method, headers, body } as RequestInit;
    const response = await this.#client.sandbox.fetch(url, request);
    const text = await response.text();
    this.running -= 1;
    this.#record();
    const key = new Headers(headers).get('idempotency-key') ?? '';
    const isRepeated = response.headers.has('idempotent-replayed');
    const version = (isRepeated && this.#versionByKey.get(key)) || this.current.name;
    if (key) this.#versionByKey.set(key, version);
    return { status: response.status, body: withVersion(text, version) };
  }

  #record(): void {
    const intent = this.#client.sandbox.snapshot().intents[0]?.[0];
    const last = this.versions.at(-1);
    if (!intent || intent === last?.intent) return;
    const version = { name: `v${this.versions.length}`, intent, at: this.#time.now };
    this.versions.push(version);
    const error = intent.lastError ? ` (${intent.lastError.code})` : '';
    this.#ledger.write(`gateway: ${version.name} ${intent.status}${error}`);
    this.#ledger.count('status', intent.status);
    this.onChange(version);
  }
}

/** Names the version in an intent, or in the one that a refusal brings along. */
function withVersion(text: string, version: string): string {
  const answer: Json = JSON.parse(text);
  const error = answer.error as Json | undefined;
  const intent = error
    ? ((error.payment_intent ?? error.setup_intent) as Json | undefined)
    : answer;
  if (intent) intent.description = version;
  return JSON.stringify(answer);
}
