import { type Context, Hono } from 'hono';
import { BoundedMap } from '../base/bounded.ts';
import type { Random } from '../base/ids.ts';
import { problems } from '../errors/errors.ts';
import type { Intent } from '../payment/intent.ts';
import { controlled, jsonBody } from '../request/controlled.ts';
import type { Store } from '../world/store.ts';
import {
  type Fault,
  type FaultRule,
  type FaultyCall,
  faultsOfHeader,
  meets,
  ruleOf,
} from './faultRules.ts';

const MOST_RULES = 1000;

/** How many payments are remembered as they were before. */
const MOST_EARLIER = { entries: 10_000, characters: 10_000_000 } as const;

/** The faults that were asked for, and are still to come. */
export class Faults {
  readonly #random: Random;
  #rules: FaultRule[] = [];
  #made = 0;
  readonly #earlier = new BoundedMap<Intent>(MOST_EARLIER);

  constructor(random: Random, store: Store) {
    this.#random = random;
    store.onChange((before) => before && this.#remember(before));
  }

  /** A payment as it was before its last change, if it has changed at all. */
  earlier(id: string): Intent | undefined {
    return this.#earlier.get(id);
  }

  #remember(before: Intent): void {
    this.#earlier.delete(before.id);
    this.#earlier.set(before.id, before);
  }

  add(read: (id: string) => FaultRule): FaultRule {
    if (this.#rules.length >= MOST_RULES) throw problems.wrongKind('kind', 'one of 1000 at most');
    this.#made += 1;
    const rule = read(`fault_${this.#made}`);
    this.#rules.push(rule);
    return rule;
  }

  list(): readonly FaultRule[] {
    return this.#rules;
  }

  /** Takes one back, or all of them. */
  clear(id?: string): void {
    this.#rules = this.#rules.filter((rule) => id !== undefined && rule.id !== id);
  }

  /** What goes wrong with a call: what its header asks for, then what the rules have for it. */
  of(call: FaultyCall, header: string | undefined): Fault[] {
    const asked = header ? faultsOfHeader(header) : [];
    return [...asked, ...this.#rules.filter((rule) => this.#strikes(rule, call))];
  }

  #strikes(rule: FaultRule, call: FaultyCall): boolean {
    if (!meets(rule, call)) return false;
    // Only where chance decides is it asked, so that other rules do not change what it says.
    if (rule.probability < 1 && this.#random() >= rule.probability) return false;
    this.#use(rule);
    return true;
  }

  #use(rule: FaultRule): void {
    if (rule.times === null) return;
    const left = { ...rule, times: rule.times - 1 };
    this.#rules = this.#rules.flatMap((each) => {
      if (each !== rule) return [each];
      return left.times > 0 ? [left] : [];
    });
  }
}

/**
 * Faults on demand, for both gateways' APIs.
 *
 * - For one call, by header: `Sandbox-Fault: rate_limit`, `latency=800`, `drop=after`,
 *   `malformed=html, latency=50`.
 * - For calls to come: `POST /sandbox/faults {"kind": "server_error", "call": "confirm",
 *   "intent": "pi_…", "times": 1}`. Calls are chosen by name (callPath.ts), by `method`, by `path` as
 *   the gateways document it (`/customers/:id`), or by the payment. All but the kind may be left out;
 *   without `times` it goes on (`stale` happens once). `latency` takes `ms`, `malformed` takes
 *   `"form": "cut" | "html"`. With `"when": "after"` the work is done and its answer lost;
 *   `break_off`, `malformed` and `stale` need an answer to spoil, so their work is always done.
 * - By chance: `{"kind": "rate_limit", "probability": 0.1}`, the same with the same seed.
 * - `GET /sandbox/faults` lists them, `DELETE /sandbox/faults` and `DELETE /sandbox/faults/{id}` end
 *   them. The kinds are in faultRules.ts.
 */
export function createFaultsApi(faults: Faults): Hono {
  const list = (c: Context) => c.json({ object: 'list', data: faults.list() });
  const api = controlled(new Hono());
  api.get('/', list);
  api.post('/', async (c) => {
    const body = await jsonBody(c);
    return c.json(faults.add((id) => ruleOf(body, id)));
  });
  api.delete('/:id?', (c) => {
    faults.clear(c.req.param('id'));
    return list(c);
  });
  return api;
}
