import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBrowser, type TestBrowser } from '../testing/browser.ts';
import {
  createConfirmingGateway,
  type Fate,
  openTab,
  type Shows,
  settle,
  UNPAID,
} from '../testing/confirming.ts';

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

/** Sent four times, and never answered. */
const NEVER: readonly Fate[] = ['before', 'before', 'before', 'before'];

/** What becomes of a first attempt; gives the tab in which the customer presses again. */
type Story = (tab: Tab, gateway: Gateway) => Promise<Tab>;

const after =
  (...fates: readonly Fate[]): Story =>
  async (tab, gateway) => {
    gateway.nextConfirms(...fates);
    const result = tab.pay();
    // A gateway may want half a minute before each repeat.
    await vi.advanceTimersByTimeAsync(120_000);
    await settle(result);
    return tab;
  };

/** The customer has been asked, and comes back without having paid. */
const left =
  (...fates: readonly Fate[]): Story =>
  async (tab, gateway) => {
    await after(...fates)(tab, gateway);
    gateway.fail();
    await vi.advanceTimersByTimeAsync(60_000);
    return tab;
  };

/** The page is gone while the confirm is on its way. */
const gone =
  (fate: Fate): Story =>
  async (tab, gateway) => {
    gateway.nextConfirms(fate);
    void tab.pay();
    await vi.advanceTimersByTimeAsync(10);
    return reload(tab, gateway);
  };

const then =
  (story: Story, next: (tab: Tab, gateway: Gateway) => Promise<Tab>): Story =>
  async (tab, gateway) =>
    next(await story(tab, gateway), gateway);

const another = (_: Tab, gateway: Gateway) => openTab(gateway);

const turnBack = async (tab: Tab, gateway: Gateway) => {
  gateway.fail();
  await vi.advanceTimersByTimeAsync(60_000);
  return tab;
};

/** The first answer is known: the next press is another attempt, under another key. */
const ENDED: Readonly<Record<string, Story>> = {
  'a decline': after('declined'),
  'a decline and a reload': then(after('declined'), reload),
  'a decline, in another tab': then(after('declined'), another),
  'a decline whose answer was lost': after('declinedAfter'),
  'a refusal of what was entered': after('refused'),
  'a fault that the gateway keeps for its key': after('fault', 'fault', 'fault', 'fault'),
  'the same and a reload': then(after('fault', 'fault', 'fault', 'fault'), reload),
  'a way to the bank that was left': left('well'),
  'the same, on the return page': then(left('well'), reload),
  'the same, in another tab': then(left('well'), another),
  'the same, where the answer was lost': then(left('after'), reload),
  'the same, where the page was gone before the answer': then(gone('slow'), turnBack),
  'the same, where the page was gone right after the answer': then(gone('well'), turnBack),
};

/** Nobody knows what came of the first: the next press repeats it, under its key. */
const OPEN: Readonly<Record<string, Story>> = {
  'no answer': after(...NEVER),
  'no answer and a reload': then(after(...NEVER), reload),
  'no answer, in another tab': then(after(...NEVER), another),
  'a gateway that is busy with it': after('busy', 'busy', 'busy', 'busy'),
  'a gateway that asks for fewer requests': after('limited', 'limited', 'limited', 'limited'),
  'a page that was gone before the request was through': gone('before'),
  'the same, while it may still arrive': gone('late'),
};

const SHOWS: readonly Shows[] = ['each', 'the same', 'only a code', 'nothing'];

describe.each(SHOWS)('at a gateway where a failed attempt shows %s', (shows) => {
  it.each(Object.entries(ENDED))('another attempt follows %s', async (_, story) => {
    const gateway = createConfirmingGateway(UNPAID, { shows });
    const tab = await story(await openTab(gateway), gateway);
    const [attempts, replays, [first]] = [gateway.attempts(), gateway.replays(), gateway.keys];
    gateway.forgetFates();
    expect(await settle(tab.pay())).toEqual({ kind: 'updated' });
    expect([gateway.attempts(), gateway.replays()]).toEqual([attempts + 1, replays]);
    expect(gateway.keys.at(-1)).not.toBe(first);
  });

  it.each(Object.entries(OPEN))('the same attempt follows %s', async (_, story) => {
    const gateway = createConfirmingGateway(UNPAID, { shows });
    const tab = await story(await openTab(gateway), gateway);
    gateway.forgetFates();
    expect(await settle(tab.pay())).toEqual({ kind: 'updated' });
    expect(new Set(gateway.keys).size).toBe(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(gateway.attempts()).toBe(1);
  });
});

describe('two browsers, which know nothing of each other', () => {
  it('make one attempt of two presses in the same moment', async () => {
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
    gateway.nextConfirms('before');
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

it('keeps nothing that was entered, and no secret', async () => {
  const gateway = createConfirmingGateway();
  gateway.nextConfirms('declined', ...NEVER);
  const tab = await openTab(gateway);
  await settle(tab.pay('boleto'));
  await settle(tab.pay('boleto'));
  expect(browser.storedText()).toMatch(/^((paystep-pi_1-[0-9a-f]{32}( [0-9a-z]{1,7})?|-)\n?)+,$/);
});
