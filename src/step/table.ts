import {
  alipay,
  alipayPlus,
  nativeApp,
  wechatApp,
  wechatBridge,
  wechatPage,
} from './planners/app.ts';
import { appOrCode, copyableQr, qr } from './planners/code.ts';
import { bankTransfer, voucher } from './planners/details.ts';
import { frame, redirect, stripeSdk } from './planners/page.ts';
import type { StepPlanner } from './planners/planner.ts';
import { approval, cardNotice, microdeposits } from './planners/wait.ts';

/**
 * Every next action of Stripe and WooshPay, a row a type; a new wallet is a new row. `README.md`
 * lists them, which a test holds.
 */
export const NEXT_ACTIONS: Readonly<Record<string, StepPlanner>> = {
  redirect_to_url: redirect,
  ddc_redirect: frame('fingerprint'),
  challenge_redirect: frame('challenge'),
  use_stripe_sdk: stripeSdk,

  wechat_pay_display_qr_code: qr,
  wechat_pay_redirect_to_web: wechatPage,
  wechat_pay_redirect_to_ios_app: wechatApp,
  wechat_pay_redirect_to_android_app: wechatApp,
  wechat_pay_official_account_params: wechatBridge,
  alipay_handle_redirect: alipay,
  alipayplus_handle_redirect: alipayPlus,
  cashapp_handle_redirect_or_display_qr_code: appOrCode,
  swish_handle_redirect_or_display_qr_code: appOrCode,
  upi_handle_redirect_or_display_qr_code: appOrCode,
  pix_display_qr_code: copyableQr,

  oxxo_display_details: voucher,
  boleto_display_details: voucher,
  multibanco_display_details: voucher,
  konbini_display_details: voucher,
  display_bank_transfer_instructions: bankTransfer,

  blik_authorize: approval,
  card_await_notification: cardNotice,
  verify_with_microdeposits: microdeposits,
};

/**
 * Types that no row names, by how they end: `truemoney_handle_redirect`, `paynow_display_qr_code`,
 * `upi_await_notification`, and those still to come, in the shapes that the rows above have. The first
 * that fits counts.
 */
export const ENDINGS: readonly (readonly [ending: RegExp, row: StepPlanner])[] = [
  [/_(handle_redirect|redirect_to_(url|web))$/, redirect],
  [/_redirect_to_(ios|android)_app$/, nativeApp],
  [/_handle_redirect_or_display_qr_code$/, appOrCode],
  [/_display_qr_code$/, qr],
  [/_display_details$/, voucher],
  [/_display_bank_transfer_instructions$/, bankTransfer],
  [/_authorize$|(^|_)await_(notification|authorization)$/, approval],
];
