import { isRecord, milliseconds, text } from '../../intent/index.ts';
import { surfaceOf } from '../device.ts';
import { webUrl } from '../url.ts';
import { app } from './app.ts';
import type { Payload, PlannerInput, StepPlanner } from './planner.ts';

/** A code to scan, under the names that all of Stripe's and WooshPay's codes share. */
export const qr: StepPlanner = (action) => scan(action, false);

/** Wallets that also take the code's text: Pix calls it "copia e cola". */
export const copyableQr: StepPlanner = (action) => scan(action, true);

/** The text of a UPI code is a link into the apps (NPCI, "UPI Linking Specifications"). */
const UPI = /^upi:\/\/(?=(pay|mandate)\b)/i;

/**
 * iOS gives `upi:` to any one app, and tells no page which there are. So each has a scheme of its own
 * there (razorpay.com/docs/payments/payment-methods/upi/supported-apps; for their paths
 * poa.cybrilla.com/docs/capabilities/Payments/UPI_URI_usage). Android lets the customer choose.
 */
const UPI_ON_IOS = ['tez://upi/', 'phonepe://', 'paytmmp://'];

/** A wallet on the phone, or its code on another screen: Stripe's Cash App, Swish and UPI. */
export const appOrCode: StepPlanner = (action) => {
  const { qr_code: code, mobile_auth_url, hosted_instructions_url } = action.payload;
  const payload: Payload = { hosted_instructions_url, ...(isRecord(code) ? code : {}) };
  const { formFactor, os, inApp } = action.device;
  const data = text(payload.data);
  // Apps' own browsers open no other app by a scheme.
  const upi = data && UPI.test(data) && !inApp ? data : '';
  const apps = os === 'ios' ? UPI_ON_IOS.map((scheme) => upi.replace(UPI, scheme)) : [];
  // The URL for the phone is often missing (Swish) or not there at all (UPI).
  const open = formFactor === 'mobile' && app(action, [mobile_auth_url, ...apps, upi]);
  return open || scan({ ...action, payload }, false);
};

function scan({ payload, method, device }: PlannerInput, copyable: boolean) {
  const data = text(payload.data);
  const image =
    webUrl(payload.image_url_svg) ?? webUrl(payload.image_url_png) ?? imageData(payload);
  if (!data && !image) return null;
  return {
    kind: 'qr',
    method,
    surface: surfaceOf(device),
    data,
    copyable: copyable && data !== null,
    image,
    hostedUrl: webUrl(payload.hosted_instructions_url),
    expiresAt: milliseconds(payload.expires_at) || null,
  } as const;
}

/** Stripe's WeChat action carries its picture as a data: URL; only as an image is it harmless. */
function imageData(payload: Payload): string | null {
  const value = text(payload.image_data_url);
  return value && /^data:image\/(png|svg\+xml|jpeg|gif);/.test(value) ? value : null;
}
