import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBrowser, type Keeping } from '../testing/browser.ts';
import {
  createConfirmingGateway,
  type Fate,
  openTab,
  type Shows,
  settle,
} from '../testing/confirming.ts';

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

const canPay = (tab: Tab) => /^(payable|failed)/.test(tab.stateInWords());

/** The customer presses "Pay" in a tab, and the network does as it likes. */
const press = (at: number, fates: readonly Fate[], clicks: number): Command => ({
  check: () => true,
  toString: () => `press(${at}, [${fates.join()}], ${clicks})`,
  async run(model, { gateway, tabs }) {
    const tab = tabs[at % tabs.length] as Tab;
    if (!canPay(tab)) return;
    gateway.nextConfirms(...fates);
    model.agreements += 1;
    const presses = Array.from({ length: clicks }, () => tab.pay());
    const [result] = await settle(Promise.all(presses));
    gateway.forgetFates();
    // A late request may still arrive; it must not be a second one.
    await vi.advanceTimersByTimeAsync(60_000);
    expect(gateway.attempts()).toBeLessThanOrEqual(model.agreements);
    if (result?.kind === 'updated') expect(tab.stateInWords()).not.toBe('payable');
    if (result?.kind === 'rejected') expect(gateway.status()).toBe('requires_payment_method');
    // Whoever is told that nobody answered has seen no more than was there to be seen.
    if (gateway.status() === 'requires_action') expect(tab.stateInWords()).toBe('action:redirect');
  },
});

/** The bank, the merchant's server or the gateway itself do something. */
const happen = (name: string, change: Readonly<Record<string, unknown>>): Command => ({
  check: ({ isOver }) => !isOver,
  toString: () => name,
  async run(model, { gateway, tabs }) {
    gateway.updateIntent({ next_action: null, ...change });
    model.isOver = change.status === 'succeeded';
    await vi.advanceTimersByTimeAsync(120_000);
    if (model.isOver) for (const tab of tabs) expect(tab.stateInWords()).toBe('succeeded');
  },
});

/** The bank declines, or the customer turns back, in the gateway's way of telling it. */
const fails: Command = {
  check: ({ isOver }) => !isOver,
  toString: () => 'the attempt fails',
  async run(_, { gateway }) {
    gateway.fail();
    await vi.advanceTimersByTimeAsync(120_000);
  },
};

const reload = (at: number): Command => ({
  check: () => true,
  toString: () => `reload(${at})`,
  async run(_, { gateway, tabs }) {
    tabs[at % tabs.length]?.checkout.destroy();
    tabs[at % tabs.length] = await openTab(gateway);
  },
});

/** The customer presses "Pay", and the page is gone before they see what has come of it. */
const pressAndReload = (at: number, fate: Fate, after: number): Command => ({
  check: () => true,
  toString: () => `pressAndReload(${at}, ${fate}, ${after})`,
  async run(model, world) {
    const { gateway, tabs } = world;
    const tab = tabs[at % tabs.length] as Tab;
    if (!canPay(tab)) return;
    gateway.nextConfirms(fate);
    model.agreements += 1;
    void tab.pay();
    await vi.advanceTimersByTimeAsync(after);
    await reload(at).run(model, world);
    gateway.forgetFates();
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
const status = 'requires_payment_method';
/** What is refused as wrong is refused each time. */
const round = fc.oneof(
  { weight: 9, arbitrary: fc.array(fate, { maxLength: 5 }) },
  { weight: 1, arbitrary: fc.constant<Fate[]>(['refused']) },
);
const trouble = fc.constantFrom<Fate>(
  'slow',
  'late',
  'after',
  'before',
  'declinedAfter',
  'declined',
);
const crashes = fc
  .tuple(fc.nat(1), trouble, fc.nat(6_000))
  .map(([at, fate, after]) => pressAndReload(at, fate, after));
const presses = fc
  .tuple(fc.nat(1), round, fc.integer({ min: 1, max: 3 }))
  .map(([at, fates, clicks]) => press(at, fates, clicks));
const commands = [
  presses,
  presses,
  crashes,
  fc.nat(1).map(reload),
  fc.constant(fails),
  fc.constant(happen('the customer turns back', { status })),
  fc.constant(happen('it is paid', { status: 'succeeded' })),
];

/** Where the keys are kept, and how much of an attempt that has failed can be seen. */
const surroundings = fc.record({
  keeping: fc.constantFrom<Keeping>('keeps', 'keeps', 'refuses', 'is full'),
  shows: fc.constantFrom<Shows>('each', 'the same', 'only a code', 'nothing'),
});

beforeEach(() => vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a payment is attempted no more often than the customer agrees, whatever happens', () => {
  it('in two tabs of a browser without locks', { timeout: 120_000 }, async () => {
    const list = fc.commands(commands, { maxCommands: 8 });
    await fc.assert(
      fc.asyncProperty(surroundings, list, async ({ keeping, shows }, list) => {
        createBrowser(keeping).activate();
        const gateway = createConfirmingGateway(undefined, { shows });
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
        createBrowser().activate();
        const gateway = createConfirmingGateway(undefined, {
          isIdempotent: false,
          bringsIntent: false,
        });
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

/** How one attempt ends, as far as the customer can see. */
type End = 'declined' | 'turned back' | 'lost, then turned back';

describe('whoever agrees again after an attempt has ended makes another one', () => {
  const ends = fc.constantFrom<End>('declined', 'turned back', 'lost, then turned back');
  /** What lies between two attempts: nothing, a reload, or another tab that is used from then on. */
  const between = fc.constantFrom('nothing', 'reload', 'another tab');
  const rounds = fc.array(fc.tuple(ends, between), { minLength: 1, maxLength: 6 });

  // Where nothing is seen of an attempt and nothing may be kept of it, only the page itself knows.
  const isKnown = ({ keeping, shows }: { keeping: Keeping; shows: Shows }) =>
    keeping !== 'refuses' || shows !== 'nothing';
  it('in whatever tab, after whatever reload, and though nothing is seen of it', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(surroundings.filter(isKnown), rounds, async ({ keeping, shows }, list) => {
        createBrowser(keeping).activate();
        const gateway = createConfirmingGateway(undefined, { shows });
        const tabs = [await openTab(gateway), await openTab(gateway)];
        let at = 0;
        let made = 0;
        for (const [end, then] of list) {
          const tab = tabs[at % 2] as Tab;
          expect(canPay(tab)).toBe(true);
          if (end === 'declined') gateway.nextConfirms('declined');
          if (end === 'lost, then turned back') gateway.nextConfirms('after');
          await settle(tab.pay());
          made += 1;
          expect([gateway.attempts(), gateway.replays()]).toEqual([made, 0]);
          if (end !== 'declined') gateway.fail();
          if (then === 'another tab') at += 1;
          if (then === 'reload')
            await reload(at).run({ agreements: 0, isOver: false }, { gateway, tabs });
          await vi.advanceTimersByTimeAsync(120_000);
        }
        for (const { checkout } of tabs) checkout.destroy();
      }),
      { numRuns: 40 },
    );
  });
});
