import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, Program } from './childProcess.ts';
import { binOf, EXAMPLES, installExamples, SANDBOX } from './installExamples.ts';

const NEXT = binOf('next/dist/bin/next');
const VITE = binOf('vite/bin/vite.js');

const SECRET_KEY = 'sk_test_example';
const PUBLISHABLE_KEY = 'pk_test_example';

/** Where an example runs; its output shows which webhooks its server has received. */
export interface ExampleShop {
  readonly url: string;
  readonly program: Program;
}

type Env = Readonly<Record<string, string>>;

/** How each gateway registers a webhook endpoint. */
const ENDPOINTS = {
  STRIPE: (url: string) => ({
    authorization: `Bearer ${SECRET_KEY}`,
    type: 'application/x-www-form-urlencoded',
    body: new URLSearchParams({ url, 'enabled_events[]': 'payment_intent.succeeded' }).toString(),
  }),
  WOOSHPAY: (url: string) => ({
    authorization: `Basic ${btoa(`${SECRET_KEY}:`)}`,
    type: 'application/json',
    body: JSON.stringify({ url, enabled_events: ['payment_intent.succeeded'] }),
  }),
} as const;

/** Registers a webhook endpoint at a gateway, and gives its signing secret. */
async function webhookSecret(gateway: keyof typeof ENDPOINTS, api: string, webhookUrl: string) {
  const { authorization, type, body } = ENDPOINTS[gateway](webhookUrl);
  const headers = { authorization, 'content-type': type };
  const url = `${api}/v1/webhook_endpoints`;
  const response = await fetch(url, { method: 'POST', headers, body });
  const { secret } = await response.json();
  return String(secret);
}

/** What a merchant writes into `.env`. */
async function envOf(gateway: keyof typeof ENDPOINTS, api: string): Promise<Env> {
  const PORT = await freePort();
  return {
    PORT,
    [`${gateway}_SECRET_KEY`]: SECRET_KEY,
    [`${gateway}_PUBLISHABLE_KEY`]: PUBLISHABLE_KEY,
    [`${gateway}_WEBHOOK_SECRET`]: await webhookSecret(
      gateway,
      api,
      `http://localhost:${PORT}/webhook`,
    ),
    [`${gateway}_API_BASE`]: api,
  };
}

/** Everything that runs, the sandbox too. */
export class ExampleShops {
  readonly #programs: Program[] = [];

  /** Builds what has to be built, and opens every shop. */
  async open() {
    installExamples();
    const sandbox = this.#start([SANDBOX, '--port', '0'], EXAMPLES);
    const api = await sandbox.waitForOutput(/sandbox on (http:\/\/localhost:\d+)/);
    await this.#build('next', NEXT, 'build');
    await this.#build('vite-react', binOf('typescript/bin/tsc'));
    await this.#build('vite-react', VITE, 'build', '--logLevel', 'error');
    const server = ['--env-file=.env', 'server.js'];
    const stripe = this.#serve('server-stripe', server, await envOf('STRIPE', api));
    const wooshpayEnv = await envOf('WOOSHPAY', `${api}/wooshpay`);
    const wooshpay = this.#serve('server-wooshpay', server, wooshpayEnv);
    const port = await freePort();
    const shops = {
      stripe,
      wooshpay,
      next: this.#serve('next', [NEXT, 'start'], await envOf('STRIPE', api)),
      vite: this.#serve('vite-react', [VITE, 'preview', '--strictPort', '--port', port], {
        PORT: port,
        SHOP_SERVER: wooshpay.url,
      }),
    };
    await Promise.all(Object.values(shops).map(({ program, url }) => program.waitForAnswer(url)));
    return shops;
  }

  async close(): Promise<void> {
    await Promise.all(this.#programs.map((program) => program.stop()));
  }

  #start(args: readonly string[], cwd: string, env: Env = {}): Program {
    const program = new Program(args, cwd, env);
    this.#programs.push(program);
    return program;
  }

  #build(example: string, ...args: string[]): Promise<void> {
    return this.#start(args, join(EXAMPLES, example)).end();
  }

  #serve(example: string, args: readonly string[], env: Env): ExampleShop {
    const { PORT = '' } = env;
    const lines = Object.entries(env).map(([name, value]) => `${name}=${value}\n`);
    writeFileSync(join(EXAMPLES, example, '.env'), lines.join(''));
    // Next.js takes its port only from the environment.
    const program = this.#start(args, join(EXAMPLES, example), { PORT });
    return { url: `http://localhost:${PORT}`, program };
  }
}
