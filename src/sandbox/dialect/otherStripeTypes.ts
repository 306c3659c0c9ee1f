/**
 * Types that Stripe knows and that cannot be paid with here. A PaymentIntent may name them. Source:
 * stripe 23.1.0, `PaymentIntentCreateParams.AllowedPaymentMethodType`.
 */
export const OTHER_STRIPE_TYPES: readonly string[] = `
  boku_promptpay capchase_pay card_present check_scan click_to_pay demo_pay duitnow dummy_auth_push
  dummy_passthrough_card edenred gcash getbalance gift_card gopay id_bank_transfer interac_present
  knet kr_market kriya momo mondu netbanking ng_bank ng_bank_transfer ng_card ng_market ng_ussd
  ng_wallet octopus paper_check qris rechnung shop_pay shopeepay south_korea_market
  stripe_balance tamara test_pay touch_n_go truemoney us_cash_voucher vipps`
  .trim()
  .split(/\s+/);
