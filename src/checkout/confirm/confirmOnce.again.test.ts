import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBrowser, type TestBrowser } from '../testing/browser.ts';
import {
  type ConfirmOutcome,
  createConfirmingGateway,
  type FailureDetail,
  openTab,
  settle,
  UNPAID,
} from '../testing/confirmingGateway.ts';

type Tab = Awaited<ReturnType<typeof openTab>>;
type Gateway = ReturnType<typeof createConfirmingGateway>;

let browser: TestBrowser;
beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  browser = createBrowser();
  browser.activate();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const reload = async (tab: Tab, gateway: Gateway) => {
  tab.checkout.destroy();
  return openTab(gateway);
};

/** It is sent four times and never answered. */
const NEVER_ANSWERED: readonly ConfirmOutcome[] = [
  'lost_request',
  'lost_request',
  'lost_request',
  'lost_request',
];

/** Makes a first attempt, and gives the tab in which the customer presses again. */
type Story = (tab: Tab, gateway: Gateway) => Promise<Tab>;

const afterConfirm =
  (...outcomes: readonly ConfirmOutcome[]): Story =>
  async (tab, gateway) => {
    gateway.nextConfirms(...outcomes);
    const result = tab.pay();
    // A gateway may want half a minute before each repeat.
    await vi.advanceTimersByTimeAsync(120_000);
    await settle(result);
    return tab;
  };

/** The customer has been asked, and comes back without having paid. */
const abandonedRedirect =
  (...outcomes: readonly ConfirmOutcome[]): Story =>
  async (tab, gateway) => {
    await afterConfirm(...outcomes)(tab, gateway);
    gateway.fail();
    await vi.advanceTimersByTimeAsync(60_000);
    return tab;
  };

/** The page is gone while the confirm is on its way. */
const pageClosedDuring =
  (outcome: ConfirmOutcome): Story =>
  async (tab, gateway) => {
    gateway.nextConfirms(outcome);
    void tab.pay();
    await vi.advanceTimersByTimeAsync(10);
    return reload(tab, gateway);
  };

const andThen =
  (story: Story, next: (tab: Tab, gateway: Gateway) => Promise<Tab>): Story =>
  async (tab, gateway) =>
    next(await story(tab, gateway), gateway);

const openAnotherTab = (_: Tab, gateway: Gateway) => openTab(gateway);

const abandonRedirect = async (tab: Tab, gateway: Gateway) => {
  gateway.fail();
  await vi.advanceTimersByTimeAsync(60_000);
  return tab;
};

/** The page knows how the first attempt ended: the next press is another attempt, under another key. */
const ANSWERED: Readonly<Record<string, Story>> = {
  'a decline': afterConfirm('declined'),
  'a decline and a reload': andThen(afterConfirm('declined'), reload),
  'a decline, in another tab': andThen(afterConfirm('declined'), openAnotherTab),
  'a decline whose answer was lost': afterConfirm('declined_answer_lost'),
  'a refusal of what was entered': afterConfirm('rejected'),
  'a fault that the gateway keeps for its key': afterConfirm(
    'server_error',
    'server_error',
    'server_error',
    'server_error',
  ),
  'the same and a reload': andThen(
    afterConfirm('server_error', 'server_error', 'server_error', 'server_error'),
    reload,
  ),
  'a way to the bank that was left': abandonedRedirect('ok'),
  'the same, on the return page': andThen(abandonedRedirect('ok'), reload),
  'the same, in another tab': andThen(abandonedRedirect('ok'), openAnotherTab),
  'the same, where the answer was lost': andThen(abandonedRedirect('lost_answer'), reload),
  'the same, where the page was gone before the answer': andThen(
    pageClosedDuring('slow'),
    abandonRedirect,
  ),
  'the same, where the page was gone right after the answer': andThen(
    pageClosedDuring('ok'),
    abandonRedirect,
  ),
};

