type Answer = (request: Request) => Response | Promise<Response>;

/** Addresses of its own in a page; JSON names whole addresses, which know the path already. */
const OWN = /(href|src|action)="\/sandbox/g;

/**
 * Serves under a path what knows nothing of one: requests lose it, and the sandbox's own addresses
 * in pages and redirects get it.
 *
 * @param home the address that customers see. Without a path, answers pass as they are.
 */
export function behindPath(home: string | undefined, answer: Answer): Answer {
  const path = home ? new URL(home).pathname.replace(/\/$/, '') : '';
  // A Request is taken as it is: the Node server's own is a thin one that cannot be copied.
  if (!path) return answer;
  return async (request) => moved(await answer(await without(path, request)), path);
}

async function without(path: string, request: Request): Promise<Request> {
  const url = new URL(request.url);
  if (!url.pathname.startsWith(`${path}/`)) return request;
  url.pathname = url.pathname.slice(path.length);
  const { method, headers, signal } = request;
  // Neither a navigation's Request nor, in every browser, a body as a stream can be copied.
  const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer();
  return new Request(url, { method, headers, signal, body });
}

async function moved(response: Response, path: string): Promise<Response> {
  const headers = new Headers(response.headers);
  const location = headers.get('location');
  if (location?.startsWith('/sandbox')) headers.set('location', path + location);
  const { status } = response;
  const isPage = headers.get('content-type')?.startsWith('text/html');
  const body = isPage ? (await response.text()).replace(OWN, `$1="${path}/sandbox`) : response.body;
  return new Response(body, { status, headers });
}
