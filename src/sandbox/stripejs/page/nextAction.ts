/** Does what an intent asks for next: 3-D Secure in a dialog, a redirect, a code, a voucher. */
import { isRecord } from '../../../intent/index.ts';
import type { JsonObject } from '../../base/json.ts';
import { type CustomerPage, pageUrl } from '../../payment/customerPage.ts';
import { type ApiAnswer, callApi } from '../api.ts';
import type { IntentRef } from './clientSecret.ts';
import type { StripeContext } from './context.ts';
import { openModal } from './modal.ts';

/** How a type of next action is carried out. */
type Way =
  | { readonly kind: 'leave' }
  /** Closing the dialog of 3-D Secure fails the attempt; anything else can still be done later. */
  | {
      readonly kind: 'dialog';
      readonly title: string;
      readonly page: CustomerPage;
      readonly cancels: boolean;
    }
  /** Nothing to do here: the page itself goes on. */
  | { readonly kind: 'done' };

const dialog = (title: string, page: CustomerPage, cancels = false): Way => ({
  kind: 'dialog',
  title,
  page,
  cancels,
});

const CODE = dialog('Scan the code', 'qr');
const VOUCHER = dialog('Pay later', 'voucher');

/** The first row that fits counts. */
const WAYS: readonly (readonly [type: RegExp, way: Way])[] = [
  [/^use_stripe_sdk$/, dialog('3-D Secure', 'challenge', true)],
  [/_display_qr_code$/, CODE],
  [
    /^(redirect_to_url|.*_handle_redirect|.*_redirect_to_(url|web|(ios|android)_app))$/,
    { kind: 'leave' },
  ],
  [/_display_details$/, VOUCHER],
  [/bank_transfer_instructions$/, dialog('Transfer the amount', 'transfer')],
  [/^verify_with_microdeposits$/, { kind: 'done' }],
  [/./, dialog('Approve in your app', 'none')],
];

const wayFor = (type: string): Way =>
  WAYS.find(([fits]) => fits.test(type))?.[1] ?? { kind: 'done' };

/** The first http(s) URL of an action: `url`, or whatever its type calls it. */
function urlOf(payload: unknown): string | null {
  if (!isRecord(payload)) return null;
  const { return_url: _, ...urls } = payload;
  const found = Object.values({ url: payload.url, ...urls }).find(
    (value) => typeof value === 'string' && /^https?:/.test(value),
  );
  return typeof found === 'string' ? found : null;
}

/** How often the intent is read while the dialog is open. Milliseconds. */
const EVERY = 1000;

const APP_TEXT =
  'Waiting for the customer’s app. There is none here: simulate its answer in the sandbox’s console, or close this.';

export const retrieveIntent = ({ access }: StripeContext, ref: IntentRef): Promise<ApiAnswer> =>
  callApi(access, 'GET', ref.path, { client_secret: ref.clientSecret });

/** Gives an attempt up, as Stripe's SDKs do (stripe-android, `cancelPaymentIntentSource`). */
const giveUp = (
  { access }: StripeContext,
  { clientSecret, path }: IntentRef,
  source: unknown,
): Promise<ApiAnswer> =>
  callApi(access, 'POST', `${path}/source_cancel`, { client_secret: clientSecret, source });

const waits = (answer: ApiAnswer) => answer.ok && answer.body.status === 'requires_action';

interface Action {
  readonly type: string;
  readonly payload: JsonObject;
}

/** The page of an action, which must not lead the dialog's frame to the shop's return URL. */
function framedUrl(
  { access }: StripeContext,
  { id }: IntentRef,
  page: CustomerPage,
): string | null {
  return page === 'none' ? null : `${pageUrl(access.base, page, id)}?in=stripejs`;
}

/** Shows the dialog until the intent has moved on, or the customer closes it. */
function runDialog(
  context: StripeContext,
  ref: IntentRef,
  { payload }: Action,
  way: Way & { kind: 'dialog' },
): Promise<ApiAnswer> {
  return new Promise((resolve) => {
    let isReading = false;

    async function look(): Promise<void> {
      if (isReading) return;
      isReading = true;
      const answer = await retrieveIntent(context, ref);
      isReading = false;
      // What cannot be read now may be read in a second.
      if (answer.ok && !waits(answer)) end(answer);
    }

    async function closed(): Promise<void> {
      clearInterval(timer);
      if (way.cancels)
        await giveUp(context, ref, payload.source ?? payload.three_d_secure_2_source);
      resolve(await retrieveIntent(context, ref));
    }

    function end(answer: ApiAnswer): void {
      clearInterval(timer);
      modal.close();
      resolve(answer);
    }

    const modal = openModal({
      title: way.title,
      url: framedUrl(context, ref, way.page),
      text: way.page === 'none' ? APP_TEXT : way.title,
      onLoad: look,
      onClose: closed,
    });
    const timer = setInterval(look, EVERY);
  });
}

const NEVER = new Promise<never>(() => {});

/**
 * Carries out what an intent asks for. Where that leads to another page the promise never settles,
 * as at Stripe.
 *
 * @returns the intent as it is then
 */
export async function carryOut(
  context: StripeContext,
  ref: IntentRef,
  intent: JsonObject,
): Promise<ApiAnswer> {
  const { next_action: next, status } = intent;
  if (status !== 'requires_action' || !isRecord(next)) return { ok: true, body: intent };
  const type = String(next.type);
  const payload = next[type];
  const way = wayFor(type);
  if (way.kind === 'dialog') {
    return runDialog(context, ref, { type, payload: isRecord(payload) ? payload : {} }, way);
  }
  const url = way.kind === 'leave' ? urlOf(payload) : null;
  if (url === null) return { ok: true, body: intent };
  context.leave(url);
  return NEVER;
}
