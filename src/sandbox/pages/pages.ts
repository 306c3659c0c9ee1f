import { type Context, Hono } from 'hono';
import { lookup } from '../base/lookup.ts';
import { DIALECTS, returnUrlFor } from '../dialect/dialects.ts';
import { finishDeviceData } from '../operations/deviceData.ts';
import type { CustomerPage } from '../payment/customerPage.ts';
import { type DecisionPlace, pageUrl } from '../payment/customerPage.ts';
import type { Intent } from '../payment/intent.ts';
import { formOf } from '../request/body.ts';
import type { SandboxContext } from '../world/context.ts';
import { answererOf } from './answers.ts';
import { ASSETS } from './assets.ts';
import { decisionView, VIEWS } from './decisionView.ts';
import { pageHeaders } from './headers.ts';
import type { Markup } from './layout.ts';
import { pictures } from './pictures.ts';
import { receiptView } from './receiptView.ts';
import { deviceDataView, endedView, unknownView } from './statusViews.ts';
import { wechatRefusal } from './wechatRules.ts';

type OriginOf = (c: Context) => string;

/** Pages for one kind of next action, since they show its payload. */
const PLACES_OF_ONE_ACTION: readonly CustomerPage[] = [
  'ddc',
  'voucher',
  'transfer',
  'microdeposits',
];

/** Pages on another device, or used later: they do not lead back to the shop. */
const PLACES_WITHOUT_RETURN: readonly CustomerPage[] = [
  'qr',
  'voucher',
  'transfer',
  'microdeposits',
];

const waitsAt = (place: CustomerPage, { action, status }: Intent) =>
  status === 'requires_action' &&
  (!PLACES_OF_ONE_ACTION.includes(place) || action?.place === place);

function show(
  c: Context,
  markup: Markup,
  place: CustomerPage,
  intent?: Intent,
): Response | Promise<Response> {
  return c.html(markup, intent ? 200 : 404, pageHeaders(place, intent));
}

/** In the dialog of the stand-in for Stripe.js, which itself finds out how it has ended. */
const isInDialog = ({ req }: Context) => req.query('in') === 'stripejs';

const backOf = (c: Context, place: CustomerPage, intent: Intent) =>
  isInDialog(c) || PLACES_WITHOUT_RETURN.includes(place) ? null : returnUrlFor(intent);

/** Redirects the customer to the shop, or after a scan to a page that says so. */
function leave(c: Context, place: CustomerPage, intent: Intent): Response {
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(backOf(c, place, intent) ?? pathname + (isInDialog(c) ? search : ''), 303);
}

function ended(c: Context, place: CustomerPage, intent: Intent, context: SandboxContext) {
  return show(c, endedView(intent, context, backOf(c, place, intent)), place, intent);
}

function decision(pages: Hono, place: DecisionPlace, context: SandboxContext): void {
  const path = pageUrl('', place, ':id').replace('/sandbox', '');
  pages.get(path, (c) => {
    const intent = context.store.get(c.req.param('id') ?? '');
    if (!intent) return show(c, unknownView(), place);
    if (!waitsAt(place, intent)) return ended(c, place, intent, context);
    const refusal = place === 'wechat' ? wechatRefusal(c) : null;
    if (refusal) return c.html(refusal, 403, pageHeaders(place, intent));
    return show(c, decisionView(place, intent, context), place, intent);
  });
  pages.post(path, async (c) => {
    const form = await formOf(c);
    const intent = context.store.get(c.req.param('id') ?? '');
    if (!intent) return show(c, unknownView(), place);
    const next = waitsAt(place, intent) ? answererOf(place)(form, intent, context) : null;
    if (next === null) return ended(c, place, intent, context);
    if (typeof next !== 'string') return leave(c, place, context.store.put(next));
    return c.html(decisionView(place, intent, context, next), 400, pageHeaders(place, intent));
  });
}

function deviceData(pages: Hono, context: SandboxContext, originOf: OriginOf): void {
  const path = '/acs/:id/ddc';
  pages.get(path, (c) => {
    const intent = context.store.get(c.req.param('id'));
    if (!intent) return show(c, unknownView(), 'ddc');
    if (!waitsAt('ddc', intent)) return ended(c, 'ddc', intent, context);
    return show(c, deviceDataView(), 'ddc', intent);
  });
  pages.post(path, (c) => {
    const intent = context.store.get(c.req.param('id'));
    if (!intent) return show(c, unknownView(), 'ddc');
    const { account } = intent;
    const request = { ...context, account, dialect: DIALECTS[intent.dialect], origin: originOf(c) };
    return leave(c, 'ddc', context.store.put(finishDeviceData(intent, request)));
  });
}

/** `receipt_url` of a charge. */
function receipt(pages: Hono, context: SandboxContext): void {
  pages.get('/receipts/:id', (c) => {
    const charge = context.store.charge(c.req.param('id'));
    if (charge?.status !== 'succeeded') return show(c, unknownView(), 'bank');
    const refunds = context.store.refunds().filter((refund) => refund.charge === charge.id);
    return c.html(receiptView(charge, refunds, context), 200, pageHeaders('bank'));
  });
}

/** The pages that a customer would meet: bank, wallet, scanned code, voucher, 3-D Secure. */
export function createPages(context: SandboxContext, originOf: OriginOf): Hono {
  const pages = new Hono();
  // Before the pages, which would take the picture's name for an id.
  pictures(pages, context, originOf);
  for (const place of Object.keys(VIEWS) as DecisionPlace[]) decision(pages, place, context);
  deviceData(pages, context, originOf);
  receipt(pages, context);
  pages.get('/assets/:file', (c) => {
    const asset = lookup(ASSETS, c.req.param('file'));
    return asset ? c.body(asset[1], 200, { 'Content-Type': asset[0] }) : c.notFound();
  });
  return pages;
}
