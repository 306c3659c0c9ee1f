import type { DialectName } from '../base/dialectName.ts';
import type { EventType } from './eventTypes.ts';

/** A webhook endpoint. */
export interface Endpoint {
  readonly id: string;
  /** Null for both gateways: see `forwardTo`. */
  readonly dialect: DialectName | null;
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

const wants = (endpoint: Endpoint, type: EventType, dialect: DialectName) =>
  endpoint.enabled &&
  (endpoint.dialect ?? dialect) === dialect &&
  endpoint.enabledEvents.some((each) => each === ALL || each === type);

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
  of(dialect: DialectName): Endpoint[] {
    return [...this.#endpoints.values()].filter((each) => each.dialect === dialect).reverse();
  }

  all(): Endpoint[] {
    return [...this.#endpoints.values()];
  }

  wanting(type: EventType, dialect: DialectName): Endpoint[] {
    return [...this.#endpoints.values()].filter((each) => wants(each, type, dialect));
  }
}
