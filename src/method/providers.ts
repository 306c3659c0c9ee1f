/** An operator of mobile money. Its code ends in its country, ISO 3166 in lower case. */
export interface MobileMoneyProvider {
  readonly code: string;
  /** ISO 4217, lower case. */
  readonly currency: string;
  readonly name: string;
}

/** As WooshPay lists them (docs.wooshpay.com/7196715m0). */
export const MOBILE_MONEY: readonly MobileMoneyProvider[] = `
  mtn_cm xaf MTN Mobile Money
  orange_cm xaf Orange Money
  mtn_gh ghs MTN Mobile Money
  vodafone_gh ghs Vodafone Cash
  airtel_gh ghs AirtelTigo
  mpesa_ke kes Safaricom M-Pesa
  mtn_rw rwf MTN Mobile Money
  airtel_rw rwf AirtelTigo
  airtel_tz tzs Airtel Money
  tigo_tz tzs Tigo Pesa
  vodacom_tz tzs Vodacom M-Pesa
  azampesa_tz tzs AzamPesa
  halopesa_tz tzs HaloPesa
  mtn_ug ugx MTN Mobile Money
  airtel_ug ugx Airtel Money`
  .trim()
  .split(/\s*\n\s*/)
  .map((line) => {
    const [code = '', currency = '', ...words] = line.split(' ');
    return { code, currency, name: words.join(' ') };
  });

/** The values of WooshPay's `app_type` (docs.guanglian.co/5413632m0). */
export const UPI_APPS = ['googlepay', 'phonepe', 'paytm', 'other'] as const;
