import type { DialectName } from '../base/dialectName.ts';
import type { Endpoint, Endpoints } from './endpoints.ts';
import type { EventType } from './eventTypes.ts';

/** One try to hand over an event. */
export interface Attempt {
  /** Milliseconds, by the sandbox's clock. */
  readonly at: number;
  /** What the endpoint answered; null where no answer came. */
  readonly status: number | null;
  readonly error: string | null;
}

/** One event on its way to one endpoint. The payment in it is the event log's to keep, or to drop. */
export interface Delivery {
  readonly event: {
    readonly id: string;
    readonly type: EventType;
    /** Milliseconds. */
    readonly at: number;
    readonly intentId: string;
    readonly dialect: DialectName;
  };
  readonly endpoint: Pick<Endpoint, 'id' | 'url'>;
  readonly attempts: Attempt[];
  state: 'waiting' | 'delivered' | 'failed';
}

/** As many events as `EventLog` keeps at most, of which each endpoint gets one. */
const MOST_EVENTS = 5000;

/** What was sent where, by event; the oldest give way. */
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

  /** How many endpoints have not taken the event: both gateways' `pending_webhooks`. */
  pending(eventId: string): number {
    const deliveries = this.of(eventId);
    const taken = deliveries.filter(({ state }) => state === 'delivered').map(endpointOf);
    const all = new Set(deliveries.map(endpointOf));
    return all.size - new Set(taken).size;
  }
}

const endpointOf = ({ endpoint }: Delivery) => endpoint.id;

/** An address as pages and logs may show it: a query often holds a token. */
export function shownUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** A delivery as the log tells it, times in seconds. It holds no intent, so no secret. */
export function presentDelivery({ attempts, endpoint, event, state }: Delivery): object {
  return {
    event: event.id,
    type: event.type,
    payment_intent: event.intentId,
    endpoint: endpoint.id,
    url: shownUrl(endpoint.url),
    state,
    attempts: attempts.map(({ at, ...result }) => ({ at: at / 1000, ...result })),
  };
}

/** The endpoint as it is now, if it still wants what is on its way. */
export function openEndpoint(endpoints: Endpoints, { endpoint }: Delivery): Endpoint | null {
  const now = endpoints.get(endpoint.id);
  return now?.enabled ? now : null;
}
