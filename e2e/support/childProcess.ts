import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** How long it may take to say something. Milliseconds. */
const PATIENCE = 30_000;

/** A program of Node's that runs beside the tests, and what it has said so far. */
export class Program {
  readonly #child: ChildProcess;
  #output = '';

  constructor(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
    this.#child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer) => {
      this.#output += chunk;
    };
    this.#child.stdout?.on('data', keep);
    this.#child.stderr?.on('data', keep);
  }

  get output(): string {
    return this.#output;
  }

  /** What it says that looks like this, as soon as it says it. */
  async says(pattern: RegExp): Promise<string> {
    const found = () => pattern.exec(this.#output)?.[1];
    return this.#wait(`It has not said ${pattern}`, async () => found());
  }

  /** Whatever it answers at this address, it is there. */
  async answers(url: string): Promise<void> {
    const isThere = () =>
      fetch(url).then(
        () => true,
        () => undefined,
      );
    await this.#wait(`It does not answer at ${url}`, isThere);
  }

  async #wait<T>(complaint: string, look: () => Promise<T | undefined>): Promise<T> {
    for (const begin = Date.now(); Date.now() < begin + PATIENCE; ) {
      const found = await look();
      if (found !== undefined) return found;
      if (this.#child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${complaint}:\n${this.#output}`);
  }

  /** Its end, which has to be a good one. */
  async end(): Promise<void> {
    if (this.#child.exitCode === null) await once(this.#child, 'close');
    if (this.#child.exitCode !== 0) throw new Error(`It has failed:\n${this.#output}`);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const closed = once(this.#child, 'close');
    this.#child.kill();
    await closed;
  }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<string> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return String(typeof address === 'object' && address?.port);
}
