/** What a broker calls back. */
export interface BrokerListener {
  /** A message of any process, this one included. */
  readonly onMessage: (message: string) => void;
  /** The connection is back after it was lost: messages may have been missed. */
  readonly onGap: () => void;
  /** The connection is lost, or cannot be made. Said once; the broker tries again by itself. */
  readonly onError: (error: unknown) => void;
}

/**
 * Carries short texts between the processes of a shop, so that a webhook which reaches one of them
 * reaches the customers who wait at another. It may lose some: pages read all the same, only later.
 *
 * One channel is for all: a process gets every message and drops those that nobody there waits for.
 * At a hundred payments a second that is some hundred short texts; a channel for each payment would
 * cost a subscription for each customer instead.
 *
 * @example NATS (`@nats-io/transport-node`)
 * ```ts
 * const natsBroker = (connection: NatsConnection): Broker => ({
 *   publish: async (message) => connection.publish('paystep.updates', message),
 *   subscribe({ onMessage }) {
 *     const subscription = connection.subscribe('paystep.updates', {
 *       callback: (_, message) => onMessage(message.string()),
 *     });
 *     return () => subscription.unsubscribe();
 *   },
 * });
 * ```
 */
export interface Broker {
  /** Sends a message to every process. Rejects where it knows that it could not. */
  readonly publish: (message: string) => Promise<void>;
  /** Listens to every process; returns the function that stops it. */
  readonly subscribe: (listener: BrokerListener) => () => void | Promise<void>;
  /**
   * Whether an event of the gateway's was handled by another process, or before a restart. Without
   * these two each process knows only of its own.
   */
  readonly wasHandled?: (eventId: string) => Promise<boolean>;
  readonly markHandled?: (eventId: string) => Promise<void>;
}
