import { vi } from 'vitest';
import { isOutcome } from '../../phase.ts';
import { isSettled } from '../../state.ts';
import { Bank } from './bank.ts';
import { anySpan, type Chance, createChance } from './chance.ts';
import { Customer } from './customer.ts';
import { type GatewayName, GatewayWithHistory } from './gatewayWithHistory.ts';
import { Ledger, lineOf } from './ledger.ts';
import { anyCreation } from './methods.ts';
import { Network } from './network.ts';
import { Page, type PageModules } from './page.ts';
import { stubBrowser, watchConsole } from './pageGlobals.ts';
import { phasesOf } from './stateRules.ts';
import { Tab } from './tab.ts';
import { UpdateStreams } from './updateStream.ts';
import { VirtualTime } from './virtualTime.ts';
import { Weather } from './weather.ts';

/** What came of one payment. */
export type PaymentRun = Pick<Ledger, 'violations' | 'lines' | 'counts'>;

/**
 * How long after the last trouble the checkout may take to show how the payment stands: a read under
 * way that times out (10 s) or is limited, and then the longest pause (two minutes) or backoff.
 */
const BOUND_MS = 140_000;

/** In-flight requests, repeats of a confirm and expiring codes may take minutes. */
const LONGEST_QUIETING_MS = 60 * 60_000;
const STEP_MS = 1_000;

/** After the end nothing may happen for so long. */
const SILENCE_MS = 30 * 60_000;

/** Where the payment is shown: in one place, twice on a page, or on two pages. */
const PLACES = { 'one tab': 5, 'twice on a page': 2, 'two tabs': 3 } as const;

/** How long the troubles last: also as long as paying in another page takes, or a debit. */
const LENGTHS = {
  usual: (chance) => 20_000 + anySpan(chance),
  'other page': () => 12 * 60_000,
  days: () => 3 * 24 * 3_600_000,
} satisfies Record<string, (chance: Chance) => number>;

/** One in so many saves a payment method in place of a payment. */
const SETUP_EVERY = 6;

/** One payment with all that happens to it. */
class PaymentWorld {
  readonly ledger: Ledger;
  readonly time: VirtualTime;
  readonly gateway: GatewayWithHistory;
  readonly network: Network;
  readonly streams: UpdateStreams;
  readonly bank: Bank;
  readonly customer: Customer;
  readonly tabs: Tab[];
  readonly pages: Page[];
  readonly #length: number;
  readonly #chance: Chance;

