import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createConfirmingGateway, type Fate, openTab, settle } from './testing/confirming.ts';

type Tab = Awaited<ReturnType<typeof openTab>>;

/** The real thing: one gateway, and a customer's tabs with one payment. */
interface World {
  readonly gateway: ReturnType<typeof createConfirmingGateway>;
  readonly tabs: Tab[];
}

/** What may have happened: never more attempts than the customer has agreed to. */
interface Model {
  agreements: number;
  isOver: boolean;
}

type Command = fc.AsyncCommand<Model, World>;

const canPay = (tab: Tab) => /^(payable|failed)/.test(tab.now());

/** The customer presses "Pay" in a tab, and the network does as it likes. */
const press = (at: number, fates: readonly Fate[], clicks: number): Command => ({
  check: () => true,
  toString: () => `press(${at}, [${fates.join()}], ${clicks})`,
  async run(model, { gateway, tabs }) {
    const tab = tabs[at % tabs.length] as Tab;
    if (!canPay(tab)) return;
    gateway.will(...fates);
    model.agreements += 1;
    const presses = Array.from({ length: clicks }, () => tab.pay());
    const [result] = await settle(Promise.all(presses));
    gateway.forgetFates();
    // A late request may still arrive; it must not be a second one.
    await vi.advanceTimersByTimeAsync(60_000);
    expect(gateway.attempts()).toBeLessThanOrEqual(model.agreements);
    if (result?.kind === 'answered') expect(tab.now()).not.toBe('payable');
    if (result?.kind === 'refused') expect(gateway.status()).toBe('requires_payment_method');
    // Whoever is told that nobody answered has seen no more than was there to be seen.
    if (gateway.status() === 'requires_action') expect(tab.now()).toBe('action:redirect');
  },
});

/** The bank, the merchant's server or the gateway itself do something. */
const happen = (name: string, change: Readonly<Record<string, unknown>>): Command => ({
  check: ({ isOver }) => !isOver,
  toString: () => name,
  async run(model, { gateway, tabs }) {
    gateway.become({ next_action: null, ...change });
    model.isOver = change.status === 'succeeded';
    await vi.advanceTimersByTimeAsync(120_000);
    if (model.isOver) for (const tab of tabs) expect(tab.now()).toBe('succeeded');
  },
});

const reload = (at: number): Command => ({
  check: () => true,
  toString: () => `reload(${at})`,
  async run(_, { gateway, tabs }) {
    tabs[at % tabs.length]?.checkout.destroy();
    tabs[at % tabs.length] = await openTab(gateway);
  },
});

/** Troubles first: what ends an attempt hides all that would have come after it. */
const fate = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<Fate>('before', 'late', 'busy', 'fault') },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Fate>('well', 'after', 'slow', 'declined', 'declinedAfter'),
  },
);
const error = { code: 'card_declined', payment_method: { id: 'pm_bank' } };
const status = 'requires_payment_method';
/** What is refused as wrong is refused each time. */
const round = fc.oneof(
  { weight: 9, arbitrary: fc.array(fate, { maxLength: 5 }) },
  { weight: 1, arbitrary: fc.constant<Fate[]>(['refused']) },
);
const presses = fc
  .tuple(fc.nat(1), round, fc.integer({ min: 1, max: 3 }))
  .map(([at, fates, clicks]) => press(at, fates, clicks));
const commands = [
  presses,
  presses,
  fc.nat(1).map(reload),
  fc.constant(happen('the bank declines', { status, last_payment_error: error })),
  fc.constant(happen('the customer turns back', { status })),
  fc.constant(happen('it is paid', { status: 'succeeded' })),
];

beforeEach(() => vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => vi.useRealTimers());

describe('a payment is attempted no more often than the customer agrees, whatever happens', () => {
  it('in two tabs of a browser without locks', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 8 }), async (list) => {
        const gateway = createConfirmingGateway();
        const tabs = [await openTab(gateway), await openTab(gateway)];
        const model = { agreements: 0, isOver: false };
        await fc.asyncModelRun(() => ({ model, real: { gateway, tabs } }), list);
        for (const { checkout } of tabs) checkout.destroy();
      }),
      { numRuns: 80 },
    );
  });

  // Then no request that was given up may still be on its way: nothing could hold it back.
  it('at a gateway that knows no idempotency', { timeout: 60_000 }, async () => {
    const fates = fc.constantFrom<Fate>('well', 'before', 'after', 'busy', 'declinedAfter');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(fates, { maxLength: 5 })), async (rounds) => {
        const gateway = createConfirmingGateway(undefined, { isIdempotent: false, tells: false });
        const tab = await openTab(gateway);
        const world = { gateway, tabs: [tab] };
        const model = { agreements: 0, isOver: false };
        for (const round of rounds) await press(0, round, 2).run(model, world);
        tab.checkout.destroy();
      }),
      { numRuns: 80 },
    );
  });
});
