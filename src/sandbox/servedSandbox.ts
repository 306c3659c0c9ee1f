/// <reference lib="esnext.disposable" preserve="true" />
import type { Sandbox } from './sandbox.ts';
import type { SandboxOptions } from './sandboxOptions.ts';

/** Where a sandbox listens, and what it serves beside itself. */
export interface ListenOptions {
  /** Defaults to 4242; 0 takes any free port. */
  readonly port?: number;
  /** Defaults to this computer only. `0.0.0.0` lets phones on the same network in. */
  readonly host?: string;
  /**
   * More hostnames to answer to, without ports; `.example.com` stands for every name that ends with
   * it. `localhost`, `*.localhost` and loopback addresses are always allowed, and with another
   * `host` also that one, and this computer's name and addresses.
   */
  readonly allowHosts?: readonly string[];
  /** More folders of static files; they take precedence over the demo shop. */
  readonly publicDirs?: readonly string[];
  /**
   * Called with a line per request, and one for what Stripe would refuse. No line holds a key or a
   * secret. Without it nothing is written.
   */
  readonly log?: (line: string) => void;
  /** How long running requests may take when it stops. Milliseconds; 5000 by default. */
  readonly grace?: number;
}

export interface ServeSandboxOptions extends ListenOptions, SandboxOptions {}

/** A sandbox that listens. */
export interface ServedSandbox {
  /** Its URL for this computer: `http://localhost:4242`. */
  readonly url: string;
  /** All URLs that it answers to; the first is `url`. */
  readonly urls: readonly string[];
  readonly port: number;
  /** The sandbox itself, for `forwarding` and `onCaveat`, and for calls without the network. */
  readonly sandbox: Sandbox;
  /** Everything as at the start: see `Sandbox.reset`. */
  reset(): Promise<void>;
  /**
   * Stops listening, ends streams and webhooks, and waits for running requests. Nothing of it keeps
   * the process alive then.
   */
  close(): Promise<void>;
  /** The same, for `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
}
