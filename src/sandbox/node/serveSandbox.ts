import { isHostPattern } from '../base/hosts.ts';
import { createSandbox } from '../sandbox.ts';
import { checkNames, OPTION_NAMES } from '../sandboxOptions.ts';
import type { ListenOptions, ServedSandbox, ServeSandboxOptions } from '../servedSandbox.ts';
import { serve } from './serve.ts';

const LISTEN_NAMES = {
  port: true,
  host: true,
  allowHosts: true,
  publicDirs: true,
  log: true,
  grace: true,
} as const satisfies Record<keyof ListenOptions, true>;

const NAMES = [...Object.keys(LISTEN_NAMES), ...OPTION_NAMES];

function checkListening({ allowHosts = [], port = 0 }: ListenOptions): void {
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new TypeError(`port must be a whole number from 0 to 65535 (got ${port}).`);
  const wrong = allowHosts.find((each) => !isHostPattern(each));
  if (wrong === undefined) return;
  throw new TypeError(`allowHosts must have names without scheme and port (got ${wrong}).`);
}

/**
 * Serves a sandbox over HTTP on this computer, with the demo shop at `/`. Silent, unless there is a
 * `log`. Only in Node, by `import` or `require`.
 *
 * @throws `TypeError` for an option that cannot be right. An `Error` with Node's `code`
 * (`EADDRINUSE`) where it cannot listen
 * @example
 * const { url, reset, close } = await serveSandbox({ port: 0 });
 * const { hostname, port } = new URL(url);
 * const stripe = new Stripe('sk_test_1', { host: hostname, port, protocol: 'http' });
 */
export async function serveSandbox(options: ServeSandboxOptions = {}): Promise<ServedSandbox> {
  checkNames(options, NAMES, 'serveSandbox');
  checkListening(options);
  const { allowHosts, grace, host, log, port, publicDirs, ...sandboxOptions } = options;
  const sandbox = createSandbox(sandboxOptions);
  const served = await serve({ ...options, sandbox });
  const { origin, snapshot } = sandboxOptions;
  const [url = ''] = served.urls;
  // The fixtures' pages are at the port, which is known only now.
  if (sandboxOptions.fixtures && !snapshot) await sandbox.reset(origin ?? url);
  const close = async () => {
    await Promise.all([sandbox.close(), served.close()]);
  };
  return {
    url,
    urls: served.urls,
    port: served.port,
    sandbox,
    reset: () => sandbox.reset(),
    close,
    [Symbol.asyncDispose]: close,
  };
}