  constructor(seed: number, modules: readonly [PageModules, PageModules], remembers: boolean) {
    // Streams of chance of their own, so that what the network does moves no deed of the customer.
    const [chance, weather, network, bank, customer, streams] = [0, 1, 2, 3, 4, 5].map((at) =>
      createChance(seed * 8 + at),
    ) as [Chance, Chance, Chance, Chance, Chance, Chance];
    this.#chance = chance;
    this.time = new VirtualTime(() => this.gateway.running > 0);
    this.ledger = new Ledger(() => this.time.elapsed);
    const { time, ledger } = this;
    this.#length = LENGTHS[chance.weighted({ usual: 72, 'other page': 26, days: 2 })](chance);
    const name = chance.pick<GatewayName>(['stripe', 'wooshpay']);
    const kind = seed % SETUP_EVERY === 0 ? 'setup' : 'payment';
    this.gateway = new GatewayWithHistory(name, kind, seed, time, ledger);
    const sky = new Weather(weather, this.#length);
    this.network = new Network(this.gateway, sky, network, time, ledger);
    this.bank = new Bank(this.gateway, bank, time, ledger);
    this.pages = modules.map((each, at) => new Page(`page ${at + 1}`, each, time, ledger));
    this.streams = new UpdateStreams(streams, time, ledger, () => {
      for (const page of this.pages) page.trigger();
    });
    this.tabs = [];
    const { tabs, gateway } = this;
    this.customer = new Customer({
      tabs,
      gateway,
      network: this.network,
      chance: customer,
      time,
      ledger,
      remembers,
    });
  }

  /** Creates the payment, and everything up to the end of the troubles. */
  async live(): Promise<void> {
    const { gateway, time, bank, streams, ledger, customer } = this;
    const chance = this.#chance;
    const creation = anyCreation(gateway, chance);
    ledger.write(`${gateway.name}, ${creation.name}; troubles for ${this.#length} ms`);
    ledger.count('gateway', gateway.name);
    ledger.count('kind', gateway.kind);
    ledger.count('begins with', creation.name);
    gateway.onChange = (version) => {
      streams.notify();
      bank.answer(version);
    };
    await gateway.create(creation.params);
    this.#openTabs();
    customer.plan(this.#length);
    for (const tab of this.tabs) customer.open(tab, chance.pick([0, 0, anySpan(chance)]));
    await time.advance(this.#length);
  }

  #openTabs(): void {
    const chance = this.#chance;
    const place = chance.weighted(PLACES);
    this.ledger.count('shown', place);
    const [first, second] = this.pages as [Page, Page];
    const pages = {
      'one tab': [first],
      'twice on a page': [first, first],
      'two tabs': [first, second],
    };
    const { gateway, network, time, ledger } = this;
    pages[place].forEach((page, at) => {
      const options = {
        gateway: gateway.name,
        publishableKey: gateway.publishableKey,
        apiBase: gateway.apiBase,
        fetch: network.fetchOf(page),
        clientSecret: gateway.clientSecret,
        ...(chance.isLikely(0.3) && { updatesUrl: 'https://shop.example/updates' }),
        ...(chance.isLikely(0.3) && { initialIntent: gateway.created }),
      };
      this.tabs.push(new Tab(`tab ${at + 1}`, page, gateway, options, time, ledger));
    });
  }

  /** The network is good again, and somebody looks at the page. */
  async recover(): Promise<void> {
    const { customer, bank, network, streams, ledger } = this;
    ledger.write('--- all is well from here on ---');
    customer.isGone = true;
    bank.isClosed = true;
    network.isOffline = false;
    streams.isCalm = true;
    if (!this.tabs.some(({ isMounted }) => isMounted)) this.tabs[0]?.mount();
    for (const tab of this.tabs) {
      customer.show(tab);
      if (tab.hasStopped) tab.trigger('visible');
    }
    await this.#waitForQuiet();
  }

  /** Waits until nothing is under way and every checkout shows the payment, or has had its time to. */
  async #waitForQuiet(): Promise<void> {
    const { time, gateway, network, pages, tabs } = this;
    const isPatient = this.#chance.isLikely(0.1);
    const from = time.now;
    for (let waited = 0; waited < LONGEST_QUIETING_MS; waited += STEP_MS) {
      await time.advance(STEP_MS);
      gateway.due();
      // A refusal that was on its way when the troubles ended, before any good answer.
      for (const tab of tabs) if (tab.isRefused) tab.trigger('visible');
      const isUnderWay = network.travelling > 0 || pages.some(({ confirming }) => confirming > 0);
      const isOverdue = time.now >= Math.max(from, gateway.current.at) + BOUND_MS;
      const isShown = !isPatient && tabs.every((tab) => !tab.isMounted || this.#isShownIn(tab));
      if (!isUnderWay && (isOverdue || isShown)) return;
    }
    this.ledger.require(false, () => 'it never comes to rest');
  }

  #isShownIn({ state, pending }: Tab): boolean {
    if (!state || !('intent' in state) || pending > 0) return false;
    const { intent, name } = this.gateway.current;
    const isRight = phasesOf(intent).includes(state.phase);
    return isRight && state.intent.description === name && state.connection !== 'retrying';
  }

  /** Nothing lost and nothing twice: the checkouts say what is at the gateway, which was asked once. */
  checkOutcome(): void {
    const { gateway, ledger, customer, pages } = this;
    ledger.count('final', gateway.current.intent.status);
    const { attempts } = gateway;
    const begun = gateway.versions[0]?.intent.confirmations ?? 0;
    const most = begun + customer.agreements;
    ledger.require(attempts <= most, () => `${attempts} attempts, agreed to ${most}`);
    const keys = new Set(pages.flatMap((page) => [...page.keys])).size;
    ledger.require(
      keys <= customer.agreements + customer.refusals,
      () => `${keys} keys, agreed to ${most}`,
    );
    for (const tab of this.tabs) if (tab.isMounted) this.#checkTab(tab);
  }

  #checkTab(tab: Tab): void {
    const { state, rules, name } = tab;
    const { intent, name: version } = this.gateway.current;
    const { ledger } = this;
    if (!state || !rules) return;
    const truth = `${phasesOf(intent)} ${version}`;
    const shown = lineOf(state);
    ledger.require(this.#isShownIn(tab), () => `${name}: shows "${shown}", and it is ${truth}`);
    ledger.require(tab.pending === 0, () => `${name}: ${tab.pending} promises never settle`);
    const last = rules.results.at(-1);
    const isReported = !isOutcome(state.phase) || last === `${state.phase} ${version}`;
    ledger.require(isReported, () => `${name}: has reported "${last}", and it is ${truth}`);
    const ends = rules.results.filter((line) => !line.startsWith('failed'));
    ledger.require(ends.length <= 1, () => `${name}: ends twice, ${ends}`);
    const isIdle = !isSettled(state) || tab.listening === 0;
    ledger.require(isIdle, () => `${name}: listens after the payment is settled`);
  }

  /** Nothing after the end: neither of the payment nor of the checkouts. */
  async checkSilence(): Promise<void> {
    const { time, ledger, streams, tabs } = this;
    const open = tabs.filter(({ isMounted }) => isMounted);
    const areSettled = open.every(({ state }) => state && isSettled(state));
    // A checkout that is created beside a settled one reads once.
    const areReading = this.pages.some(({ readsInFlight }) => readsInFlight > 0);
    if (areSettled && !areReading) this.#checkIdle('it is settled');
    for (const tab of tabs) tab.destroy();
    await time.settle();
    this.#checkIdle('destroy()');
    await time.advance(SILENCE_MS);
    ledger.require(streams.open === 0, () => 'a stream was opened after destroy()');
  }

  #checkIdle(end: string): void {
    const { time, streams, ledger } = this;
    ledger.require(time.pendingTimers === 0, () => `${time.pendingTimers} timers after ${end}`);
    ledger.require(streams.open === 0, () => `${streams.open} streams after ${end}`);
  }
}

/** Lives through the payment of a seed, always the same one. */
export async function runPayment(
  seed: number,
  modules: readonly [PageModules, PageModules],
): Promise<PaymentRun> {
  const remembers = stubBrowser(createChance(seed * 8 + 6));
  const world = new PaymentWorld(seed, modules, remembers);
  const undo = [
    world.time.install(),
    world.streams.install(),
    watchConsole((line) => {
      world.ledger.count('console', 'line');
      world.tabs[0]?.rules?.checkSecrecy(line);
    }),
  ];
  try {
    await world.live();
    await world.recover();
    world.checkOutcome();
    await world.checkSilence();
  } catch (error) {
    world.ledger.require(false, () => `it breaks: ${error instanceof Error ? error.stack : error}`);
  } finally {
    for (const each of undo) each();
    vi.unstubAllGlobals();
  }
  return world.ledger;
}
