import { networkOf, peerAddress } from './address.ts';
import { answer, methodNotAllowed, retryLater } from './answers.ts';
import { BrokerLink } from './brokerLink.ts';
import { corsHeaders } from './cors.ts';
import { processBroker } from './memoryBroker.ts';
import { positive, type UpdatesOptions, type WebhookEvent, webhookOptions } from './options.ts';
import { Streams } from './streams.ts';
import { idProblem } from './update.ts';
import { Webhook } from './webhook.ts';

/** What is held at the moment, for a dashboard or a test. */
export interface UpdatesStats {
  /** Pages that wait, how many payments they wait for, and from how many addresses that are known. */
  readonly streams: number;
  readonly intents: number;
  readonly addresses: number;
  /** The latest updates and events that are remembered; 10,000 of each at most. */
  readonly remembered: number;
  readonly events: number;
  /** False while messages of other processes cannot come. */
  readonly isBrokerConnected: boolean;
}

/** Webhooks in, "look now" out. Its functions need no `this`. */
export interface Updates {
  /**
   * Answers a webhook: 200; 400 where it is not the gateway's, with the reason in words; 500 where
   * `onEvent` has thrown.
   */
  readonly handleWebhook: (request: Request) => Promise<Response>;
  /**
   * Answers `?intent=pi_…` with a stream of Server-Sent Events, for the option `updatesUrl`. It says
   * nothing but "look now": who listens learns when something has changed, and not what.
   */
  readonly handleStream: (request: Request) => Response;
  /** Tells the pages of an intent to look, for what no webhook says; `settled` ends their streams. */
  readonly publish: (intentId: string, options?: { readonly settled?: boolean }) => Promise<void>;
  readonly stats: () => UpdatesStats;
  /** Ends all streams before a process stops. What comes after it is answered 503. */
  readonly close: () => Promise<void>;
}

const reportToConsole = (error: unknown) => console.error('[paystep/server]', error);

/** Browsers do not ask before an `EventSource`; what stands in for one may. */
const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET',
  'Access-Control-Allow-Headers': 'Last-Event-ID, Cache-Control',
};

const CLOSED = 'This server is about to stop.';

/**
 * Updates the pages of customers who wait, from the gateway's webhooks.
 *
 * | request | answer |
 * | --- | --- |
 * | webhook, signed | `onEvent` is called; 200 |
 * | the same event again | 200, and nothing else |
 * | webhook: no signature, a wrong, old or future one; empty or too large; no event | 400 |
 * | webhook, and `onEvent` throws | 500: the gateway sends it again |
 * | `?intent=pi_…` | 200 and a stream; it ends when the payment is settled |
 * | the same, `Last-Event-ID` older than the latest update | 200, and "look now" at once |
 * | the same, and the page knows that it is settled | 204: an `EventSource` stays away |
 * | no id, or a client secret | 400 |
 * | too many streams of one address, or in all | 429, 503, with `Retry-After` |
 * | another method | 405 |
 *
 * @throws TypeError for an option that cannot be right, as a signing secret that is empty.
 * @example
 * ```ts
 * import { createUpdates } from 'paystep/server';
 *
 * const updates = createUpdates({
 *   gateway: 'stripe',
 *   signingSecret: process.env.STRIPE_WEBHOOK_SECRET,
 *   onEvent: ({ type, data }) => {
 *     if (type === 'payment_intent.succeeded') return fulfil(data.object.metadata.order);
 *   },
 * });
 *
 * app.post('/webhook', (c) => updates.handleWebhook(c.req.raw));
 * app.get('/updates', (c) => updates.handleStream(c.req.raw));
 * ```
 */
export function createUpdates<Event = WebhookEvent>(options: UpdatesOptions<Event>): Updates {
  const { origins = [], onError = reportToConsole } = options;
  const warned = new Set<string>();
  const streams = new Streams({
    heartbeat: positive('heartbeat', options.heartbeat, 15_000),
    limit: positive('limit', options.limit, 10_000),
    limitPerAddress: positive('limitPerAddress', options.limitPerAddress, 100),
    onAddressLimit: warnOnceOfProxy,
  });
  const broker = options.broker ?? processBroker();
  const link = new BrokerLink(broker, streams, onError);
  const publish = link.publish.bind(link);
  const checked = webhookOptions(options);
  const webhook = checked && new Webhook(checked, { broker, publish, onError });
  let isClosed = false;

  function warnOnceOfProxy(address: string) {
    if (warned.size > 0) return;
    warned.add(address);
    onError(
      new Error(
        `${address} has reached limitPerAddress. If it is a proxy of yours, tell createUpdates the customer's address by addressOf.`,
      ),
    );
  }

  function addressOf(request: Request): string | null {
    if (!options.addressOf) return peerAddress(request);
    const address = options.addressOf(request);
    return address ? networkOf(address) : null;
  }

  function openStream(request: Request, headers: Readonly<Record<string, string>>): Response {
    const intent = new URL(request.url).searchParams.get('intent') ?? '';
    const problem = idProblem(intent);
    if (problem) return answer(400, problem, headers);
    const lastEventId = request.headers.get('last-event-id');
    return streams.open({ intent, address: addressOf(request), lastEventId, headers });
  }

  return {
    async handleWebhook(request) {
      if (isClosed) return retryLater(503, CLOSED);
      if (webhook) return webhook.answer(request);
      return answer(501, 'createUpdates was given no gateway, so it takes no webhooks.');
    },
    handleStream(request) {
      const headers = corsHeaders(request, origins);
      if (request.method === 'OPTIONS') return answer(204, null, { ...headers, ...PREFLIGHT });
      if (request.method !== 'GET') return methodNotAllowed('GET');
      return isClosed ? retryLater(503, CLOSED) : openStream(request, headers);
    },
    async publish(intentId, { settled = false } = {}) {
      const problem = idProblem(intentId);
      if (problem) throw new TypeError(`publish: ${problem}`);
      await publish({ intent: intentId, settled });
    },
    stats: () => ({
      ...streams.stats,
      events: webhook?.size ?? 0,
      isBrokerConnected: link.isConnected,
    }),
    async close() {
      isClosed = true;
      streams.close();
      await link.close();
    },
  };
}
