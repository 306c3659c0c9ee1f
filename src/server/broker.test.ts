import { expect, it, vi } from 'vitest';
import { createUpdates } from './createUpdates.ts';
import { natsBroker } from './testing/natsBroker.ts';
import { openStream } from './testing/openStream.ts';

/** As much of a NATS server as its connections show. */
class FakeNats {
  readonly #callbacks = new Set<(error: null, message: { string(): string }) => void>();
  readonly #states: ReadableStreamDefaultController<{ type: string }>[] = [];

  connection(): Parameters<typeof natsBroker>[0] {
    return {
      publish: (_, payload) => {
        for (const callback of this.#callbacks) callback(null, { string: () => payload });
      },
      subscribe: (_, { callback }) => {
        this.#callbacks.add(callback);
        return { unsubscribe: () => this.#callbacks.delete(callback) };
      },
      status: () =>
        new ReadableStream<{ type: string }>({
          start: (controller) => void this.#states.push(controller),
        }) as unknown as AsyncIterable<{ type: string }>,
    };
  }

  change(type: string) {
    for (const state of this.#states) state.enqueue({ type });
  }
}

function processOn(nats: FakeNats) {
  const onError = vi.fn();
  return { onError, updates: createUpdates({ broker: natsBroker(nats.connection()), onError }) };
}

it('carries updates by any broker of this form, as the one for NATS that is documented', async () => {
  const nats = new FakeNats();
  const [one, two] = [processOn(nats), processOn(nats)];
  const page = openStream(two.updates, 'pi_1');
  await page.next();
  await one.updates.publish('pi_1');
  expect(await page.next()).toContain('look now');
  await two.updates.close();
  await one.updates.publish('pi_1');
  expect(two.updates.stats().remembered).toBe(1);
});

it('tells the pages to look when such a broker is back', async () => {
  const nats = new FakeNats();
  const { updates, onError } = processOn(nats);
  const page = openStream(updates, 'pi_1');
  await page.next();
  nats.change('disconnect');
  await vi.waitFor(() => expect(updates.stats().isBrokerConnected).toBe(false));
  expect(onError).toHaveBeenCalledTimes(1);
  nats.change('reconnect');
  expect(await page.next()).toContain('look now');
});
