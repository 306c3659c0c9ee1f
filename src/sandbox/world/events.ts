import { BoundedMap } from '../base/bounded.ts';
import type { DialectName } from '../base/dialectName.ts';
import { newId } from '../base/ids.ts';
import type { JsonObject } from '../base/json.ts';
import type { Random } from '../base/random.ts';
import { API_VERSION } from '../dialect/apiVersion.ts';
import { DIALECTS } from '../dialect/dialects.ts';
import type { Change } from '../payment/change.ts';
import type { Trigger } from './changes.ts';
import { type EventType, eventsOf, type Happening } from './eventTypes.ts';
import {
  presentAfter,
  presentBefore,
  presentCashBalance,
  presentLastCashTransaction,
} from './presentObject.ts';
import { previousAttributes } from './previousAttributes.ts';

/** An event with its object as it was then. */
export interface GatewayEvent {
  readonly id: string;
  readonly type: EventType;
  readonly dialect: DialectName;
  /** The connected account that it belongs to; null for the platform's. */
  readonly account: string | null;
  /** Milliseconds. */
  readonly at: number;
  /** The object as its gateway shows it to a secret key. */
  readonly object: JsonObject;
  /** The former values of what has changed; null where the event does not say. */
  readonly previous: JsonObject | null;
  /** The intent that the event is about, also where its object is a charge; null for others. */
  readonly intentId: string | null;
  /** The request that caused it; null where a customer or time did. */
  readonly trigger: Trigger | null;
}

/** Enough for days of work by hand; the gateways store events for thirty days. */
const LIMITS = { entries: 5000, characters: 20_000_000 } as const;

/** WooshPay's guide to webhooks (doc-2517709) shows `1.0.1`. */
const API_VERSIONS: Readonly<Record<DialectName, string>> = {
  stripe: API_VERSION,
  wooshpay: '1.0.1',
};

/** The event as its gateway shows it, by default with the version of the gateway. */
export function presentEvent(
  event: GatewayEvent,
  pending: number,
  version?: string | null,
): JsonObject {
  const { account, at, dialect, id, object, previous, trigger, type } = event;
  return {
    id,
    object: 'event',
    ...(account !== null && { account }),
    api_version: version ?? API_VERSIONS[dialect],
    created: DIALECTS[dialect].time(at),
    data: { object, ...(previous && { previous_attributes: previous }) },
    livemode: false,
    pending_webhooks: pending,
    request: { id: trigger?.requestId ?? null, idempotency_key: trigger?.idempotencyKey ?? null },
    type,
  };
}

function intentIdOf({ after, kind }: Change): string | null {
  if (kind === 'intent') return after.id;
  return kind === 'charge' || kind === 'refund' ? after.paymentIntent : null;
}

/**
 * What an event shows beside its object: `*.updated` always (stripe 23.1.0, `Events.d.ts`), and by
 * recorded events and Stripe's guides a few more (docs.stripe.com/payments/multicapture#webhooks;
 * mage2pro/stripe, `Webhook/Charge/Refunded.php`).
 */
const SHOWS_PREVIOUS =
  /\.updated$|^charge\.(captured|refunded)$|^payment_method\.detached$|\.amount_capturable_updated$/;

const IS_UPDATE = /\.updated$/;

const isEmpty = (object: JsonObject) => Object.keys(object).length === 0;

type EventContent = Pick<
  GatewayEvent,
  'account' | 'dialect' | 'intentId' | 'object' | 'previous' | 'type'
>;

type Present = (change: Change) => JsonObject;

/** Presents each object once, although several events show it. */
function presentOnce(): Present {
  const presented = new Map<Change, JsonObject>();
  return (change) => {
    const object = presented.get(change) ?? presentAfter(change);
    presented.set(change, object);
    return object;
  };
}

/** The events of a part of what has changed. */
const PARTS: Partial<Record<EventType, Present>> = {
  'cash_balance.funds_available': presentCashBalance,
  'customer_cash_balance_transaction.created': presentLastCashTransaction,
};

/** Null for an update that changed nothing to be seen. */
function contentOf({ change, type }: Happening, present: Present): EventContent | null {
  const { account, dialect } = change.after;
  const object = (PARTS[type] ?? present)(change);
  const before = SHOWS_PREVIOUS.test(type) ? presentBefore(change) : null;
  const previous = before && previousAttributes(before, object);
  if (IS_UPDATE.test(type) && previous && isEmpty(previous)) return null;
  return { type, dialect, account, object, previous, intentId: intentIdOf(change) };
}

interface Sources {
  readonly now: () => number;
  readonly random: Random;
}

/** The events of both dialects, in memory; the oldest give way. */
export class EventLog {
  readonly #events = new BoundedMap<GatewayEvent>(LIMITS);
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Stores the events of changes and returns them in order. */
  add(changes: readonly Change[], trigger: Trigger | null): GatewayEvent[] {
    const { now, random } = this.#sources;
    const at = now();
    const present = presentOnce();
    const contents = eventsOf(changes)
      .map((happening) => contentOf(happening, present))
      .filter((content) => content !== null);
    const events = contents.map(
      (content): GatewayEvent => ({
        id: newId('evt', content.dialect, random),
        at,
        trigger,
        ...content,
      }),
    );
    for (const event of events) this.#events.set(event.id, event);
    return events;
  }

  get(id: string): GatewayEvent | undefined {
    return this.#events.get(id);
  }

  /** Newest first. */
  of(dialect: DialectName): GatewayEvent[] {
    return this.#events
      .values()
      .filter((event) => event.dialect === dialect)
      .reverse();
  }

  /** The events about one intent, oldest first. */
  about(intentId: string): GatewayEvent[] {
    return this.#events.values().filter((event) => event.intentId === intentId);
  }
}
