export type { Mark, MarkOptions, Marks } from './mark.ts';
export { markSlots } from './markSlots.ts';
export {
  afterpay_clearpay,
  alipay,
  amex,
  cashapp,
  diners,
  discover,
  grabpay,
  jcb,
  klarna,
  mastercard,
  paypal,
  pix,
  revolut_pay,
  samsung_pay,
  visa,
  wechat_pay,
} from './marks.ts';
