import type { Endpoint, Endpoints } from './endpoints.ts';
import type { GatewayEvent } from './events.ts';

/** One attempt to deliver an event. */
export interface Attempt {
  /** Milliseconds, by the sandbox's clock. */
  readonly at: number;
  /** The status of the answer; null without an answer. */
  readonly status: number | null;
  readonly error: string | null;
}

/**
 * The delivery of one event to one endpoint. It does not hold the event's object, which only the
 * event log stores.
 */
export interface Delivery {
  readonly event: Pick<GatewayEvent, 'at' | 'dialect' | 'id' | 'intentId' | 'type'> & {
    /** The event's object: its type and its id. */
    readonly about: { readonly object: string; readonly id: string };
  };
  readonly endpoint: Pick<Endpoint, 'id' | 'url'>;
  readonly attempts: Attempt[];
  state: 'waiting' | 'delivered' | 'failed';
}

/** As many events as `EventLog` stores. */
const MOST_EVENTS = 5000;

/** Deliveries by event; the oldest events give way. */
export class DeliveryLog {
  readonly #byEvent = new Map<string, Delivery[]>();

  add(delivery: Delivery): void {
    const { id } = delivery.event;
    this.#byEvent.set(id, [...this.of(id), delivery]);
    const [oldest] = this.#byEvent.keys();
    if (this.#byEvent.size > MOST_EVENTS && oldest !== undefined) this.#byEvent.delete(oldest);
  }

  of(eventId: string): readonly Delivery[] {
    return this.#byEvent.get(eventId) ?? [];
  }

  /** Newest first. */
  latest(count: number): Delivery[] {
    return [...this.#byEvent.values()].slice(-count).reverse().flat().slice(0, count);
  }

  /**
   * The number of endpoints that have not accepted the event: both gateways' `pending_webhooks`.
   */
  pending(eventId: string): number {
    const deliveries = this.of(eventId);
    const taken = deliveries.filter(({ state }) => state === 'delivered').map(endpointOf);
    const all = new Set(deliveries.map(endpointOf));
    return all.size - new Set(taken).size;
  }
}

const endpointOf = ({ endpoint }: Delivery) => endpoint.id;

/** A URL for pages and logs, without its query, which often holds a token. */
export function shownUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** A delivery as the control API shows it, times in seconds. It holds no object, so no secret. */
export function presentDelivery({ attempts, endpoint, event, state }: Delivery): object {
  return {
    event: event.id,
    type: event.type,
    [event.about.object]: event.about.id,
    endpoint: endpoint.id,
    url: shownUrl(endpoint.url),
    state,
    attempts: attempts.map(({ at, ...result }) => ({ at: at / 1000, ...result })),
  };
}

/** The current endpoint of a delivery, if it is still enabled. */
export function openEndpoint(endpoints: Endpoints, { endpoint }: Delivery): Endpoint | null {
  const now = endpoints.get(endpoint.id);
  return now?.enabled ? now : null;
}
