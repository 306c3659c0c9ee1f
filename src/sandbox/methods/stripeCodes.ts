import { lookup } from '../base/lookup.ts';
import { oneOf, readParams } from '../request/readers.ts';
import {
  awaitsApproval,
  choices,
  codeImages,
  expiry,
  type PlanInput,
  type Planner,
  redirects,
  requiresAction,
  requiresActionFor,
} from './plan.ts';
import { svgDataUrl } from './qrPicture.ts';
import { withTestEmails } from './testEmails.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A code as pictures only, without its text. */
const pictured = (input: PlanInput) => ({ ...codeImages(input), ...expiry(input) });

const displaysCode = (input: PlanInput) => ({
  data: input.page('qr'),
  hosted_instructions_url: input.page('qr'),
  ...pictured(input),
});

const wechatCode = requiresAction('qr', 'wechat_pay_display_qr_code', (input) => ({
  ...displaysCode(input),
  image_data_url: svgDataUrl(input.page('qr')),
}));

/**
 * By `payment_method_options[wechat_pay][client]`. Android's values are for WeChat's SDK, so there
 * is no URL.
 */
const WECHAT_APPS: Readonly<Record<string, Planner>> = {
  ios: requiresAction('wallet', 'wechat_pay_redirect_to_ios_app', (input) => ({
    native_url: input.page('wallet'),
  })),
  android: requiresAction('none', 'wechat_pay_redirect_to_android_app', ({ intentId, now }) => ({
    app_id: 'wx0000000000000000',
    nonce_str: intentId.slice(-16),
    package: 'Sign=WXPay',
    partner_id: '1900000109',
    prepay_id: `wx${intentId.slice(-16)}`,
    sign: 'sandbox',
    timestamp: String(Math.floor(now / 1000)),
  })),
};

/** Only Stripe.js knows `mobile_web`; the action of a mini program is not public. */
const CLIENTS = {
  client: oneOf('web', 'mobile_web', 'mini_program', ...Object.keys(WECHAT_APPS)),
};

const wechat: Planner = (input) => {
  const param = (name: string) => `payment_method_options[wechat_pay][${name}]`;
  const { client } = readParams(CLIENTS, input.options, param);
  return (lookup(WECHAT_APPS, client) ?? wechatCode)(input);
};

/**
 * Cash App replaces its code every half minute (its Pay Kit FAQ); here it lasts for the attempt.
 */
const cashapp = requiresActionFor(
  5 * MINUTE,
  'qr',
  'cashapp_handle_redirect_or_display_qr_code',
  (o) => ({
    hosted_instructions_url: o.page('qr'),
    mobile_auth_url: o.page('wallet'),
    qr_code: pictured(o),
  }),
);

const swishCode = (input: PlanInput) => ({
  hosted_instructions_url: input.page('qr'),
  qr_code: { data: input.page('qr'), ...pictured(input) },
});

const SWISH = 'swish_handle_redirect_or_display_qr_code';

/** Stripe often omits `mobile_auth_url`: `[swish][sandbox_action]=display_qr_code`. */
const swish = choices(
  requiresActionFor(3 * MINUTE, 'qr', SWISH, (input) => ({
    ...swishCode(input),
    mobile_auth_url: input.page('wallet'),
  })),
  { display_qr_code: requiresActionFor(3 * MINUTE, 'qr', SWISH, swishCode) },
);

const upiCode = requiresActionFor(
  5 * MINUTE,
  'qr',
  'upi_handle_redirect_or_display_qr_code',
  (input) => ({
    hosted_instructions_url: input.page('qr'),
    qr_code: pictured(input),
  }),
);

/** Not in Stripe's API reference; known from stripe-ios and stripe-android. */
const upiCollect = awaitsApproval(5 * MINUTE, 'upi_await_notification');

/** UPI: a code, or a request to the app that `payment_method_data[upi][vpa]` names (collect). */
const upi: Planner = (input) => (input.details.vpa ? upiCollect : upiCode)(input);

/** A redirect, or since 2026 a code: `[klarna][sandbox_action]=display_qr_code`. */
const klarna = choices(redirects('bank'), {
  display_qr_code: requiresAction('qr', 'klarna_display_qr_code', (input) => ({
    data: input.page('qr'),
    expires_at: null,
    ...pictured(input),
  })),
});

/** The payment methods of the Stripe dialect that show a code. */
export const stripeCodes: Readonly<Record<string, Planner>> = {
  wechat_pay: wechat,
  paynow: requiresAction('qr', 'paynow_display_qr_code', displaysCode),
  promptpay: requiresAction('qr', 'promptpay_display_qr_code', displaysCode),
  pix: withTestEmails(requiresActionFor(4 * HOUR, 'qr', 'pix_display_qr_code', displaysCode)),
  cashapp,
  swish,
  upi,
  klarna,
};
