import type { ServedSandbox, ServeSandboxOptions } from './servedSandbox.ts';

export type { Fixture, FixtureLists, Fixtures } from './fixtures.ts';
export type { ConfirmationToken } from './payment/confirmationToken.ts';
export type { SimulatedOutcome } from './payment/outcome.ts';
export { createSandbox, type Sandbox } from './sandbox.ts';
export type { SandboxOptions } from './sandboxOptions.ts';
export type { ListenOptions, ServedSandbox, ServeSandboxOptions } from './servedSandbox.ts';
export type { Snapshot } from './world/store.ts';

/**
 * Serves a sandbox over HTTP on this computer, with the demo shop at `/`. Silent, unless there is a
 * `log`. Only in Node, by `import` or `require`; elsewhere it rejects.
 *
 * @throws `TypeError` for an option that cannot be right. An `Error` with Node's `code`
 * (`EADDRINUSE`) where it cannot listen
 * @example
 * const { url, reset, close } = await serveSandbox({ port: 0 });
 * const { hostname, port } = new URL(url);
 * const stripe = new Stripe('sk_test_1', { host: hostname, port, protocol: 'http' });
 */
export const serveSandbox: (options?: ServeSandboxOptions) => Promise<ServedSandbox> = async () => {
  throw new Error(
    'serveSandbox listens on a port, for which it needs Node. Here createSandbox().fetch answers.',
  );
};
