import { isRecord, text } from '../intent/index.ts';
import type { Broker } from './broker.ts';
import type { Streams } from './streams.ts';
import { withinTime } from './timers.ts';
import { idProblem, type Update } from './update.ts';

/** How long a webhook's answer waits until the other processes are told. Milliseconds. */
const PUBLISH_MS = 1_000;

/** Others may write into the channel: what is no message of ours is dropped. */
function parse(message: string): (Update & { readonly from: string | null }) | null {
  try {
    const value: unknown = JSON.parse(message);
    if (!isRecord(value) || idProblem(value.intent) !== null) return null;
    return {
      intent: String(value.intent),
      settled: value.settled === true,
      from: text(value.from),
    };
  } catch {
    return null;
  }
}

/** The streams of this process, and through the broker those of all others. */
export class BrokerLink {
  readonly #broker: Broker;
  readonly #streams: Streams;
  readonly #onError: (error: unknown) => void;
  readonly #unsubscribe: () => void | Promise<void>;
  /** Marks the messages of this one, whose streams know already. */
  readonly #id = crypto.randomUUID();
  /** Subscribing and publishing are two connections, of which each may be lost by itself. */
  #isSubscribed = true;
  #canPublish = true;

  constructor(broker: Broker, streams: Streams, onError: (error: unknown) => void) {
    this.#broker = broker;
    this.#streams = streams;
    this.#onError = onError;
    this.#unsubscribe = broker.subscribe({
      onMessage: (message) => this.#receive(message),
      onGap: () => this.#resubscribed(),
      onError: (error) => this.#reportLost(error, () => (this.#isSubscribed = false)),
    });
  }

  get isConnected(): boolean {
    return this.#isSubscribed && this.#canPublish;
  }

  /** The own streams first: they need no broker. Never rejects. */
  async publish(update: Update): Promise<void> {
    this.#streams.publish(update);
    const message = JSON.stringify({ ...update, from: this.#id });
    await withinTime(PUBLISH_MS, this.#send(message));
  }

  async close(): Promise<void> {
    await this.#unsubscribe();
  }

  #receive(message: string): void {
    const update = parse(message);
    if (update && update.from !== this.#id) this.#streams.publish(update);
  }

  async #send(message: string): Promise<void> {
    try {
      await this.#broker.publish(message);
      this.#canPublish = true;
    } catch (error) {
      this.#reportLost(error, () => (this.#canPublish = false));
    }
  }

  #resubscribed(): void {
    this.#isSubscribed = true;
    // The broker is there again; where it is not, the next message finds out.
    this.#canPublish = true;
    this.#streams.publishGap();
  }

  /** Said once for each time that the broker is lost. */
  #reportLost(error: unknown, change: () => void): void {
    const wasConnected = this.isConnected;
    change();
    if (wasConnected) this.#onError(error);
  }
}
