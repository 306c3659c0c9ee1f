import { BoundedMap } from '../base/bounded.ts';
import type { DialectName } from '../base/dialectName.ts';
import { newId } from '../base/ids.ts';
import type { JsonObject } from '../base/json.ts';
import type { Random } from '../base/random.ts';
import { API_VERSION } from '../dialect/apiVersion.ts';
import { DIALECTS } from '../dialect/dialects.ts';
import type { Intent } from '../payment/intent.ts';
import { type EventType, eventsOf } from './eventTypes.ts';
import type { Trigger } from './store.ts';

/** An event with the intent as it was then. */
export interface GatewayEvent {
  readonly id: string;
  readonly type: EventType;
  /** Milliseconds. */
  readonly at: number;
  readonly intent: Intent;
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

/** The event as its gateway shows it, with the intent as a secret key sees it. */
export function presentEvent(
  { at, trigger, id, intent, type }: GatewayEvent,
  pending: number,
): JsonObject {
  const dialect = DIALECTS[intent.dialect];
  const view = { publishable: false, expand: [], style: null };
  return {
    id,
    object: 'event',
    ...(intent.account !== null && { account: intent.account }),
    api_version: API_VERSIONS[intent.dialect],
    created: dialect.time(at),
    data: { object: dialect.present(intent, view) },
    livemode: false,
    pending_webhooks: pending,
    request: { id: trigger?.requestId ?? null, idempotency_key: trigger?.idempotencyKey ?? null },
    type,
  };
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

  /** Stores the events of a change and returns them in order. */
  add(before: Intent | undefined, after: Intent, trigger: Trigger | null): GatewayEvent[] {
    const { now, random } = this.#sources;
    const at = now();
    const events = eventsOf(before, after).map((type) => {
      return { id: newId('evt', after.dialect, random), type, at, intent: after, trigger };
    });
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
      .filter(({ intent }) => intent.dialect === dialect)
      .reverse();
  }

  /** The events of one intent, oldest first. */
  about(intentId: string): GatewayEvent[] {
    return this.#events.values().filter(({ intent }) => intent.id === intentId);
  }
}
