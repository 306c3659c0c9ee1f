import { BoundedMap } from '../base/bounded.ts';
import { Deadlines } from '../base/deadlines.ts';
import { Groups } from '../base/groups.ts';
import type { Change } from '../payment/change.ts';
import {
  ASYNC_CAPTURE_DELAY,
  type Charge,
  chargeAfter,
  isCapturedAsync,
} from '../payment/charge.ts';
import type { Intent } from '../payment/intent.ts';
import { type Refund, refundedCharge, reversalOf, settled } from '../payment/refund.ts';

const MOST = {
  charges: { entries: 20_000, characters: 30_000_000 },
  refunds: { entries: 20_000, characters: 10_000_000 },
} as const;

const isSame = (one: object | undefined, other: object) =>
  JSON.stringify(one) === JSON.stringify(other);

const present = <T>(found: readonly (T | undefined)[]): T[] =>
  found.filter((each) => each !== undefined);

/** A payment before a change (undefined for a new one), and after it. */
interface IntentChange {
  readonly before: Intent | undefined;
  readonly after: Intent;
}

/** Charges and their refunds, in memory. It says what a change of a payment or a refund changes. */
export class Ledger {
  readonly #charges = new BoundedMap<Charge>({
    ...MOST.charges,
    onDrop: (id, { paymentIntent }) => {
      this.#asyncCaptures.set(id, null);
      this.#chargesOfIntents.delete(paymentIntent, id);
    },
  });
  readonly #refunds = new BoundedMap<Refund>({
    ...MOST.refunds,
    onDrop: (id, { charge }) => {
      this.#refundDeadlines.set(id, null);
      if (charge !== null) this.#refundsOfCharges.delete(charge, id);
    },
  });
  readonly #chargesOfIntents = new Groups();
  readonly #refundsOfCharges = new Groups();
  readonly #refundDeadlines = new Deadlines();
  readonly #asyncCaptures = new Deadlines();

  charge(id: string): Charge | undefined {
    return this.#charges.get(id);
  }

  /** Oldest first. */
  charges(): Charge[] {
    return this.#charges.values();
  }

  /** Oldest first. */
  chargesOf(intent: string): Charge[] {
    return present(this.#chargesOfIntents.of(intent).map((id) => this.#charges.get(id)));
  }

  refund(id: string): Refund | undefined {
    return this.#refunds.get(id);
  }

  /** Oldest first. */
  refunds(): Refund[] {
    return this.#refunds.values();
  }

  /** Oldest first. */
  refundsOf(charge: string): Refund[] {
    return present(this.#refundsOfCharges.of(charge).map((id) => this.#refunds.get(id)));
  }

  setCharge(charge: Charge): void {
    this.#charges.set(charge.id, charge);
    this.#chargesOfIntents.add(charge.paymentIntent, charge.id);
  }

  setRefund(refund: Refund): void {
    this.#refunds.set(refund.id, refund);
    if (refund.charge !== null) this.#refundsOfCharges.add(refund.charge, refund.id);
    this.#refundDeadlines.set(refund.id, refund.next?.at ?? null);
  }

  /** Stores a refund, and its charge as it is after it. */
  putRefund(refund: Refund): Change[] {
    const before = this.#refunds.get(refund.id);
    const charge = refund.charge === null ? undefined : this.#charges.get(refund.charge);
    const refunded = charge && refundedCharge(charge, before, refund);
    if (refunded) this.setCharge(refunded);
    this.setRefund(refund);
    return [
      ...(refunded && !isSame(charge, refunded)
        ? [{ kind: 'charge', before: charge, after: refunded } as const]
        : []),
      { kind: 'refund', before, after: refund },
    ];
  }

  /** Stores the latest charge of a payment, and the refund of what that releases. */
  putChargeOf(intent: IntentChange, now: number): Change[] {
    const { latestCharge: id } = intent.after;
    const before = id === null ? undefined : this.#charges.get(id);
    const after = chargeAfter(before, intent, now);
    if (after === null || isSame(before, after)) return [];
    this.setCharge(after);
    if (!before && isCapturedAsync(after, intent.after)) {
      this.#asyncCaptures.set(after.id, now + ASYNC_CAPTURE_DELAY);
    }
    return [{ kind: 'charge', before, after }, ...this.#putReversalOf(after, intent.after, now)];
  }

  /** The refunds that time has changed by now, as they are then. */
  dueRefunds(now: number): Refund[] {
    const due = this.#refundDeadlines.due(now).map((id) => this.#refunds.get(id));
    return present(due).map(settled);
  }

  /**
   * Balance transactions of charges, as if they were new. They are there at once, for tests that ask
   * for the fee; but shops book fees by `charge.updated` (hackclub/hcb pull request 6987,
   * polarsource/polar issue 6144).
   */
  dueCaptures(now: number): Change[] {
    const due = this.#asyncCaptures.due(now);
    for (const id of due) this.#asyncCaptures.set(id, null);
    return present(due.map((id) => this.#charges.get(id))).map((after) => {
      return { kind: 'charge', before: { ...after, capturedAt: null }, after };
    });
  }

  #putReversalOf(charge: Charge, { cancellationReason }: Intent, now: number): Change[] {
    if (charge.amountReleased === 0) return [];
    const reason = cancellationReason === 'automatic' ? 'expired_uncaptured_charge' : null;
    const after = reversalOf(charge, reason, now);
    if (this.#refunds.get(after.id)) return [];
    this.setRefund(after);
    return [{ kind: 'refund', before: undefined, after }];
  }
}
