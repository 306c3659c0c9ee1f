import type { ConfirmResult } from '../../confirm/confirmOnce.ts';
import { anySpan, type Chance } from './chance.ts';
import type { GatewayWithHistory } from './gatewayWithHistory.ts';
import type { Ledger } from './ledger.ts';
import { anyMethod, type Method } from './methods.ts';
import type { Network } from './network.ts';
import type { Tab } from './tab.ts';
import type { VirtualTime } from './virtualTime.ts';

const OTHER_ID = 'pi_3OtherPaymentOfSomebody12';

/** What may happen in front of the screen, and how often. */
const DEEDS = {
  pay: 8,
  'hide the page': 5,
  /** They are away for minutes; the bank's return page says so, and they come back. */
  'pay in another page': 4,
  'lose the connection': 2,
  restore: 1,
  online: 1,
  return: 2,
  'return of another payment': 1,
  refetch: 2,
  'refetch without end': 1,
  remount: 2,
  'close the page': 1,
} as const;

type Deed = keyof typeof DEEDS;

/** How often they look for the button, and how far apart. */
const TRIES = 8;
const TRY_MS = 3_000;

/** Refetches by a program that has gone wild, and how far they are apart. */
const STORM = 80;
const STORM_STEP_MS = 100;

const MINUTE = 60_000;

export interface Surroundings {
  readonly tabs: readonly Tab[];
  readonly gateway: GatewayWithHistory;
  readonly network: Network;
  readonly chance: Chance;
  readonly time: VirtualTime;
  readonly ledger: Ledger;
  /** Whether the browser's pages know of each other's attempts. */
  readonly remembers: boolean;
}

/** The customer, who presses, looks away, goes through tunnels and loses patience. */
export class Customer {
  readonly #around: Surroundings;
  /** How often they have agreed to pay. */
  agreements = 0;
  /** Answers after which whoever presses, or waits, has another key. */
  refusals = 0;
  /** They do nothing more. */
  isGone = false;
  /** The method that they pay with, mostly the same. */
  #method: Method;
  readonly #agreed = new Set<string>();

  constructor(around: Surroundings) {
    this.#around = around;
    this.#method = anyMethod(around.gateway, around.chance);
  }

  /** Plans what they will do in so many milliseconds. */
  plan(length: number): void {
    const { chance, time, tabs } = this.#around;
    for (let deeds = chance.between(1, 8); deeds > 0; deeds -= 1) {
      const tab = this.#tab();
      const deed = chance.weighted(DEEDS);
      time.after(chance.between(0, length), () => !this.isGone && this.#do(deed, tab));
    }
    // Somebody who has opened an unpaid payment mostly wants to pay it.
    for (const tab of tabs) if (chance.isLikely(0.7)) time.after(2_000, () => this.#do('pay', tab));
  }

  /** Opens the payment in a tab, in so many milliseconds. */
  open(tab: Tab, ms: number): void {
    this.#around.time.after(ms, () => !this.isGone && tab.mount());
  }

  #tab(): Tab {
    const { tabs, chance } = this.#around;
    return tabs[chance.between(0, tabs.length - 1)] as Tab;
  }

  #do(deed: Deed, tab: Tab): void {
    const { gateway, ledger, chance } = this.#around;
    ledger.count('deed', deed);
    const deeds: Readonly<Record<Deed, () => void>> = {
      pay: () => this.#pay(tab, chance.pick([1, 2, 2, 3])),
      'hide the page': () => this.#hide(tab, anySpan(chance)),
      'pay in another page': () => this.#payElsewhere(tab),
      'lose the connection': () => this.#goOffline(tab, anySpan(chance)),
      restore: () => tab.trigger('restored'),
      online: () => tab.trigger('online'),
      return: () => tab.trigger('return', chance.pick([gateway.id, null])),
      'return of another payment': () => tab.trigger('return', OTHER_ID),
      refetch: () => tab.refetch(),
      'refetch without end': () => this.#storm(tab),
      remount: () => {
        tab.destroy();
        this.open(tab, chance.pick([0, 0, anySpan(chance)]));
      },
      'close the page': () => this.#close(tab),
    };
    deeds[deed]();
  }

