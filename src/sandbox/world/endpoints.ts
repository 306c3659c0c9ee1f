import type { DialectName } from '../base/dialectName.ts';
import type { EventType } from './eventTypes.ts';

/** A webhook endpoint. */
export interface Endpoint {
  readonly id: string;
  /** Null for both gateways: see `forwardTo`. */
  readonly dialect: DialectName | null;
  /** The connected account that it belongs to; null for the platform's own. */
  readonly account: string | null;
  /** Whether the platform's endpoint gets the events of all connected accounts, and not its own. */
  readonly connect: boolean;
  readonly url: string;
  readonly secret: string;
  readonly enabledEvents: readonly string[];
  readonly enabled: boolean;
  readonly description: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly apiVersion: string | null;
  /** Milliseconds. */
  readonly created: number;
}

const ALL = '*';

/** What an endpoint looks at in an event. */
export interface EventSource {
  readonly type: EventType;
  readonly dialect: DialectName;
  readonly account: string | null;
}

/** Those of the command line get the events of all accounts, as with stripe-cli. */
function isFrom(endpoint: Endpoint, { account, dialect }: EventSource): boolean {
  if (endpoint.dialect === null) return true;
  if (endpoint.dialect !== dialect) return false;
  return endpoint.connect ? account !== null : endpoint.account === account;
}

const wants = (endpoint: Endpoint, event: EventSource) =>
  endpoint.enabled &&
  isFrom(endpoint, event) &&
  endpoint.enabledEvents.some((each) => each === ALL || each === event.type);

/** The webhook endpoints of both dialects, in memory. */
export class Endpoints {
  readonly #endpoints = new Map<string, Endpoint>();

  put(endpoint: Endpoint): Endpoint {
    this.#endpoints.set(endpoint.id, endpoint);
    return endpoint;
  }

  get(id: string): Endpoint | undefined {
    return this.#endpoints.get(id);
  }

  delete(id: string): void {
    this.#endpoints.delete(id);
  }

  /** Newest first, without those of the command line, which belong to no API. */
  of(dialect: DialectName, account: string | null): Endpoint[] {
    return [...this.#endpoints.values()]
      .filter((each) => each.dialect === dialect && each.account === account)
      .reverse();
  }

  all(): Endpoint[] {
    return [...this.#endpoints.values()];
  }

  wanting(event: EventSource): Endpoint[] {
    return [...this.#endpoints.values()].filter((each) => wants(each, event));
  }
}
