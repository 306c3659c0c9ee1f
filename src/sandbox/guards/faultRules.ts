import { FAULT_KINDS, type FaultKind } from '../base/faultKind.ts';
import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import { problems } from '../errors/errors.ts';
import { CALLS, callIn } from '../request/callPath.ts';
import {
  integer,
  oneOf,
  type Read,
  type Reader,
  readParams,
  text,
  unknownNames,
} from '../request/readers.ts';

/** What goes wrong with one answer. */
export interface Fault {
  readonly kind: FaultKind;
  /** For `latency`. Milliseconds. */
  readonly ms: number;
  /** For `malformed`. */
  readonly form: 'cut' | 'html';
  /**
   * Whether the operation runs all the same: `after` loses only its answer, which is what
   * idempotency keys are for. For `latency`, whether it runs before the wait.
   */
  readonly when: 'before' | 'after';
}

/** From 0 to 1. */
const probability: Reader<number> = (value, name) => {
  if (typeof value === 'number' && value >= 0 && value <= 1) return value;
  throw problems.wrongKind(name, 'a number from 0 to 1');
};

/** Milliseconds. */
export const LONGEST_WAIT = 10 * 60 * 1000;
const MOST_TIMES = 1_000_000;

const RULES = {
  kind: oneOf(...FAULT_KINDS),
  ms: integer,
  form: oneOf('cut', 'html'),
  when: oneOf('before', 'after'),
  method: oneOf('GET', 'POST', 'DELETE'),
  path: text,
  call: oneOf(...CALLS),
  intent: text,
  times: integer,
  probability,
} as const;

/** A fault and the calls that it applies to: all that match, a number of times, or by chance. */
export type FaultRule = Fault &
  Pick<Read<typeof RULES>, 'method' | 'path' | 'call' | 'intent'> & {
    readonly id: string;
    /** The remaining number of times; null is without end. */
    readonly times: number | null;
    readonly probability: number;
  };

const inRange = (name: string, value: number, least: number, most: number) => {
  if (value >= least && value <= most) return value;
  throw problems.wrongKind(name, `from ${least} to ${most}`);
};

function faultOf({ kind, ms = 1000, form = 'cut', when = 'before' }: Read<typeof RULES>): Fault {
  if (kind === undefined) throw problems.missing('kind');
  return { kind, ms: inRange('ms', ms, 0, LONGEST_WAIT), form, when };
}

/** Reads the body of `POST /sandbox/faults`. */
export function ruleOf(raw: JsonObject, id: string): FaultRule {
  const unknown = unknownNames(RULES, raw);
  if (unknown.length > 0) throw problems.unknown(unknown);
  const { method, path, call, intent, probability = 1, ...rest } = readParams(RULES, raw);
  // A replica is behind once; one that stays behind would be another fault.
  const { times = rest.kind === 'stale' ? 1 : null } = rest;
  return {
    id,
    ...faultOf(rest),
    ...(method && { method }),
    ...(path && { path }),
    ...(call && { call }),
    ...(intent && { intent }),
    times: times === null ? null : inRange('times', times, 1, MOST_TIMES),
    probability,
  };
}

/** The parameter that the value after `=` sets, by kind; for the others it is `when`. */
const VALUES: Readonly<Record<string, string>> = { latency: 'ms', malformed: 'form' };

function headerFault(part: string): Fault {
  const [kind = '', value] = part.trim().split('=', 2);
  const named = value === undefined ? {} : { [lookup(VALUES, kind) ?? 'when']: value };
  return faultOf(readParams(RULES, { kind, ...named }));
}

/** Reads the header `Sandbox-Fault`: `latency=800`, `drop=after`, `malformed=html, latency=50`. */
export const faultsOfHeader = (header: string): Fault[] => header.split(',').map(headerFault);

/** What rules look at in a call. */
export interface FaultyCall {
  readonly method: string;
  /** As the gateway documents it: `/payment_intents/pi_…/confirm`. */
  readonly path: string;
  /** Whether it reads a payment that has changed before. */
  readonly mayBeStale: boolean;
}

function fits(pattern: string, path: string): boolean {
  const parts = path.split('/');
  const wanted = pattern.split('/');
  return (
    wanted.length === parts.length &&
    wanted.every((part, at) => part === '*' || part.startsWith(':') || part === parts[at])
  );
}

export function meets(rule: FaultRule, { mayBeStale, method, path }: FaultyCall): boolean {
  if (rule.kind === 'stale' && !mayBeStale) return false;
  if (rule.method !== undefined && rule.method !== method) return false;
  if (rule.path !== undefined && !fits(rule.path, path)) return false;
  if (rule.call !== undefined && rule.call !== callIn(method, path)) return false;
  return rule.intent === undefined || path.split('/').includes(rule.intent);
}
