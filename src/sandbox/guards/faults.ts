import { BoundedMap } from '../base/bounded.ts';
import type { Random } from '../base/random.ts';
import { problems } from '../errors/errors.ts';
import { changesOf } from '../payment/change.ts';
import type { Intent } from '../payment/intent.ts';
import type { Store } from '../world/store.ts';
import {
  type Fault,
  type FaultRule,
  type FaultyCall,
  faultsOfHeader,
  meets,
} from './faultRules.ts';

const MOST_RULES = 1000;

/** How many payments are stored as they were before their last change. */
const MOST_EARLIER = { entries: 10_000, characters: 10_000_000 } as const;

/** The faults that tests have asked for. */
export class Faults {
  readonly #random: Random;
  #rules: FaultRule[] = [];
  #made = 0;
  readonly #earlier = new BoundedMap<Intent>(MOST_EARLIER);

  constructor(random: Random, store: Store) {
    this.#random = random;
    store.onChange((changes) => {
      for (const { before } of changesOf(changes, 'intent')) if (before) this.#remember(before);
    });
  }

  /** A payment before its last change, if it has changed. */
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

  /** Removes one rule, or all. */
  clear(id?: string): void {
    this.#rules = this.#rules.filter((rule) => id !== undefined && rule.id !== id);
  }

  /** The faults of a call: those of its header, then those of the rules. */
  of(call: FaultyCall, header: string | undefined): Fault[] {
    const byHeader = header ? faultsOfHeader(header) : [];
    return [...byHeader, ...this.#rules.filter((rule) => this.#applies(rule, call))];
  }

  #applies(rule: FaultRule, call: FaultyCall): boolean {
    if (!meets(rule, call)) return false;
    // Chance is used only where it decides, so that other rules do not change the sequence.
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
