#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { isHostPattern } from '../base/hosts.ts';
import { createSandbox, type Sandbox } from '../sandbox.ts';
import { type Served, serve } from './serve.ts';

const HELP = `Usage: paystep-sandbox [options]

A local gateway for development and tests, with a demo shop.

  --port <number>     port to listen on (default: PORT, or 4242)
  --host <address>    address to listen on (default: 127.0.0.1);
                      0.0.0.0 lets a phone on the same network scan the codes
  --allow-host <name> one more name to answer to (a tunnel's, a container's; .example.com
                      for all that end so); may be given several times
  --public <dir>      more static files to serve; may be given several times
  --forward-to <url>  send every event there as a signed webhook; may be given several times
  --seed <number>     the same ids, secrets and faults for the same calls
  --verbose           write a line for each request, and for what Stripe would refuse;
                      never with a key or a secret
  --help              this text

On that port:
  /                                    the demo shop
  /stripe/v1/… and /v1/…               Stripe's PaymentIntent API
  /wooshpay/v1/…                       WooshPay's PaymentIntent API
  /sandbox/…                           the pages a customer meets
  POST /sandbox/intents/{id}/simulate  {"outcome": "succeed" | "fail" | "cancel" | "expire" | "process"}
                                       and with "amount", for a part of a bank transfer
  POST /sandbox/refunds/{id}/simulate  {"outcome": "succeed" | "fail"}
  POST /sandbox/clock                  {"advance": 60} lets a minute pass
  GET /sandbox/intents/{id}            the calls so far: names, statuses, keys, faults
  POST /sandbox/faults                 {"kind": "server_error", "call": "confirm", "times": 1}, and with
                                       "when": "after" once the work is done; kinds: latency, rate_limit,
                                       lock_timeout, conflict, server_error, drop, break_off, malformed,
                                       stale. For one call: the header Sandbox-Fault: latency=800
  /sandbox/                            the console: payments, timelines, and buttons for all of this

Keys: any pk_test_… and any sk_test_…
`;

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  'allow-host': { type: 'string', multiple: true },
  public: { type: 'string', multiple: true },
  seed: { type: 'string' },
  'forward-to': { type: 'string', multiple: true },
  verbose: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Exits with one line, and without a stack, after a mistake on the command line. */
function quit(message: string): never {
  console.error(message);
  process.exit(1);
}

function readArgs() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    return quit(`${(error as Error).message}\nSee paystep-sandbox --help.`);
  }
}

function readPort(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65535) return port;
  return quit(`--port must be a number from 0 to 65535 (got ${value}).`);
}

function readSeed(value: string | undefined): { seed?: number } {
  if (value === undefined) return {};
  if (/^\d{1,9}$/.test(value)) return { seed: Number(value) };
  return quit(`--seed must be a whole number of up to nine digits (got ${value}).`);
}

function readAllowed(value: readonly string[] = []): readonly string[] {
  const wrong = value.find((each) => !isHostPattern(each));
  if (wrong === undefined) return value;
  return quit(`--allow-host must be a name without scheme and port (got ${wrong}).`);
}

type Args = ReturnType<typeof readArgs>;

function sandboxOf(args: Args): Sandbox {
  const forwardTo = args['forward-to'] ?? [];
  const seed = readSeed(args.seed);
  try {
    return createSandbox({ ...seed, forwardTo });
  } catch (error) {
    return quit((error as Error).message.replace('forwardTo', '--forward-to'));
  }
}

const FAILURES: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port) => `Port ${port} is already in use. Choose another with --port.`,
  EACCES: (port) => `Port ${port} needs more rights. Choose one above 1023 with --port.`,
  EADDRNOTAVAIL: (_, host) => `This computer has no address ${host}. See --host.`,
};

function stopOnSignal(served: Served): void {
  const stop = () => served.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function main(): Promise<void> {
  const args = readArgs();
  if (args.help) return void process.stdout.write(HELP);
  const port = readPort(args.port ?? (process.env.PORT || '4242'));
  const host = args.host ?? '127.0.0.1';
  const allowHosts = readAllowed(args['allow-host']);
  const sandbox = sandboxOf(args);
  try {
    const log = args.verbose ? { log: console.log } : {};
    const publicDirs = args.public ?? [];
    const served = await serve({ port, host, allowHosts, publicDirs, sandbox, ...log });
    stopOnSignal(served);
    console.log(`Paystep sandbox on ${served.urls.join(', ')}`);
    for (const { secret, url } of sandbox.forwarding)
      console.log(`Webhooks to ${url}, signed with ${secret}`);
  } catch (error) {
    const known = FAILURES[(error as NodeJS.ErrnoException).code ?? ''];
    quit(known?.(port, host) ?? String(error));
  }
}

await main();
