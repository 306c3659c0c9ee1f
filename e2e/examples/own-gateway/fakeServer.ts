import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AcmeFault, AcmePayment } from './acmepay.ts';

interface Stored extends AcmePayment {
  readonly handle: string;
  readonly back: string;
  /** How it was started last. */
  readonly way: string;
}

type Answer = readonly [status: number, body: AcmePayment | AcmeFault | string];

/** AcmePay, which is nobody's gateway, its bank's page, and the shop's own server. */
export class FakeAcmePay {
  readonly #payments = new Map<string, Stored>();
  readonly #answers = new Map<string, Answer>();
  readonly #server: Server = createServer((request, response) => this.#handle(request, response));
  /** What it was asked, as `GET /payments/pay_1`. */
  readonly requests: string[] = [];
  /** The bank refuses what is started next. */
  refuseNext = false;

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this.url;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** What the shop's own server does. @returns the client secret. */
  create(money: AcmePayment['money'], ways: AcmePayment['ways'] = ['scan', 'bank']): string {
    const ref = `pay_${this.#payments.size + 1}Qx`;
    const handle = `${ref}.h4ndle`;
    const empty = { task: null, refusal: null, back: '', way: '' };
    this.#payments.set(ref, { ref, state: 'NEW', money, ways, handle, ...empty });
    return handle;
  }

  /** The customer, or the bank, ends what waits. */
  settle(ref: string, state: 'DONE' | 'RESERVED' | 'BOOKING' | 'VOID' | 'NEW'): void {
    const payment = this.#payments.get(ref);
    if (!payment) throw new Error(`There is no payment ${ref}.`);
    const refusal = state === 'NEW' ? refused(payment, 'NO_FUNDS') : null;
    this.#payments.set(ref, { ...payment, state, task: null, refusal });
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    const headers = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'content-type, once-key',
    };
    this.requests.push(`${request.method} ${pathname}`);
    if (request.method === 'OPTIONS') {
      response.writeHead(204, headers).end();
      return;
    }
    const [, place, ref = '', verb] = pathname.split('/');
    if (place === 'bank') {
      const back = this.#payments.get(ref)?.back ?? '/';
      if (verb) this.settle(ref, verb === 'approve' ? 'DONE' : 'NEW');
      if (verb) response.writeHead(302, { location: back }).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end(bankPage(ref));
      return;
    }
    if (place === 'shop') {
      const clientSecret = this.#payments.get(verb ?? '')?.handle;
      response.writeHead(200, { ...headers, 'content-type': 'application/json' });
      response.end(JSON.stringify({ clientSecret }));
      return;
    }
    const body = request.method === 'POST' ? JSON.parse(await textOf(request)) : {};
    const handle = body.handle ?? searchParams.get('handle');
    const [status, answer] = this.#answer(ref, handle, verb, body, request.headers['once-key']);
    response.writeHead(status, { ...headers, 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  }

  #answer(
    ref: string,
    handle: unknown,
    verb: string | undefined,
    { way, back }: Record<string, string | undefined>,
    key: string | string[] | undefined,
  ): Answer {
    const payment = this.#payments.get(ref);
    if (payment?.handle !== handle) return [404, { fault: { reason: 'NO_SUCH_PAYMENT' } }];
    if (!payment || verb !== 'start') return [200, shown(payment as Stored)];
    const answer = this.#answers.get(`${key}`) ?? this.#start(payment, way, back);
    this.#answers.set(`${key}`, answer);
    return answer;
  }

  #start(payment: Stored, way: string | undefined, back: string | undefined): Answer {
    const { ref } = payment;
    if (!way) return [422, { fault: { reason: 'WAY_MISSING', input: 'way' } }];
    if (!back) return [422, { fault: { reason: 'BACK_MISSING', input: 'back' } }];
    if (this.refuseNext) {
      this.refuseNext = false;
      const failed = { ...payment, refusal: refused({ ...payment, way }, 'NO_FUNDS') };
      this.#payments.set(ref, failed);
      return [422, { fault: { reason: 'NO_FUNDS', payment: shown(failed) } }];
    }
    const until = new Date(Date.now() + 300_000).toISOString();
    const task =
      way === 'scan'
        ? ({ kind: 'SCAN', text: `ACME|${ref}|${payment.money.value}`, until } as const)
        : ({ kind: 'VISIT', link: `${this.url}/bank/${ref}` } as const);
    const waiting: Stored = { ...payment, state: 'WAITING', task, refusal: null, back, way };
    this.#payments.set(ref, waiting);
    return [200, shown(waiting)];
  }
}

const refused = ({ refusal, way }: Stored, reason: string) => ({
  reason,
  way,
  tries: (refusal?.tries ?? 0) + 1,
});

/** What a browser may know. */
function shown({ handle: _, back: __, way: ___, ...payment }: Stored): AcmePayment {
  return payment;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

const bankPage = (ref: string) =>
  `<!doctype html><title>Acme Bank</title><h1>Acme Bank</h1>
  <p><a href="/bank/${ref}/approve">Approve</a> <a href="/bank/${ref}/refuse">Refuse</a></p>`;
