import { connect } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { serve } from '../node/serve.ts';
import { createSandbox } from '../sandbox.ts';
import { createTestClient, type TestClient } from '../testing/client.ts';
import {
  type AnyRequest,
  anyRequest,
  createCustomers,
  createPayments,
  createRefunds,
} from '../testing/fuzzing.ts';

const OPTIONS = {
  // Webhooks to wild addresses go nowhere.
  fetch: async () => new Response(),
  seed: 1,
};

const ANSWERED = ['json', 'html', 'css', 'svg', 'png', 'plain', 'event-stream'];

let logged: unknown[][];
const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;
beforeEach(() => {
  logged = [];
  for (const method of METHODS)
    vi.spyOn(console, method).mockImplementation((...values) => void logged.push(values));
});
afterEach(() => vi.restoreAllMocks());

const createObjects = async (client: TestClient) => [
  ...(await createPayments(client)),
  ...(await createCustomers(client)),
  ...(await createRefunds(client)),
];

const mayHaveBody = (method: string) => method !== 'GET' && method !== 'HEAD';

function initOf({ body, headers, method }: AnyRequest): RequestInit {
  return { method, headers, ...(mayHaveBody(method) && body !== null && { body }) };
}

/** What is wrong with an answer, if anything. */
async function faultOf(response: Response): Promise<string | null> {
  if (response.status >= 500) return `${response.status}: ${await response.text()}`;
  const type = response.headers.get('content-type') ?? '';
  await response.body?.cancel();
  const isKnown = type === '' || ANSWERED.some((each) => type.includes(each));
  return isKnown ? null : `type ${type}`;
}

it('answers every request without an internal error', async () => {
  const client = createTestClient(OPTIONS);
  const ids = await createObjects(client);
  const { sandbox } = client;
  await fc.assert(
    fc.asyncProperty(anyRequest(ids), async (request) => {
      const response = await sandbox.fetch(`http://sandbox${request.path}`, initOf(request));
      expect(await faultOf(response)).toBeNull();
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 1500) },
  );
  expect(logged).toEqual([]);
}, 120_000);

it('answers over HTTP too, and logs no key and no secret', async () => {
  const sandbox = createSandbox(OPTIONS);
  const client = createTestClient(OPTIONS, sandbox);
  const ids = await createObjects(client);
  const lines: string[] = [];
  const served = await serve({ port: 0, sandbox, log: (line) => lines.push(line) });
  const base = `http://127.0.0.1:${served.port}`;
  await fc.assert(
    fc.asyncProperty(anyRequest(ids), async (request) => {
      const query = request.path.includes('?') ? '&' : '?';
      const url = `${base}${request.path}${query}key=pk_test_fuzz_key&client_secret=${ids[0]}_secret_x`;
      const response = await fetch(url, { redirect: 'manual', ...initOf(request) });
      expect(await faultOf(response)).toBeNull();
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 1500) / 10 },
  );
  await served.close();
  expect(logged).toEqual([]);
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.filter((line) => /fuzz_key|_secret_\w|[^\x20-\x7e…]/.test(line))).toEqual([]);
}, 120_000);

/** Bytes as they are, with no client that would tidy them up; resolves when the server closes. */
function raw(port: number, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    socket.on('data', (chunk) => (text += chunk));
    socket.on('error', () => resolve(text));
    socket.on('close', () => resolve(text));
  });
}

it('survives requests that are not HTTP', async () => {
  const served = await serve({ port: 0, sandbox: createSandbox(OPTIONS) });
  const text = new TextEncoder();
  const line = fc.oneof(
    fc.constantFrom(
      'GET / HTTP/1.1',
      'GET /v1/payment_intents/%ff HTTP/1.1',
      'POST /v1/payment_intents HTTP/1.1',
      'GET \\..\\x HTTP/1.1',
      'GET http://[ HTTP/1.1',
      'Host: localhost',
      'Host: a b',
      'Host: [',
      'Content-Length: 5',
      'Content-Length: -1',
      'Transfer-Encoding: chunked',
      'Authorization: Bearer sk_test_fuzz_key',
      'Connection: close',
      '',
      'ffffffff',
    ),
    fc.string(),
  );
  const bytes = fc.oneof(
    fc.array(line, { maxLength: 8 }).map((lines) => text.encode(`${lines.join('\r\n')}\r\n\r\n`)),
    fc.uint8Array({ maxLength: 80 }),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (sent) => {
      expect(await raw(served.port, sent)).not.toMatch(/^HTTP\/1\.1 5/);
    }),
    { numRuns: 200 },
  );
  expect((await fetch(`http://127.0.0.1:${served.port}/sandbox/clock`)).status).toBe(200);
  await served.close();
  expect(JSON.stringify(logged)).not.toContain('fuzz_key');
}, 60_000);
