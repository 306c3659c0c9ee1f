import { createServer, request as send } from 'node:http';

const { PORT = '3000', SERVERS = '' } = process.env;
const servers = SERVERS.split(',').map((url) => new URL(url));
let turn = 0;

/** Both servers in turn; where one is down, the next. In place of nginx or a cloud's balancer. */
createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  pass(request, Buffer.concat(parts), response, servers.length);
}).listen(Number(PORT), () => console.log(`The shop is open on http://localhost:${PORT}`));

function pass(request, body, response, tries) {
  if (tries === 0) return response.writeHead(502).end('No server answers.');
  turn = (turn + 1) % servers.length;
  const { hostname, port } = servers[turn];
  const { headers, method, url: path } = request;
  // Whatever a client says that its address is: here it is known.
  const sent = { ...headers, 'x-real-ip': request.socket.remoteAddress };
  const upstream = send({ hostname, port, method, path, headers: sent }, (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    // A stream is open for the browser before its first event.
    response.flushHeaders();
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  upstream.on('error', () => {
    if (!response.headersSent) pass(request, body, response, tries - 1);
  });
  response.on('close', () => upstream.destroy());
  upstream.end(body);
}
