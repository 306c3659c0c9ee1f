import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** How long its output or answer may take. Milliseconds. */
const TIMEOUT = 30_000;

/** A Node program that runs beside the tests, and its output so far. */
export class Program {
  readonly #child: ChildProcess;
  #output = '';

  constructor(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
    this.#child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const append = (chunk: Buffer) => {
      this.#output += chunk;
    };
    this.#child.stdout?.on('data', append);
    this.#child.stderr?.on('data', append);
  }

  get output(): string {
    return this.#output;
  }

  send(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** The first group of the pattern, as soon as the output matches it. */
  async waitForOutput(pattern: RegExp): Promise<string> {
    const found = () => pattern.exec(this.#output)?.[1];
    return this.#wait(`It has not printed ${pattern}`, async () => found());
  }

  /** Waits for any answer at this URL. */
  async waitForAnswer(url: string): Promise<void> {
    const hasAnswered = () =>
      fetch(url).then(
        () => true,
        () => undefined,
      );
    await this.#wait(`It does not answer at ${url}`, hasAnswered);
  }

  async #wait<T>(complaint: string, check: () => Promise<T | undefined>): Promise<T> {
    for (const start = Date.now(); Date.now() < start + TIMEOUT; ) {
      const found = await check();
      if (found !== undefined) return found;
      if (this.#child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${complaint}:\n${this.#output}`);
  }

  /** Waits for its end; throws where its exit code is not 0. */
  async end(): Promise<void> {
    if (this.#child.exitCode === null) await once(this.#child, 'close');
    if (this.#child.exitCode !== 0) throw new Error(`It has failed:\n${this.#output}`);
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const closed = once(this.#child, 'close');
    this.#child.kill(signal);
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
