import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBrowser, type StorageMode } from '../testing/browser.ts';
import {
  type ConfirmOutcome,
  createConfirmingGateway,
  type FailureDetail,
  openTab,
  settle,
} from '../testing/confirmingGateway.ts';

type Tab = Awaited<ReturnType<typeof openTab>>;

/** The real thing: one gateway, and a customer's tabs with one payment. */
interface RealSystem {
  readonly gateway: ReturnType<typeof createConfirmingGateway>;
  readonly tabs: Tab[];
}

/** What may have happened: never more attempts than the customer has agreed to. */
interface Model {
  agreements: number;
  isOver: boolean;
}

type Command = fc.AsyncCommand<Model, RealSystem>;

const canPay = (tab: Tab) => /^(payable|failed)/.test(tab.currentState());

/** The customer presses "Pay" in a tab, and the network does as it likes. */
const pressPay = (at: number, outcomes: readonly ConfirmOutcome[], clicks: number): Command => ({
  check: () => true,
  toString: () => `pressPay(${at}, [${outcomes.join()}], ${clicks})`,
  async run(model, { gateway, tabs }) {
    const tab = tabs[at % tabs.length] as Tab;
    if (!canPay(tab)) return;
    gateway.nextConfirms(...outcomes);
    model.agreements += 1;
    const presses = Array.from({ length: clicks }, () => tab.pay());
    const [result] = await settle(Promise.all(presses));
    gateway.clearOutcomes();
    // Of this one nothing was tried; a request of an earlier attempt may still arrive.
    if (result?.kind === 'rejected') expect(gateway.status()).toBe('requires_payment_method');
    // A late request may still arrive; it must not be a second one.
    await vi.advanceTimersByTimeAsync(60_000);
    expect(gateway.attempts()).toBeLessThanOrEqual(model.agreements);
    if (result?.kind === 'updated') expect(tab.currentState()).not.toBe('payable');
    // Also after a lost answer the tab shows the step of the last read.
    if (gateway.status() === 'requires_action') expect(tab.currentState()).toBe('action:redirect');
  },
});

/** The bank, the merchant's server or the gateway itself do something. */
const serverChange = (name: string, change: Readonly<Record<string, unknown>>): Command => ({
  check: ({ isOver }) => !isOver,
  toString: () => name,
  async run(model, { gateway, tabs }) {
    gateway.updateIntent({ next_action: null, ...change });
    model.isOver = change.status === 'succeeded';
    await vi.advanceTimersByTimeAsync(120_000);
    if (model.isOver) for (const tab of tabs) expect(tab.currentState()).toBe('succeeded');
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
const payAndReload = (at: number, outcome: ConfirmOutcome, after: number): Command => ({
  check: () => true,
  toString: () => `payAndReload(${at}, ${outcome}, ${after})`,
  async run(model, real) {
    const { gateway, tabs } = real;
    const tab = tabs[at % tabs.length] as Tab;
    if (!canPay(tab)) return;
    gateway.nextConfirms(outcome);
    model.agreements += 1;
    void tab.pay();
    await vi.advanceTimersByTimeAsync(after);
    await reload(at).run(model, real);
    gateway.clearOutcomes();
  },
});

/** Troubles first: what ends an attempt hides all that would have come after it. */
const outcome = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.constantFrom<ConfirmOutcome>(
      'lost_request',
      'applied_later',
      'conflict',
      'server_error',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<ConfirmOutcome>(
      'ok',
      'lost_answer',
      'slow',
      'declined',
      'declined_answer_lost',
    ),
  },
);
const status = 'requires_payment_method';
/** What is refused as wrong is refused each time. */
const round = fc.oneof(
  { weight: 9, arbitrary: fc.array(outcome, { maxLength: 5 }) },
  { weight: 1, arbitrary: fc.constant<ConfirmOutcome[]>(['rejected']) },
);
const troublingOutcome = fc.constantFrom<ConfirmOutcome>(
  'slow',
  'applied_later',
  'lost_answer',
  'lost_request',
  'declined_answer_lost',
  'declined',
);
const crashes = fc
  .tuple(fc.nat(1), troublingOutcome, fc.nat(6_000))
  .map(([at, outcome, after]) => payAndReload(at, outcome, after));
const presses = fc
  .tuple(fc.nat(1), round, fc.integer({ min: 1, max: 3 }))
  .map(([at, outcomes, clicks]) => pressPay(at, outcomes, clicks));
const commands = [
  presses,
  presses,
  crashes,
  fc.nat(1).map(reload),
  fc.constant(fails),
  fc.constant(serverChange('the customer turns back', { status })),
  fc.constant(serverChange('it is paid', { status: 'succeeded' })),
];

/** Whether the browser has storage, and how much of a failed attempt can be seen. */
const environment = fc.record({
  storage: fc.constantFrom<StorageMode>('available', 'available', 'blocked', 'full'),
  failureDetail: fc.constantFrom<FailureDetail>(
    'a new method',
    'a saved method',
    'only a code',
    'nothing',
  ),
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
      fc.asyncProperty(environment, list, async ({ storage, failureDetail }, list) => {
        createBrowser(storage).activate();
        const gateway = createConfirmingGateway(undefined, { failureDetail });
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
    const outcomes = fc.constantFrom<ConfirmOutcome>(
      'ok',
      'lost_request',
      'lost_answer',
      'conflict',
      'declined_answer_lost',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(outcomes, { maxLength: 5 })), async (rounds) => {
        createBrowser().activate();
        const gateway = createConfirmingGateway(undefined, {
          isIdempotent: false,
          bringsIntent: false,
        });
        const tab = await openTab(gateway);
        const real = { gateway, tabs: [tab] };
        const model = { agreements: 0, isOver: false };
        for (const round of rounds) await pressPay(0, round, 2).run(model, real);
        tab.checkout.destroy();
      }),
      { numRuns: 80 },
    );
  });
});

/** How one attempt ends, as far as the customer can see. */
type End = 'declined' | 'turned back' | 'lost, then turned back';

describe('a customer who agrees again after an attempt has ended makes another attempt', () => {
  const ends = fc.constantFrom<End>('declined', 'turned back', 'lost, then turned back');
  /** What lies between two attempts: nothing, a reload, or another tab that is used from then on. */
  const between = fc.constantFrom('nothing', 'reload', 'another tab');
  const rounds = fc.array(fc.tuple(ends, between), { minLength: 1, maxLength: 6 });

  // Where the gateway shows nothing of an attempt and storage is blocked, only the page itself knows of it.
  const isKnown = ({
    storage,
    failureDetail,
  }: {
    storage: StorageMode;
    failureDetail: FailureDetail;
  }) => storage !== 'blocked' || failureDetail !== 'nothing';
  it('in any tab, after any reload, and where the gateway shows nothing of it', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        environment.filter(isKnown),
        rounds,
        async ({ storage, failureDetail }, list) => {
          createBrowser(storage).activate();
          const gateway = createConfirmingGateway(undefined, { failureDetail });
          const tabs = [await openTab(gateway), await openTab(gateway)];
          let at = 0;
          let made = 0;
          for (const [end, then] of list) {
            const tab = tabs[at % 2] as Tab;
            expect(canPay(tab)).toBe(true);
            if (end === 'declined') gateway.nextConfirms('declined');
            if (end === 'lost, then turned back') gateway.nextConfirms('lost_answer');
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
        },
      ),
      { numRuns: 40 },
    );
  });
});