/** The page does not know how the first attempt ended: the next press repeats it, under its key. */
const UNKNOWN: Readonly<Record<string, Story>> = {
  'no answer': afterConfirm(...NEVER_ANSWERED),
  'no answer and a reload': andThen(afterConfirm(...NEVER_ANSWERED), reload),
  'no answer, in another tab': andThen(afterConfirm(...NEVER_ANSWERED), openAnotherTab),
  'a gateway that is busy with it': afterConfirm('conflict', 'conflict', 'conflict', 'conflict'),
  'a gateway that asks for fewer requests': afterConfirm(
    'rate_limited',
    'rate_limited',
    'rate_limited',
    'rate_limited',
  ),
  'a page that was gone before the request was through': pageClosedDuring('lost_request'),
  'the same, while it may still arrive': pageClosedDuring('applied_later'),
};

const FAILURE_DETAILS: readonly FailureDetail[] = [
  'a new method',
  'a saved method',
  'only a code',
  'nothing',
];

describe.each(FAILURE_DETAILS)('at a gateway where a failed attempt shows %s', (failureDetail) => {
  it.each(Object.entries(ANSWERED))('another attempt follows %s', async (_, story) => {
    const gateway = createConfirmingGateway(UNPAID, { failureDetail: failureDetail });
    const tab = await story(await openTab(gateway), gateway);
    const [attempts, replays, [first]] = [gateway.attempts(), gateway.replays(), gateway.keys];
    gateway.clearOutcomes();
    expect(await settle(tab.pay())).toEqual({ kind: 'updated' });
    expect([gateway.attempts(), gateway.replays()]).toEqual([attempts + 1, replays]);
    expect(gateway.keys.at(-1)).not.toBe(first);
  });

  it.each(Object.entries(UNKNOWN))('the same attempt follows %s', async (_, story) => {
    const gateway = createConfirmingGateway(UNPAID, { failureDetail: failureDetail });
    const tab = await story(await openTab(gateway), gateway);
    gateway.clearOutcomes();
    expect(await settle(tab.pay())).toEqual({ kind: 'updated' });
    expect(new Set(gateway.keys).size).toBe(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(gateway.attempts()).toBe(1);
  });
});

describe('two browsers, which know nothing of each other', () => {
  it('make one attempt when both press in the same moment', async () => {
    const gateway = createConfirmingGateway();
    const [one, other] = [await openTab(gateway), await openTab(gateway)];
    gateway.nextConfirms('slow', 'slow');
    const first = one.pay();
    await vi.advanceTimersByTimeAsync(10);
    createBrowser().activate();
    gateway.updateIntent({
      status: 'requires_payment_method',
      next_action: null,
      payment_method: null,
    });
    await settle(Promise.all([first, other.pay()]));
    expect(gateway.keys).toHaveLength(2);
    expect(new Set(gateway.keys).size).toBe(1);
    expect(gateway.attempts()).toBe(1);
  });
});

describe('a repeat', () => {
  it('is not sent half a day later, when a gateway may have forgotten the key', async () => {
    const gateway = createConfirmingGateway();
    gateway.nextConfirms('lost_request');
    const tab = await openTab(gateway);
    const result = tab.pay();
    await vi.advanceTimersByTimeAsync(10);
    expect(gateway.keys).toHaveLength(1);
    // The lid of the device is closed.
    vi.setSystemTime(Date.now() + 25 * 3_600_000);
    expect(await settle(result)).toMatchObject({ kind: 'unknown' });
    expect(gateway.keys).toHaveLength(1);
  });
});

it('stores nothing that was entered, and no secret', async () => {
  const gateway = createConfirmingGateway();
  gateway.nextConfirms('declined', ...NEVER_ANSWERED);
  const tab = await openTab(gateway);
  await settle(tab.pay('boleto'));
  await settle(tab.pay('boleto'));
  expect(browser.storedText()).toMatch(/^((paystep-pi_1-[0-9a-f]{32}( [0-9a-z]{1,7})?|-)\n?)+,$/);
});
