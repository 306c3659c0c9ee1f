import type { Broker } from './broker.ts';

/**
 * An event as a gateway sends it. Typed more closely by the gateway's own package:
 * `createUpdates<Stripe.Event>({ … })`.
 * Source: docs.stripe.com/api/events/object; WooshPay's has the same form.
 */
export interface WebhookEvent {
  /** `evt_…`: the same each time the event is sent. */
  readonly id: string;
  /** `payment_intent.succeeded`, and so on. */
  readonly type: string;
  readonly data: { readonly object: Readonly<Record<string, unknown>> };
}

/** Which pages of other origins may listen. */
export type Origins = '*' | readonly string[];

/** Whose webhooks come. */
export interface WebhookOptions<Event> {
  /** Whose signature a webhook has. */
  readonly gateway: 'stripe' | 'wooshpay';
  /**
   * The endpoint's signing secret (`whsec_…`), from the gateway's dashboard or from the answer that
   * created the endpoint. Several while one is replaced, or for several endpoints of one URL.
   */
  readonly signingSecret: string | readonly string[] | undefined;
  /**
   * Called once for each event that the gateway has signed: here an order is fulfilled. Where it
   * throws, the gateway is answered 500, and sends the event again, for three days. Events may come
   * in any order. A process remembers the last 10,000 ids, and `redisBroker` remembers those of all
   * for four days; still an event can come twice (two processes at the same time, one that dies at
   * work), so note in your database that an order is fulfilled. Answer soon: Stripe waits some
   * seconds, and the page is told afterwards.
   */
  readonly onEvent?: (event: Event) => unknown;
  /** How far the time of a signature may be from now. Seconds; 300 by default, as at Stripe. */
  readonly tolerance?: number;
}

/** A gateway of your own: check its webhooks yourself, and call `publish`. */
export interface NoWebhookOptions {
  readonly gateway?: undefined;
  readonly signingSecret?: undefined;
  readonly onEvent?: undefined;
  readonly tolerance?: undefined;
}

/** What `createUpdates` takes beside the webhook's part. */
export interface StreamOptions {
  /** Between several processes, `redisBroker(client)` or your own. Without it: this process alone. */
  readonly broker?: Broker | undefined;
  /** How often a stream that has nothing to say shows that it is there. Milliseconds; 15,000 by default. */
  readonly heartbeat?: number;
  /** The most streams of this process; 10,000 by default. One more gets 503, and its page polls. */
  readonly limit?: number;
  /**
   * The most streams of one address (of IPv6: one /64); 100 by default, since an office or a mobile
   * network has one address for many. One more gets 429, and its page polls.
   */
  readonly limitPerAddress?: number;
  /**
   * The customer's address, where a proxy stands in front: `(request) =>
   * request.headers.get('x-real-ip')`, if your proxy sets that one itself. Without it, `toNode` takes
   * the connection's own address, unless it is private; elsewhere there is no limit for one address.
   */
  readonly addressOf?: (request: Request) => string | null | undefined;
  /** The origins of pages that may listen, where the shop's API has another one: `['https://shop.example']`. */
  readonly origins?: Origins;
  /** What has gone wrong: `onEvent` has thrown, the broker is lost. The console by default. */
  readonly onError?: (error: unknown) => void;
}

/** The options of `createUpdates`. */
export type UpdatesOptions<Event = WebhookEvent> = StreamOptions &
  (WebhookOptions<Event> | NoWebhookOptions);

const HEADERS = { stripe: 'Stripe-Signature', wooshpay: 'Wooshpay-Signature' } as const;

/** Which header a gateway signs with. */
export function signatureHeader(gateway: string): string {
  const header = new Map(Object.entries(HEADERS)).get(gateway);
  if (header) return header;
  throw new TypeError(
    `createUpdates: gateway is "${gateway}"; known are ${Object.keys(HEADERS).join(' and ')}. For another, leave it out, check the webhook yourself and call publish(intentId).`,
  );
}

/** The webhook's part of the options, or null where there is none. */
export function webhookOptions<Event>(
  options: UpdatesOptions<Event>,
): WebhookOptions<Event> | null {
  if (options.gateway !== undefined) return options;
  const { signingSecret, onEvent, tolerance } = options;
  if ((signingSecret ?? onEvent ?? tolerance) === undefined) return null;
  throw new TypeError(
    'createUpdates: gateway is missing, and without it no webhook can be checked. It is "stripe" or "wooshpay".',
  );
}

/** The secrets, each of them a text; a variable of the environment that is not set is an error. */
export function secretsOf(signingSecret: unknown): string[] {
  const secrets: unknown[] = Array.isArray(signingSecret) ? signingSecret : [signingSecret];
  const texts = secrets.filter((each) => typeof each === 'string' && each.trim() !== '');
  if (texts.length === secrets.length && texts.length > 0) return texts.map(String);
  throw new TypeError(
    'createUpdates: signingSecret is missing or empty. It is the secret of the webhook endpoint (whsec_…); is its environment variable set?',
  );
}

/** A number that can be right, or the default. */
export function positive(name: string, value: number | undefined, byDefault: number): number {
  if (value === undefined) return byDefault;
  if (Number.isFinite(value) && value > 0) return value;
  throw new TypeError(`createUpdates: ${name} is ${value}; it has to be a number above 0.`);
}
