#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  type Fixtures,
  type ServedSandbox,
  type ServeSandboxOptions,
  serveSandbox,
} from 'paystep/sandbox';

const HELP = `Usage: paystep-sandbox [options]

A local gateway for development and tests, with a demo shop.

  --port <number>     port to listen on (default: PORT, or 4242)
  --host <address>    address to listen on (default: 127.0.0.1);
                      0.0.0.0 lets a phone on the same network scan the codes
  --allow-host <name> one more name to answer to (a tunnel's, a container's; .example.com
                      for all that end so); may be given several times
  --public <dir>      more static files to serve; may be given several times
  --forward-to <url>  send every event there as a signed webhook; may be given several times
  --webhook-secret <whsec_…>
                      the signing secret of --forward-to, for a receiver that has it already
  --fixtures <file>   customers, payment methods and intents that exist from the start,
                      with ids that tests can rely on: JSON, see docs/testing.md
                      of the project
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
  POST /sandbox/reset                  everything as at the start: the fixtures, and nothing else
  /sandbox/                            the console: payments, timelines, and buttons for most of this

Keys: any pk_test_… and any sk_test_…
`;

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  'allow-host': { type: 'string', multiple: true },
  public: { type: 'string', multiple: true },
  seed: { type: 'string' },
  'forward-to': { type: 'string', multiple: true },
  'webhook-secret': { type: 'string' },
  fixtures: { type: 'string' },
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

function readSeed(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  return quit(`--seed must be a whole number of up to nine digits (got ${value}).`);
}

function readFixtures(file: string): Fixtures {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return quit(
      code === undefined
        ? `${file} is no JSON: ${message}`
        : `--fixtures: ${file} cannot be read (${code}).`,
    );
  }
}

type Args = ReturnType<typeof readArgs>;

function optionsOf(args: Args): ServeSandboxOptions {
  const { fixtures, host = '127.0.0.1', seed } = args;
  const webhookSecret = args['webhook-secret'];
  return {
    port: readPort(args.port ?? (process.env.PORT || '4242')),
    host,
    allowHosts: args['allow-host'] ?? [],
    publicDirs: args.public ?? [],
    ...(args['forward-to'] && { forwardTo: args['forward-to'] }),
    ...(webhookSecret !== undefined && { webhookSecret }),
    ...(fixtures !== undefined && { fixtures: readFixtures(fixtures) }),
    ...(seed !== undefined && { seed: readSeed(seed) }),
    ...(args.verbose && { log: console.log }),
  };
}

/** A message as it reads on the command line: with flags in place of options. */
function onCommandLine(message: string, { fixtures = '' }: Args): string {
  return message
    .replace(/^fixtures(\.(?=\w))?/, (_, dot) => (dot ? `${fixtures}: ` : fixtures))
    .replace(/\bforwardTo\b/g, '--forward-to')
    .replace(/\bwebhookSecret\b/g, '--webhook-secret')
    .replace(/\ballowHosts\b/g, '--allow-host')
    .replace(/\bthe option (port|host)\b/g, '--$1');
}

function stopOnSignal({ close }: ServedSandbox): void {
  const stop = () => close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function main(): Promise<void> {
  const args = readArgs();
  if (args.help) return void process.stdout.write(HELP);
  const options = optionsOf(args);
  try {
    const served = await serveSandbox(options);
    stopOnSignal(served);
    console.log(`Paystep sandbox on ${served.urls.join(', ')}`);
    for (const { secret, url } of served.sandbox.forwarding)
      console.log(`Webhooks to ${url}, signed with ${secret}`);
  } catch (error) {
    quit(onCommandLine((error as Error).message, args));
  }
}

await main();
