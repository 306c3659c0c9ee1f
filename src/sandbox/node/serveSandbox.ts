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

/** What `paystep/sandbox` has under this name in Node. Its types and words are in `../index.ts`. */
export async function serveSandbox(options: ServeSandboxOptions = {}): Promise<ServedSandbox> {
  checkNames(options, NAMES, 'serveSandbox');
  checkListening(options);
  const { allowHosts, grace, host, log, port, publicDirs, ...sandboxOptions } = options;
  const sandbox = createSandbox(sandboxOptions);
  const served = await serve({ ...options, sandbox });
  const { fixtures, snapshot } = sandboxOptions;
  const [url = ''] = served.urls;
  // The fixtures' pages are at the port, which is known only now.
  if (fixtures && !snapshot) await sandbox.reset(url);
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
