import { newId, newSigningSecret } from '../base/ids.ts';
import type { JsonObject } from '../base/json.ts';
import { prettyJson } from '../base/prettyJson.ts';
import type { Random } from '../base/random.ts';
import { type Delivery, DeliveryLog } from './delivery.ts';
import { type Endpoint, Endpoints } from './endpoints.ts';
import { EventLog, type GatewayEvent, presentEvent } from './events.ts';
import type { Store } from './store.ts';
import { type CourierOptions, WebhookSender } from './webhookSender.ts';

export interface WebhookOptions extends Pick<CourierOptions, 'fetch' | 'timers' | 'wallClock'> {
  readonly now: () => number;
  readonly random: Random;
}

/** A webhook endpoint of the command line or of `forwardTo`. */
export interface Forwarding {
  readonly url: string;
  /** The signing secret, for the receiver. */
  readonly secret: string;
}

/** Events, endpoints and deliveries. */
export class Webhooks {
  readonly events: EventLog;
  readonly endpoints = new Endpoints();
  readonly deliveries = new DeliveryLog();
  readonly #sender: WebhookSender;
  readonly #options: WebhookOptions;
  readonly #attemptListeners = new Set<(intentId: string) => void>();

  constructor(store: Store, options: WebhookOptions) {
    this.#options = options;
    this.events = new EventLog(options);
    this.#sender = new WebhookSender({
      ...options,
      endpoints: this.endpoints,
      payloadOf: ({ endpoint, event }) => {
        const stored = this.events.get(event.id);
        const version = this.endpoints.get(endpoint.id)?.apiVersion;
        return stored ? prettyJson(this.show(stored, version)) : null;
      },
      onAttempt: ({ event }) => {
        if (event.intentId === null) return;
        for (const listener of this.#attemptListeners) listener(event.intentId);
      },
    });
    store.onChange((changes, trigger) => {
      for (const event of this.events.add(changes, trigger)) this.send(event);
    });
  }

  /** Sends an event to every endpoint that wants it now; returns their number. */
  send(event: GatewayEvent): number {
    const wanting = this.endpoints.wanting(event);
    for (const endpoint of wanting) this.#deliver(event, endpoint);
    return wanting.length;
  }

  /** The event as its gateway shows it now; to an endpoint, with the version that it asks for. */
  show(event: GatewayEvent, version?: string | null): JsonObject {
    return presentEvent(event, this.deliveries.pending(event.id), version);
  }

  /**
   * Adds endpoints for every event of both gateways, with one secret, as stripe-cli does.
   *
   * @param chosen the secret, where it is not by chance
   */
  forwardTo(urls: readonly string[], chosen?: string): Forwarding[] {
    if (urls.length === 0) return [];
    const { now, random } = this.#options;
    // Made in any case, so that a seed gives the same ids with a chosen secret and without.
    const made = newSigningSecret(random);
    const secret = chosen ?? made;
    return urls.map((url) => {
      const id = newId('we', 'stripe', random);
      const common = {
        dialect: null,
        account: null,
        connect: false,
        enabled: true,
        description: null,
        apiVersion: null,
      };
      const given = { id, url, secret, enabledEvents: ['*'], metadata: {}, created: now() };
      this.endpoints.put({ ...common, ...given });
      return { url, secret };
    });
  }

  /** Calls back after each attempt to deliver an event of an intent. */
  onAttempt(listener: (intentId: string) => void): () => void {
    this.#attemptListeners.add(listener);
    return () => this.#attemptListeners.delete(listener);
  }

  /** Sends nothing any more: not what waits, and nothing of events to come. */
  close(): Promise<void> {
    for (const { id } of this.endpoints.all()) this.endpoints.delete(id);
    return this.#sender.close();
  }

  #deliver(
    { object, previous: _, trigger: __, ...event }: GatewayEvent,
    { id, url }: Endpoint,
  ): void {
    // A cash balance has no id but its customer's.
    const about = { object: String(object.object), id: String(object.id ?? object.customer) };
    const delivery: Delivery = {
      event: { ...event, about },
      endpoint: { id, url },
      attempts: [],
      state: 'waiting',
    };
    this.deliveries.add(delivery);
    this.#sender.send(delivery);
  }
}
