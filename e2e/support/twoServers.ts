import { join, resolve } from 'node:path';
import { freePort, Program } from './childProcess.ts';
import { installExamples } from './installExamples.ts';
import { RedisServer } from './redisServer.ts';

/** What a server of the example says of itself. */
interface Health {
  readonly streams: number;
  readonly isBrokerConnected: boolean;
}

const FOLDER = resolve(import.meta.dirname, '../.dist/two-servers');
const EXAMPLE = join(FOLDER, 'two-servers');
const SANDBOX = join(FOLDER, 'node_modules/paystep/dist/sandbox/cli.js');

/** A process of the shop. */
class ShopServer {
  readonly url: string;
  readonly #env: Readonly<Record<string, string>>;
  #program: Program;

  constructor(env: Readonly<Record<string, string>>) {
    this.#env = env;
    this.url = `http://localhost:${env.PORT}`;
    this.#program = new Program(['server.js'], EXAMPLE, env);
  }

  get output(): string {
    return this.#program.output;
  }

  /** What it prints next, when it gets a signal. */
  async report(signal: NodeJS.Signals, pattern: RegExp): Promise<string> {
    const known = this.output.length;
    this.#program.send(signal);
    return this.#program.waitForOutput(new RegExp(`^[^]{${known},}${pattern.source}`));
  }

  isReady(): Promise<void> {
    return this.#program.waitForAnswer(`${this.url}/health`);
  }

  async health(): Promise<Health> {
    return (await fetch(`${this.url}/health`)).json();
  }

  /** At once, as a machine that fails. */
  kill(): Promise<void> {
    return this.#program.stop('SIGKILL');
  }

  /** As a deployment does it. */
  stop(): Promise<void> {
    return this.#program.stop();
  }

  async startAgain(): Promise<void> {
    this.#program = new Program(['server.js'], EXAMPLE, this.#env);
    await this.isReady();
  }
}

/** The example `two-servers`, with a sandbox whose webhooks reach the first of its servers. */
export class TwoServers {
  readonly redis = new RedisServer();
  readonly #programs: Program[] = [];
  #servers: readonly ShopServer[] = [];
  /** The balancer's. */
  url = '';
  sandboxUrl = '';

  /** The servers, the one that gets the webhooks first. */
  get servers(): readonly [ShopServer, ShopServer] {
    const [one, two] = this.#servers;
    if (!one || !two) throw new Error('Nothing is open.');
    return [one, two];
  }

  /** @param env what the servers get beside their settings. */
  async open(env: Readonly<Record<string, string>> = {}): Promise<void> {
    installExamples(FOLDER);
    await this.redis.start();
    const [first, second, balancer] = [await freePort(), await freePort(), await freePort()];
    const sandbox = this.#start([SANDBOX, '--port', '0'], {});
    const api = await sandbox.waitForOutput(/sandbox on (http:\/\/localhost:\d+)/);
    this.sandboxUrl = api;
    const secret = await endpointSecret(api, `http://localhost:${first}/webhook`);
    this.#servers = [first, second].map(
      (PORT) =>
        new ShopServer({
          ...env,
          PORT,
          REDIS_URL: this.redis.url,
          STRIPE_SECRET_KEY: 'sk_test_example',
          STRIPE_PUBLISHABLE_KEY: 'pk_test_example',
          STRIPE_WEBHOOK_SECRET: secret,
          STRIPE_API_BASE: api,
        }),
    );
    const SERVERS = this.#servers.map(({ url }) => url).join();
    const front = this.#start(['balancer.js'], { PORT: balancer, SERVERS });
    this.url = `http://localhost:${balancer}`;
    await Promise.all(this.#servers.map((server) => server.isReady()));
    await front.waitForAnswer(this.url);
  }

  async close(): Promise<void> {
    await Promise.all([
      ...this.#servers.map((server) => server.kill()),
      ...this.#programs.map((program) => program.stop()),
      this.redis.stop(),
    ]);
  }

  #start(args: readonly string[], env: Readonly<Record<string, string>>): Program {
    const program = new Program(args, EXAMPLE, env);
    this.#programs.push(program);
    return program;
  }
}

/** Registers a webhook endpoint, and gives its signing secret. */
async function endpointSecret(api: string, url: string): Promise<string> {
  const response = await fetch(`${api}/v1/webhook_endpoints`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk_test_example' },
    body: new URLSearchParams({ url, 'enabled_events[]': 'payment_intent.succeeded' }),
  });
  return String((await response.json()).secret);
}
