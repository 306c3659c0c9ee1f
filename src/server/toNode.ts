import { setAddress } from './address.ts';
import { streamBehind, type UpdateStream } from './updateStream.ts';

/** What is used of a request of `node:http`, `http2` or Express. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Express's: the URL before a router took its part off. */
  readonly originalUrl?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly socket: { readonly remoteAddress?: string | undefined };
  /** What a body parser has made of the body. */
  readonly body?: unknown;
  /** The bytes beside it, as Google's and Firebase's functions keep them. */
  readonly rawBody?: unknown;
  readonly readableEnded: boolean;
}

/** What is used of a response of `node:http`, `http2` or Express. */
export interface NodeResponse {
  statusCode: number;
  readonly destroyed: boolean;
  readonly headersSent: boolean;
  appendHeader(name: string, value: string): unknown;
  /** Not in the types of HTTP/2. */
  flushHeaders?(): void;
  write(chunk: Uint8Array): boolean;
  end(text: string): unknown;
  destroy(): unknown;
  on(event: 'drain' | 'close' | 'error', listener: () => void): unknown;
}

const PARSED =
  'A body parser has read this request before paystep/server could check its signature. Mount this route before express.json() and its like, or give it express.raw({ type: "*/*" }).';

/** The most that is read before a handler says what is too much. Bytes. */
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * Makes of a handler of the web's `Request` one for `node:http` and Express.
 *
 * @example
 * ```ts
 * // Before express.json(): the signature is of the body's bytes.
 * app.post('/webhook', toNode(updates.handleWebhook));
 * app.get('/updates', toNode(updates.handleStream));
 * ```
 */
export function toNode(
  handler: (request: Request) => Response | Promise<Response>,
): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  return async (request, response) => {
    try {
      await send(await handler(await webRequest(request)), response);
    } catch (error) {
      console.error('[paystep/server]', error);
      fail(response, error instanceof ParsedError ? error.message : 'This request has failed.');
    }
  };
}

class ParsedError extends Error {}

function fail(response: NodeResponse, message: string): void {
  if (response.headersSent) return void response.destroy();
  response.statusCode = 500;
  response.end(message);
}

async function webRequest(request: NodeRequest): Promise<Request> {
  const { method = 'GET', originalUrl, url = '/', socket } = request;
  const init: RequestInit = { method, headers: headersOf(request) };
  if (method !== 'GET' && method !== 'HEAD') init.body = await bodyOf(request);
  const made = new Request(urlOf(request.headers.host, originalUrl ?? url), init);
  setAddress(made, socket.remoteAddress);
  return made;
}

/** The host is the client's to write: where it makes no URL, it is left out. */
function urlOf(host: unknown, path: string): string {
  const local = `http://localhost${path.startsWith('/') ? path : '/'}`;
  const named = `http://${host}${path}`;
  return typeof host === 'string' && URL.canParse(named) ? named : local;
}

function headersOf({ headers }: NodeRequest): Headers {
  const made = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    // HTTP/2 has its method and path among them.
    if (name.startsWith(':') || value === undefined) continue;
    for (const each of [value].flat()) made.append(name, String(each));
  }
  return made;
}

type Body = Uint8Array<ArrayBuffer> | string;

async function bodyOf(request: NodeRequest): Promise<Body> {
  for (const raw of [request.rawBody, request.body])
    if (raw instanceof Uint8Array || typeof raw === 'string') return raw as Body;
  if (request.readableEnded) throw new ParsedError(PARSED);
  const parts: BlobPart[] = [];
  let left = MOST_BYTES;
  // Not by `for await`, which would destroy the connection at its end, and the answer with it.
  const chunks = request[Symbol.asyncIterator]();
  for (let next = await chunks.next(); !next.done && left >= 0; next = await chunks.next()) {
    parts.push(new Uint8Array(next.value));
    left -= next.value.length;
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

async function send(answer: Response, response: NodeResponse): Promise<void> {
  // A client that leaves while something is written to it is no error, and 'close' follows.
  response.on('error', () => {});
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) response.appendHeader(name, value);
  if (answer.body === null) return void response.end('');
  // The customer's browser counts a stream as open from here on.
  response.flushHeaders?.();
  const stream = streamBehind(answer);
  if (stream) connect(stream, response);
  else await pump(answer.body.getReader(), response);
}

/** The stream writes into the response itself. */
function connect(stream: UpdateStream, response: NodeResponse): void {
  stream.connect({
    write: (chunk) => !response.destroyed && response.write(chunk),
    end: () => response.end(''),
    abort: () => response.destroy(),
  });
  response.on('drain', () => stream.pull());
  response.on('close', () => stream.cancel());
  if (response.destroyed) stream.cancel();
  else stream.pull();
}

/** Takes no more than the client takes; whichever side ends first ends the other. */
async function pump(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  response: NodeResponse,
): Promise<void> {
  let resume = () => {};
  const takesMore = () => new Promise<void>((resolve) => (resume = resolve));
  response.on('drain', () => resume());
  response.on('close', () => {
    reader.cancel().catch(() => {});
    resume();
  });
  // Nobody waits for a drain that never comes where the body has failed.
  reader.closed.catch(() => response.destroy());
  if (response.destroyed) await reader.cancel();
  for (let part = await reader.read(); part.value; part = await reader.read()) {
    if (!response.write(part.value) && !response.destroyed) await takesMore();
  }
  if (!response.destroyed) response.end('');
}