  /** Waits for the button, and presses it. */
  #pay(tab: Tab, presses: number, tries = TRIES): void {
    if (this.isGone) return;
    if (tab.canPay) this.#press(tab, presses);
    else if (tries > 0) this.#around.time.after(TRY_MS, () => this.#pay(tab, presses, tries - 1));
  }

  /** Presses once, twice or three times, within half a second. */
  #press(tab: Tab, presses: number): void {
    const { chance, time, gateway, ledger } = this.#around;
    if (chance.isLikely(0.4)) this.#method = anyMethod(gateway, chance);
    const { name, params } = this.#method;
    const press = () => {
      if (this.isGone || !tab.canPay) return;
      const isAgain = tab.page.confirming > 0 || !this.#agree(tab, name);
      ledger.write(`${tab.name}: pressed, ${name}${isAgain ? ' (once more)' : ''}`);
      ledger.count('press', isAgain ? 'once more' : name);
      void tab.confirm(params).then((result) => this.#learn(result));
    };
    for (let at = 0; at < presses; at += 1) time.after(at * chance.pick([0, 80, 250]), press);
  }

  /** Whether this agrees to another attempt: the same payment and method, seen unchanged, do not. */
  #agree({ state }: Tab, method: string): boolean {
    const seen = state && 'intent' in state ? state.intent.description : '';
    const agreement = `${seen} ${method}`;
    if (this.#agreed.has(agreement) && this.#around.remembers) return false;
    this.#agreed.add(agreement);
    this.agreements += 1;
    return true;
  }

  /** After an answer that a gateway repeats for the same key, a press is another attempt. */
  #learn(result: ConfirmResult | undefined): void {
    if (result?.kind === 'rejected') this.#agreed.clear();
    if (result?.kind === 'unknown' && result.error.status === 500) this.#agreed.clear();
    if (this.#agreed.size === 0) this.refusals += 1;
  }

  #hide(tab: Tab, ms: number): void {
    tab.page.hide();
    for (const each of this.#tabsBeside(tab)) each.hide();
    this.#around.time.after(ms, () => this.show(tab));
  }

  #payElsewhere(tab: Tab): void {
    const { chance, time } = this.#around;
    const away = chance.between(4 * MINUTE, 7 * MINUTE);
    this.#hide(tab, away);
    const message = away - chance.between(100, 30_000);
    if (chance.isLikely(0.7)) time.after(message, () => !this.isGone && tab.trigger('return'));
  }

  show(tab: Tab): void {
    tab.page.show();
    for (const each of this.#tabsBeside(tab)) each.show();
  }

  /** What is on the same page is hidden and shown with it. */
  #tabsBeside({ page }: Tab): readonly Tab[] {
    return this.#around.tabs.filter((each) => each.page === page);
  }

  #goOffline(tab: Tab, ms: number): void {
    const { network, time, ledger } = this.#around;
    network.isOffline = true;
    ledger.write('offline');
    time.after(ms, () => {
      if (this.isGone) return;
      network.isOffline = false;
      tab.trigger('online');
    });
  }

  #storm(tab: Tab): void {
    const { time, chance } = this.#around;
    for (let at = 0; at < STORM; at += 1) {
      const run = () => {
        if (this.isGone) return;
        if (chance.isLikely(0.5)) tab.refetch();
        else tab.trigger('return');
      };
      time.after(at * STORM_STEP_MS, run);
    }
  }

  /** A page is closed for good only where another is left. */
  #close(tab: Tab): void {
    if (this.#around.tabs.filter(({ isMounted }) => isMounted).length > 1) tab.destroy();
  }
}
