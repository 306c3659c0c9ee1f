import type { JsonObject } from '../base/json.ts';

/** Every action in WooshPay's API reference, in its order. */
const ACTIONS = [
  'redirect_to_url',
  'ddc_redirect',
  'challenge_redirect',
  'alipayplus_handle_redirect',
  'alipay_handle_redirect',
  'wechat_pay_display_qr_code',
  'wechat_pay_redirect_to_android_app',
  'wechat_pay_redirect_to_ios_app',
  'wechat_pay_redirect_to_web',
  'wechat_pay_official_account_params',
  'truemoney_handle_redirect',
  'akulaku_handle_redirect',
  'bank_transfer_id_handle_redirect',
  'promptpay_handle_redirect',
  'dana_handle_redirect',
  'shopeepay_handle_redirect',
  'gcash_handle_redirect',
  'rabbit_line_pay_handle_redirect',
  'alipay_hk_handle_redirect',
  'bpi_handle_redirect',
] as const;

/** Fields that WooshPay added after 2022. */
const YOUNGER = ['latest_charge', 'setup_future_usage'] as const;

const strings = (answer: JsonObject, ...names: string[]) =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = answer[name] ?? null;
      return value === null ? [] : [[name, JSON.stringify(value)]];
    }),
  );

/** The reference's sample for create, of December 2022: JSON inside strings. */
function in2022(answer: JsonObject): JsonObject {
  const older = Object.entries(answer).filter(([name]) => !YOUNGER.some((each) => each === name));
  return {
    ...Object.fromEntries(older),
    ...strings(answer, 'next_action', 'payment_method_options', 'payment_method_types'),
  };
}

/** The samples of October 2022 (doc-1722924): missing values are empty strings, or null. */
function inOctober2022(answer: JsonObject): JsonObject {
  const { canceled_at, ...older } = in2022(answer);
  const { metadata, next_action } = older;
  const isBare = typeof metadata === 'object' && Object.keys({ ...metadata }).length === 0;
  return {
    ...older,
    cancel_at: canceled_at ?? '',
    next_action: next_action ?? '',
    ...(isBare && { metadata: null }),
  };
}

/**
 * A `next_action` with all keys, as in the reference's example; the keys of other types are null.
 */
function withSiblings(answer: JsonObject): JsonObject {
  const action = answer.next_action as JsonObject | null;
  if (action === null) return answer;
  const none = Object.fromEntries(ACTIONS.map((name) => [name, null]));
  return { ...answer, next_action: { type: action.type, ...none, ...action } };
}

/** What each value of `sandbox_style`, or of the header `Sandbox-Style`, makes of an answer. */
export const WOOSHPAY_STYLES: Readonly<Record<string, (answer: JsonObject) => JsonObject>> = {
  2022: in2022,
  '2022-10': inOctober2022,
  siblings: withSiblings,
};
