import type { CheckoutState } from '../../state.ts';

/** What has happened to one payment, what broke a rule, and how often everything occurred. */
export class Ledger {
  readonly violations: string[] = [];
  readonly lines: string[] = [];
  readonly counts = new Map<string, number>();
  readonly #elapsed: () => number;

  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
  }

  write(line: string): void {
    this.lines.push(`${(this.#elapsed() / 1000).toFixed(3).padStart(10)} s  ${line}`);
  }

  /** Counts one more of a kind, for the table at the end of the run. */
  count(kind: string, name: string): void {
    const key = `${kind}: ${name}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  /** Remembers a broken rule. It does not throw: a checkout keeps its callbacks' errors to itself. */
  require(holds: boolean, rule: () => string): void {
    if (holds) return;
    this.violations.push(rule());
    this.write(`BROKEN: ${rule()}`);
  }
}

/** A state as a line of the trace, with the version of the payment that it shows. */
export function lineOf(state: CheckoutState): string {
  const step = state.phase === 'action' ? `:${state.step.kind}` : '';
  const version = 'intent' in state ? ` ${state.intent.description}` : '';
  const error = state.error ? ` (${state.error.kind})` : '';
  return `${state.phase}${step}${version} ${state.connection}${error}`;
}
