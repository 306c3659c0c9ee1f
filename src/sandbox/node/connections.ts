import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';
import type { ConnectionDropped } from '../errors/connectionDropped.ts';

const outgoingOf = (c: Context) => (c.env as HttpBindings).outgoing as ServerResponse;

/** Closes the connection without an answer, or in the middle of one. */
export function drop(c: Context, { partial }: ConnectionDropped): Response {
  const outgoing = outgoingOf(c);
  if (partial) {
    const headers = { ...Object.fromEntries(partial.headers), 'content-length': partial.length };
    outgoing.writeHead(partial.status, headers);
    outgoing.write(partial.half, () => outgoing.destroy());
  } else {
    outgoing.destroy();
  }
  return RESPONSE_ALREADY_SENT;
}

/** The open connections of a server, so that it can stop without cutting off answers. */
export class Connections {
  readonly #streams = new Set<ServerResponse>();
  /** Connections without a request so far, which Node's `close` does not treat as idle. */
  readonly #unused = new Set<Socket>();
  #stopping = false;

  /** Call it before the server listens. */
  listen(server: Server): void {
    server.on('connection', (socket: Socket) => {
      this.#unused.add(socket);
      socket.once('close', () => this.#unused.delete(socket));
    });
    server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
      this.#unused.delete(socket);
      // Node looks for idle ones only once, at its `close`. A client may have all of an answer, and
      // close the server, before the server has ended it.
      response.once('close', () => {
        if (this.#stopping) server.closeIdleConnections();
      });
    });
  }

  /** Records event streams, which do not end by themselves. */
  readonly watch: MiddlewareHandler = async (c, next) => {
    await next();
    if (this.#stopping) c.header('Connection', 'close');
    const isStream = c.res.headers.get('content-type')?.startsWith('text/event-stream');
    if (isStream) this.#keep(outgoingOf(c));
  };

  /** Stops accepting requests, ends streams, and gives running requests so many milliseconds. */
  stop(server: Server, grace: number): Promise<void> {
    this.#stopping = true;
    return new Promise((resolve) => {
      const limit = setTimeout(() => server.closeAllConnections(), grace);
      server.close(() => {
        clearTimeout(limit);
        resolve();
      });
      for (const open of [...this.#streams, ...this.#unused]) open.destroy();
    });
  }

  #keep(stream: ServerResponse): void {
    this.#streams.add(stream);
    stream.once('close', () => this.#streams.delete(stream));
    if (this.#stopping) stream.destroy();
  }
}
