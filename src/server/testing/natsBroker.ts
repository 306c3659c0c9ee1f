import type { Broker } from 'paystep/server';

/** What is used of a `NatsConnection` of `@nats-io/transport-node`. */
interface Nats {
  publish(subject: string, payload: string): void;
  subscribe(
    subject: string,
    options: { callback(error: Error | null, message: { string(): string }): void },
  ): { unsubscribe(): void };
  /** `disconnect`, `reconnect`, and others. */
  status(): AsyncIterable<{ readonly type: string }>;
}

const SUBJECT = 'paystep.updates';

export const natsBroker = (connection: Nats): Broker => ({
  publish: async (message) => connection.publish(SUBJECT, message),
  subscribe({ onMessage, onGap, onError }) {
    const subscription = connection.subscribe(SUBJECT, {
      callback: (error, message) => (error ? onError(error) : onMessage(message.string())),
    });
    const watch = async () => {
      for await (const { type } of connection.status()) {
        if (type === 'disconnect') onError(new Error('NATS is lost.'));
        if (type === 'reconnect') onGap();
      }
    };
    watch().catch(onError);
    return () => subscription.unsubscribe();
  },
});
