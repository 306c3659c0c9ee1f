import { openWorld } from './openWorld.ts';
import { checkOptions, checkTypes, OPTION_TYPES, type SandboxOptions } from './sandboxOptions.ts';
import { noteCaveats } from './world/caveats.ts';
import type { Snapshot } from './world/store.ts';
import type { Forwarding } from './world/webhooks.ts';

/** A gateway as a function from `Request` to `Response`. */
export interface Sandbox {
  /** Answers one request. It takes what the global `fetch` takes, so that it can replace it. */
  fetch(input: Request | string | URL, init?: RequestInit): Promise<Response>;
  /**
   * Applies deadlines that have passed. Every request does so first. A server also calls it now and
   * then, so that streams and webhooks report them without a request.
   */
  due(): void;
  /**
   * Payments, payment methods, customers and the clock as plain data, for a later sandbox. It does
   * not have events, webhooks, faults, and the answers for repeated keys.
   */
  snapshot(): Snapshot;
  /**
   * Begins anew, as at the start: with the fixtures and the URLs of `forwardTo`; without other
   * payments, customers, events, webhook endpoints, faults and repeated keys, and at the platform's
   * time. With a seed the same calls get the same ids again. Streams end, and webhooks that are
   * waiting are not sent. A `snapshot` is not restored. All of that is so at once; the promise waits
   * half a second at most for webhooks that are under way.
   *
   * @param origin the URL of the sandbox, for the pages to which the fixtures send a customer.
   * Defaults to that of the option `origin`, or of the last reset, or http://localhost:4242
   * @example
   * beforeEach(() => sandbox.reset());
   */
  reset(origin?: string): Promise<void>;
  /**
   * Ends streams, and sends no webhook any more; waits for those under way as `reset` does. Call it
   * when nobody needs the sandbox any more.
   */
  close(): Promise<void>;
  /**
   * Calls back with a line such as `note: pi_…: …` for what the sandbox accepts and Stripe would
   * refuse: once for each payment, at the call that caused it. Returns the function that stops it.
   * No line holds a secret.
   */
  onCaveat(listener: (line: string) => void): () => void;
  /** The URLs of `forwardTo` with their signing secrets. */
  readonly forwarding: readonly Forwarding[];
}

/** The sandbox's own port. */
const HOME = 'http://localhost:4242';

/**
 * Creates a gateway for development and tests, in memory: Stripe's PaymentIntent API under
 * `/stripe/v1` and `/v1`, WooshPay's under `/wooshpay/v1`, and under `/sandbox` the pages that a
 * customer would meet. Keys: any `pk_test_…` and any `sk_test_…`.
 */
export function createSandbox(requested: SandboxOptions = {}): Sandbox {
  checkTypes(requested, OPTION_TYPES, 'createSandbox');
  const options = { ...requested, forwardTo: checkOptions(requested) };
  const { snapshot, webhookSecret } = options;
  let origin = options.origin ?? HOME;
  const onReset = (url: string) => reset(url);
  let world = openWorld({ options, snapshot, webhookSecret, origin, onReset });
  const { forwarding } = world;
  /** With the functions that stop them. */
  const listeners = new Map<(line: string) => void, () => void>();
  function reset(url = origin): Promise<void> {
    origin = options.origin ?? url;
    const former = world;
    // The receiver's configuration holds after a reset.
    world = openWorld({ options, webhookSecret: forwarding[0]?.secret, origin, onReset });
    for (const listener of listeners.keys()) listen(listener);
    return former.close();
  }
  function listen(listener: (line: string) => void): void {
    listeners.set(listener, noteCaveats(world.store, listener));
  }
  return {
    fetch: async (input, init) => {
      const isUrl = typeof input === 'string' || input instanceof URL;
      return world.answer(isUrl ? new Request(input, init) : input);
    },
    due: () => world.store.due(),
    snapshot: () => world.store.snapshot(world.clock.offset()),
    reset,
    close: () => world.close(),
    onCaveat: (listener) => {
      listen(listener);
      return () => {
        listeners.get(listener)?.();
        listeners.delete(listener);
      };
    },
    forwarding,
  };
}
