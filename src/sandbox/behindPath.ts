type Answer = (request: Request) => Response | Promise<Response>;

/** The sandbox's URLs in a page. Those in JSON are absolute, and have the path already. */
const SANDBOX_URLS = /(href|src|action)="\/sandbox/g;

/**
 * Serves the sandbox under a path: takes it off requests, and adds it to the sandbox's URLs in pages
 * and redirects.
 *
 * @param home the URL that customers see. Without a path, answers stay unchanged.
 */
export function behindPath(home: string | undefined, answer: Answer): Answer {
  const path = home ? new URL(home).pathname.replace(/\/$/, '') : '';
  // The request is passed on unchanged: that of the Node server cannot be copied.
  if (!path) return answer;
  return async (request) => moved(await answer(await without(path, request)), path);
}

async function without(path: string, request: Request): Promise<Request> {
  const url = new URL(request.url);
  if (!url.pathname.startsWith(`${path}/`)) return request;
  url.pathname = url.pathname.slice(path.length);
  const { method, headers, signal } = request;
  // A navigation's request cannot be copied, nor, in some browsers, a body as a stream.
  const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer();
  return new Request(url, { method, headers, signal, body });
}

async function moved(response: Response, path: string): Promise<Response> {
  const headers = new Headers(response.headers);
  const location = headers.get('location');
  if (location?.startsWith('/sandbox')) headers.set('location', path + location);
  const { status } = response;
  const isPage = headers.get('content-type')?.startsWith('text/html');
  const body = isPage
    ? (await response.text()).replace(SANDBOX_URLS, `$1="${path}/sandbox`)
    : response.body;
  return new Response(body, { status, headers });
}
