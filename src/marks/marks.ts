/**
 * The marks that Simple Icons has (CC0, https://simpleicons.org), under the names that gateways have
 * for the methods and card brands. A method's is its own or that of the app in which it is paid;
 * `docs/marks.md` lists the methods without one, and why. The build takes the paths in.
 */
import {
  type SimpleIcon,
  siAfterpay,
  siAlipay,
  siAmericanexpress,
  siCashapp,
  siDinersclub,
  siDiscover,
  siGrab,
  siJcb,
  siKlarna,
  siMastercard,
  siPaypal,
  siPix,
  siRevolut,
  siSamsungpay,
  siVisa,
  siWechat,
} from 'simple-icons';
import type { Mark } from './mark.ts';

type Icon = Pick<SimpleIcon, 'title' | 'path' | 'hex'>;

const onWhite = ({ title, path, hex }: Icon): Mark => ({
  title,
  path,
  color: `#${hex}`,
  background: '#fff',
});

/** Words, whose letters would be too small in a square. */
const wordOnWhite = (icon: Icon): Mark => ({ ...onWhite(icon), isWide: true });

/** Colors that are too light for white are the tile's. */
const inBlack = ({ title, path, hex }: Icon): Mark => ({
  title,
  path,
  color: '#000',
  background: `#${hex}`,
});

// Without `@__PURE__` a bundler would keep those that nobody uses.

/** Afterpay. */
export const afterpay_clearpay = /* @__PURE__ */ inBlack(siAfterpay);
/** Alipay. */
export const alipay = /* @__PURE__ */ onWhite(siAlipay);
/** Cash App. */
export const cashapp = /* @__PURE__ */ onWhite(siCashapp);
/** Grab, the app that pays. */
export const grabpay = /* @__PURE__ */ wordOnWhite(siGrab);
/** Klarna. */
export const klarna = /* @__PURE__ */ inBlack(siKlarna);
/** PayPal. */
export const paypal = /* @__PURE__ */ onWhite(siPaypal);
/** Pix. */
export const pix = /* @__PURE__ */ onWhite(siPix);
/** Revolut, the app that pays. */
export const revolut_pay = /* @__PURE__ */ onWhite(siRevolut);
/** Samsung Pay. */
export const samsung_pay = /* @__PURE__ */ wordOnWhite(siSamsungpay);
/** WeChat, the app that pays. */
export const wechat_pay = /* @__PURE__ */ onWhite(siWechat);

// Card brands, as `payment_method.card.brand` has them.

/** American Express. */
export const amex = /* @__PURE__ */ onWhite(siAmericanexpress);
/** Diners Club. */
export const diners = /* @__PURE__ */ onWhite(siDinersclub);
/** Discover. */
export const discover = /* @__PURE__ */ wordOnWhite(siDiscover);
/** JCB. */
export const jcb = /* @__PURE__ */ wordOnWhite(siJcb);
/** Mastercard. */
export const mastercard = /* @__PURE__ */ onWhite(siMastercard);
/** Visa. */
export const visa = /* @__PURE__ */ wordOnWhite(siVisa);
