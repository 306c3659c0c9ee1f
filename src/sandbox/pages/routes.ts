import { type Context, Hono } from 'hono';
import { finishDeviceData } from '../deviceData.ts';
import type { DialectName, Intent, Place } from '../intent.ts';
import { lookup } from '../lookup.ts';
import { applyOutcome, type Outcome } from '../outcome.ts';
import { returnAddress } from '../returning.ts';
import { stripe } from '../stripe.ts';
import { wooshpay } from '../wooshpay.ts';
import type { Dialect, World } from '../world.ts';
import { ASSETS } from './assets.ts';
import { pageHeaders } from './headers.ts';
import type { Markup } from './layout.ts';
import { decisionView, deviceDataView, endedView, unknownView, VIEWS } from './views.ts';

type Decision = keyof typeof VIEWS;

type OriginOf = (c: Context) => string;

const DIALECTS: Readonly<Record<DialectName, Dialect>> = { stripe, wooshpay };

const PATHS: Readonly<Record<Decision, string>> = {
  bank: '/bank/:id',
  wallet: '/wallet/:id',
  qr: '/qr/:id',
  challenge: '/acs/:id/challenge',
};

/** At a bank's page a customer who cancels has given up; the payment itself is not canceled. */
const ANSWERS: Readonly<Record<string, Outcome>> = {
  succeed: 'succeed',
  fail: 'fail',
  cancel: 'fail',
};

/** The one-time code that never passes. */
const WRONG_CODE = '0000';

const waits = ({ status }: Intent) => status === 'requires_action';

function show(
  c: Context,
  markup: Markup,
  place: Place,
  intent?: Intent,
): Response | Promise<Response> {
  return c.html(markup, intent ? 200 : 404, pageHeaders(place, intent));
}

const backOf = (intent: Intent) => returnAddress(intent, DIALECTS[intent.dialect]);

/** Sends the customer on: to the shop, or (after a scan) to a page that says they can go back. */
function leave(c: Context, place: Place, intent: Intent): Response {
  const back = place === 'qr' ? null : backOf(intent);
  return c.redirect(back ?? new URL(c.req.url).pathname, 303);
}

function ended(c: Context, place: Place, intent: Intent, world: World) {
  return show(c, endedView(intent, world, place === 'qr' ? null : backOf(intent)), place, intent);
}

async function answerOf(c: Context): Promise<Outcome> {
  const form = await c.req.parseBody();
  if (form.code === WRONG_CODE) return 'fail';
  return lookup(ANSWERS, form.answer) ?? 'fail';
}

function decision(pages: Hono, place: Decision, world: World): void {
  pages.get(PATHS[place], (c) => {
    const intent = world.store.get(c.req.param('id') ?? '');
    if (!intent) return show(c, unknownView(), place);
    if (!waits(intent)) return ended(c, place, intent, world);
    return show(c, decisionView(place, intent, world), place, intent);
  });
  pages.post(PATHS[place], async (c) => {
    const outcome = await answerOf(c);
    const intent = world.store.get(c.req.param('id') ?? '');
    if (!intent) return show(c, unknownView(), place);
    const next = waits(intent) ? applyOutcome(intent, outcome, world) : null;
    return next ? leave(c, place, world.store.put(next)) : ended(c, place, intent, world);
  });
}

function deviceData(pages: Hono, world: World, originOf: OriginOf): void {
  const path = '/acs/:id/ddc';
  pages.get(path, (c) => {
    const intent = world.store.get(c.req.param('id'));
    if (!intent) return show(c, unknownView(), 'ddc');
    const running = waits(intent) && intent.action?.place === 'ddc';
    return running ? show(c, deviceDataView(), 'ddc', intent) : ended(c, 'ddc', intent, world);
  });
  pages.post(path, (c) => {
    const intent = world.store.get(c.req.param('id'));
    if (!intent) return show(c, unknownView(), 'ddc');
    const scene = { ...world, dialect: DIALECTS[intent.dialect], origin: originOf(c) };
    return leave(c, 'ddc', world.store.put(finishDeviceData(intent, scene)));
  });
}

/** The pages that a customer would meet: bank, wallet, scanned code, 3-D Secure. */
export function createPages(world: World, originOf: OriginOf): Hono {
  const pages = new Hono();
  for (const place of Object.keys(VIEWS) as Decision[]) decision(pages, place, world);
  deviceData(pages, world, originOf);
  pages.get('/assets/:file', (c) => {
    const asset = lookup(ASSETS, c.req.param('file'));
    return asset ? c.body(asset[1], 200, { 'Content-Type': asset[0] }) : c.notFound();
  });
  return pages;
}
