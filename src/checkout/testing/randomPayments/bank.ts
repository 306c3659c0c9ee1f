import { anySpan, type Chance } from './chance.ts';
import type { GatewayWithHistory, Version } from './gatewayWithHistory.ts';
import type { Ledger } from './ledger.ts';
import type { VirtualTime } from './virtualTime.ts';

/** What comes of a step, and how often. */
const DECISIONS = {
  succeed: 8,
  fail: 4,
  /** A bank's debit, which takes minutes or days. */
  process: 2,
  cancel: 1,
  /** The gateway lets the step expire. */
  expire: 1,
  'pay a moment before expiry': 4,
  'do nothing': 2,
} as const;

/** Days from a debit to its end, of which a page sees nothing. */
const DAYS_MS = 2 * 24 * 3_600_000;

/** The customer at their bank, and the bank: they answer each step of the payment. */
export class Bank {
  readonly #gateway: GatewayWithHistory;
  readonly #chance: Chance;
  readonly #time: VirtualTime;
  readonly #ledger: Ledger;
  /** Nothing more is decided. */
  isClosed = false;

  constructor(gateway: GatewayWithHistory, chance: Chance, time: VirtualTime, ledger: Ledger) {
    this.#gateway = gateway;
    this.#chance = chance;
    this.#time = time;
    this.#ledger = ledger;
  }

  /** Decides about the payment as it is now. */
  answer(version: Version): void {
    const { status } = version.intent;
    if (status === 'processing') this.#settle(version);
    if (status === 'requires_action') this.#decide(version);
  }

  #decide(version: Version): void {
    const decision = this.#chance.weighted(DECISIONS);
    const { expiresAt } = version.intent.action ?? {};
    this.#ledger.count('decision', decision);
    const span = anySpan(this.#chance);
    const left = expiresAt ? expiresAt - this.#time.now : span;
    if (decision === 'pay a moment before expiry')
      this.#after(left - this.#chance.between(1, 1_500), version, 'succeed');
    else if (decision !== 'do nothing') this.#after(span, version, decision);
  }

  #settle(version: Version): void {
    const isLong = this.#chance.isLikely(0.3);
    const outcome = this.#chance.weighted({ succeed: 3, fail: 1 });
    this.#after(isLong ? DAYS_MS : anySpan(this.#chance), version, outcome);
  }

  #after(ms: number, version: Version, outcome: string): void {
    this.#time.after(ms, () => {
      const isOpen = !this.isClosed && this.#gateway.current === version;
      if (isOpen) void this.#gateway.simulate(outcome);
    });
  }
}
