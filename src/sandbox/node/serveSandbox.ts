import { isHostPattern } from '../base/hosts.ts';
import { createSandbox } from '../sandbox.ts';
import { checkTypes, OPTION_TYPES, type OptionType } from '../sandboxOptions.ts';
import type { ListenOptions, ServedSandbox, ServeSandboxOptions } from '../servedSandbox.ts';
import { serve } from './serve.ts';

const LISTEN_TYPES = {
  port: 'checked',
  host: 'a string',
  allowHosts: 'checked',
  publicDirs: 'checked',
  log: 'a function',
  grace: 'a number',
} as const satisfies Record<keyof ListenOptions, OptionType>;

const TYPES = { ...LISTEN_TYPES, ...OPTION_TYPES };

const checkList = (name: string, list: unknown) => {
  if (!Array.isArray(list)) throw new TypeError(`${name} must be a list.`);
};

function checkListening({ allowHosts = [], port = 0, publicDirs = [] }: ListenOptions): void {
  checkList('allowHosts', allowHosts);
  checkList('publicDirs', publicDirs);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new TypeError(`port must be a whole number from 0 to 65535 (got ${port}).`);
  const wrong = allowHosts.find((each) => !isHostPattern(each));
  if (wrong === undefined) return;
  throw new TypeError(`allowHosts must have names without scheme and port (got ${wrong}).`);
}

/** What `paystep/sandbox` has under this name in Node. Its types and words are in `../index.ts`. */
export async function serveSandbox(options: ServeSandboxOptions = {}): Promise<ServedSandbox> {
  checkTypes(options, TYPES, 'serveSandbox');
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
