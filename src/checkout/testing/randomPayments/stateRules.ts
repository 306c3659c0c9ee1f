import type { GatewayError } from '../../../gateway/index.ts';
import type { Intent } from '../../../sandbox/payment/intent.ts';
import type { Phase } from '../../phase.ts';
import type { CheckoutFailure, CheckoutSuccess } from '../../report.ts';
import { type CheckoutState, isSettled } from '../../state.ts';
import type { GatewayWithHistory, Version } from './gatewayWithHistory.ts';
import { type Ledger, lineOf } from './ledger.ts';

/** The phases that each status of the gateway may be shown as. */
const PHASES: Readonly<Record<Intent['status'], readonly Phase[]>> = {
  requires_payment_method: ['payable', 'failed'],
  requires_confirmation: ['payable', 'processing'],
  requires_action: ['action'],
  processing: ['processing'],
  requires_capture: ['authorized'],
  succeeded: ['succeeded'],
  canceled: ['canceled'],
};

/** The phases that show the payment as the gateway has it. */
export function phasesOf({ status, lastError, confirmationMethod }: Intent): readonly Phase[] {
  if (lastError && status === 'requires_payment_method') return ['failed'];
  if (status !== 'requires_confirmation') return PHASES[status];
  return confirmationMethod === 'manual' ? ['processing'] : ['payable'];
}

/** The rules for what one checkout says: of this payment alone, never back, each thing once. */
export class StateRules {
  readonly #name: string;
  readonly #gateway: GatewayWithHistory;
  readonly #ledger: Ledger;
  readonly #onSettled: () => void;
  #shown = -1;
  #settledAs: Phase | null = null;
  #hasEnded = false;
  /** The versions and outcomes that callbacks have named, in order. */
  readonly results: string[] = [];

  constructor(name: string, gateway: GatewayWithHistory, ledger: Ledger, onSettled: () => void) {
    this.#name = name;
    this.#gateway = gateway;
    this.#ledger = ledger;
    this.#onSettled = onSettled;
  }

  change(state: CheckoutState): void {
    this.#ledger.write(`${this.#name}: ${lineOf(state)}`);
    this.#ledger.count('phase', state.phase);
    this.#ledger.count('connection', state.connection);
    this.#check(state);
  }

  /** What a subscriber sees. */
  notify(state: CheckoutState): void {
    this.#require(!this.#hasEnded, 'a subscriber is called after destroy()');
    if (isSettled(state) && !this.#settledAs) {
      this.#settledAs = state.phase;
      this.#onSettled();
    }
    this.#require(
      !this.#settledAs || state.phase === this.#settledAs,
      `${this.#settledAs} becomes ${state.phase}`,
    );
  }

  result(result: CheckoutSuccess | CheckoutFailure, callback: 'onSuccess' | 'onFailure'): void {
    const { outcome, intent } = result;
    const line = `${outcome} ${intent.description}`;
    this.#ledger.write(`${this.#name}: ${callback} ${line}`);
    this.#ledger.count('outcome', outcome);
    this.#require(!this.#hasEnded, `${callback} is called after destroy()`);
    this.#require(!this.results.includes(line), `${callback} is called twice with ${line}`);
    const isSuccess = outcome === 'succeeded' || outcome === 'authorized';
    this.#require(
      isSuccess === (callback === 'onSuccess'),
      `${callback} is called with ${outcome}`,
    );
    const version = this.#versionNamed(intent.description);
    this.#require(
      version !== undefined && phasesOf(version.intent).includes(outcome),
      `${callback} says ${line}, which the gateway never did`,
    );
    this.results.push(line);
    this.checkSecrecy(result);
  }

  error(error: GatewayError): void {
    this.#ledger.write(`${this.#name}: onError ${error.kind}`);
    this.#ledger.count('error', error.kind);
    this.#require(!this.#hasEnded, 'onError is called after destroy()');
    this.checkSecrecy(error);
  }

  /** destroy() was called. */
  end(): void {
    this.#hasEnded = true;
    if (!this.#settledAs) this.#onSettled();
  }

  /** Nothing that leaves the checkout holds the secret or the key. */
  checkSecrecy(value: unknown): void {
    const secret = this.#gateway.clientSecret.split('_secret_')[1] ?? '';
    const text = textOf(value);
    this.#require(!text.includes(secret), `the client secret is in ${text}`);
    this.#require(!text.includes(this.#gateway.publishableKey), `the key is in ${text}`);
  }

  #check(state: CheckoutState): void {
    this.#require(!this.#hasEnded, 'onChange is called after destroy()');
    this.checkSecrecy(state);
    if (state.error) this.checkSecrecy(state.error);
    if (!('intent' in state)) return;
    const { intent, phase } = state;
    const version = this.#versionNamed(intent.description);
    const shown = version ? this.#gateway.versions.indexOf(version) : -1;
    this.#require(shown >= 0 && intent.id === this.#gateway.id, `shows ${intent.description}`);
    if (!version) return;
    const phases = phasesOf(version.intent);
    this.#require(phases.includes(phase), `${phase} was ${version.intent.status} at the gateway`);
    this.#require(phase !== 'failed' || this.#hasTried(shown), 'failed before anything was tried');
    this.#require(shown >= this.#shown, `goes back from v${this.#shown} to v${shown}`);
    this.#shown = shown;
  }

  /** Whether there was an attempt in this version or before it. */
  #hasTried(shown: number): boolean {
    return (this.#gateway.versions[shown]?.intent.confirmations ?? 0) > 0;
  }

  #versionNamed(name: string | null): Version | undefined {
    return this.#gateway.versions.find((version) => version.name === name);
  }

  #require(holds: boolean, rule: string): void {
    this.#ledger.require(holds, () => `${this.#name}: ${rule}`);
  }
}

/** All that can be read of a value; an error's message and cause are not in its JSON. */
function textOf(value: unknown): string {
  if (!(value instanceof Error)) return JSON.stringify(value);
  return [JSON.stringify(value), value.message, value.cause && textOf(value.cause)].join();
}
