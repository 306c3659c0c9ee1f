import { hostname as machine, networkInterfaces } from 'node:os';
import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { hostnameOf, isAmong, isLoopback, isLoopbackHost } from '../base/hosts.ts';
import { answerJson } from '../base/prettyJson.ts';
import { errorBody } from '../errors/errors.ts';

export interface HostOptions {
  /** The IP address or name to listen on. */
  readonly host: string;
  /** More hostnames to answer to: of a tunnel, a container, an alias. */
  readonly allowHosts: readonly string[];
}

const bracketed = (address: string) => (address.includes(':') ? `[${address}]` : address);

/** The current IP addresses of this computer; networks come and go. */
function ownAddresses(): string[] {
  const found = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return found.map(({ address }) => bracketed(address));
}

/** The names of this computer for other devices, if it listens for them. */
function ownNames(host: string): string[] {
  if (isLoopbackHost(bracketed(host))) return [];
  return [bracketed(host), machine(), `${machine()}.local`, ...ownAddresses()];
}

const isAllowed = (hostname: string, { allowHosts, host }: HostOptions) =>
  isLoopback(hostname) || isAmong(hostname, allowHosts) || isAmong(hostname, ownNames(host));

/** The hosts in a request: that of its URL, and the `Host` header. */
function hostsOf({ req }: Context): (string | null)[] {
  const hostHeader = req.header('host');
  return [new URL(req.url).host, ...(hostHeader === undefined ? [] : [hostHeader])].map(hostnameOf);
}

const REASON =
  'so that no other site can have a browser read it under a name of its own (DNS rebinding)';

function messageFor(hostname: string | null, c: Context): string {
  const { localPort } = (c.env as HttpBindings).incoming.socket;
  const mend = hostname
    ? `, or start it with --allow-host ${hostname.slice(0, 100)} (serveSandbox({ allowHosts })) if that name is yours`
    : '';
  return `The sandbox does not answer to this host, ${REASON}. Use http://localhost:${localPort}${mend}.`;
}

/** 421 (RFC 9110, 15.5.20): with text for a person, with an error for a program. */
function misdirected(c: Context, hostname: string | null): Response {
  const message = messageFor(hostname, c);
  if (c.req.header('accept')?.includes('text/html')) return c.text(`${message}\n`, 421);
  return answerJson(c, errorBody({ type: 'invalid_request_error', message }), 421);
}

/**
 * Refuses requests for other hostnames (DNS rebinding). To a browser, a page of another site whose
 * name resolves to this computer is same-origin with the sandbox, so only the name tells them
 * apart.
 */
export function hostGate(options: HostOptions): MiddlewareHandler {
  return async (c, next) => {
    const hosts = hostsOf(c);
    const refused = hosts.find((each) => each === null || !isAllowed(each, options));
    return refused === undefined ? next() : misdirected(c, refused);
  };
}
