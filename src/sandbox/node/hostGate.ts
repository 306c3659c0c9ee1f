import { hostname as machine, networkInterfaces } from 'node:os';
import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { hostnameOf, isAmong, isLoopback, isLoopbackHost } from '../base/hosts.ts';
import { errorBody } from '../errors/errors.ts';

export interface HostOptions {
  /** The address that is listened on. */
  readonly host: string;
  /** More names under which it may be asked for: of a tunnel, a container, a machine's alias. */
  readonly allowHosts: readonly string[];
}

const bracketed = (address: string) => (address.includes(':') ? `[${address}]` : address);

/** The addresses of this computer, as they are now: a phone's network comes and goes. */
function ownAddresses(): string[] {
  const found = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return found.map(({ address }) => bracketed(address));
}

/** What another device calls this computer by, where it is listened for other devices. */
function ownNames(host: string): string[] {
  if (isLoopbackHost(bracketed(host))) return [];
  return [bracketed(host), machine(), `${machine()}.local`, ...ownAddresses()];
}

const isAllowed = (hostname: string, { allowHosts, host }: HostOptions) =>
  isLoopback(hostname) || isAmong(hostname, allowHosts) || isAmong(hostname, ownNames(host));

/** The hosts that a request names: its target's, and what it says in `Host`, if it says so. */
function hostsOf({ req }: Context): (string | null)[] {
  const hostHeader = req.header('host');
  return [new URL(req.url).host, ...(hostHeader === undefined ? [] : [hostHeader])].map(hostnameOf);
}

const REASON =
  'so that no other site can have a browser read it under a name of its own (DNS rebinding)';

function messageFor(hostname: string | null, c: Context): string {
  const { localPort } = (c.env as HttpBindings).incoming.socket;
  const mend = hostname
    ? `, or start it with --allow-host ${hostname.slice(0, 100)} (serve({ allowHosts })) if that name is yours`
    : '';
  return `The sandbox does not answer to this host, ${REASON}. Use http://localhost:${localPort}${mend}.`;
}

/** RFC 9110, 15.5.20. In words for whoever has opened it, as an error for a program. */
function misdirected(c: Context, hostname: string | null): Response {
  const message = messageFor(hostname, c);
  if (c.req.header('accept')?.includes('text/html')) return c.text(`${message}\n`, 421);
  return c.json(errorBody({ type: 'invalid_request_error', message }), 421);
}

/**
 * Lets through what asks for this computer by one of its own names. A page of another site whose name
 * has come to lead here is, to a browser, of the same origin as the sandbox: only the name tells.
 */
export function hostGate(options: HostOptions): MiddlewareHandler {
  return async (c, next) => {
    const hosts = hostsOf(c);
    const refused = hosts.find((each) => each === null || !isAllowed(each, options));
    return refused === undefined ? next() : misdirected(c, refused);
  };
}
