import type { Broker, BrokerListener } from './broker.ts';

/** A broker within one process: for tests, and for a shop that has only one. */
export function memoryBroker(): Broker {
  const listeners = new Set<BrokerListener>();
  return {
    async publish(message) {
      for (const { onMessage } of [...listeners]) onMessage(message);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

const KEY = Symbol.for('paystep.updates');

/**
 * The broker of this process. A framework that bundles each route by itself (Next.js) may load this
 * module more than once, so it is not the module that has it.
 */
export function processBroker(): Broker {
  const shared = globalThis as { [KEY]?: Broker };
  shared[KEY] ??= memoryBroker();
  return shared[KEY];
}
