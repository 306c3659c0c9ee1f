import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './childProcess.ts';

/** Valkey speaks the same protocol. */
const NAMES = ['redis-server', 'valkey-server'];

const starts = (name: string) => spawnSync(name, ['--version']).status === 0;

const findInstalled = () => NAMES.find(starts);

/** Debian's own package, where this is a Debian and we may install. */
function fromApt(): string | undefined {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args: string[]) => {
    const [command = '', ...options] = [...sudo, 'apt-get', ...args];
    return spawnSync(command, options, { stdio: 'inherit', env }).status === 0;
  };
  return run('update', '-qq') && run('install', '-y', '-qq', 'redis-server')
    ? findInstalled()
    : undefined;
}

function find(): string {
  const { REDIS_SERVER } = process.env;
  if (REDIS_SERVER) return starts(REDIS_SERVER) ? REDIS_SERVER : '';
  return findInstalled() ?? fromApt() ?? '';
}

/**
 * Redis or Valkey, found or installed without a step by hand: one named by `REDIS_SERVER`, an
 * installed one, Debian's package. Null where there is none.
 */
export function findRedis(): string | null {
  // The workers call this again, and need not search again.
  process.env.E2E_REDIS ??= find();
  return process.env.E2E_REDIS || null;
}

export const NO_REDIS =
  'No redis-server was found, and none could be installed: install Redis or Valkey, or name one by REDIS_SERVER.';

/** A Redis of the tests' own, which forgets everything when it stops. */
export class RedisServer {
  #port = '';
  #child: ChildProcess | null = null;

  get url(): string {
    return `redis://127.0.0.1:${this.#port}`;
  }

  /** On the same port each time. */
  async start(): Promise<void> {
    const program = findRedis();
    if (program === null) throw new Error(NO_REDIS);
    this.#port ||= await freePort();
    const args = ['--port', this.#port, '--bind', '127.0.0.1', '--save', '', '--daemonize', 'no'];
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (text: Buffer) => /Ready to accept/.test(String(text)) && resolve());
      child.on('exit', () => reject(new Error(`${program} has ended.`)));
    });
  }

  /** At once, as a machine that fails. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return;
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
  }
}
