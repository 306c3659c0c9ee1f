import { webAddress } from '../address.ts';
import type { Action, Row } from './row.ts';

/** A page of the bank or wallet: the same for every `*_handle_redirect`. */
export const redirect: Row = (action) => redirectTo(action.payload.url, action);

export function redirectTo(address: unknown, { method }: Pick<Action, 'method'>) {
  const url = webAddress(address);
  return url ? ({ kind: 'redirect', url, method } as const) : null;
}

/** The two pages of 3-D Secure, which end at their return address. */
export const frame =
  (kind: 'fingerprint' | 'challenge'): Row =>
  ({ payload }) => {
    const url = webAddress(payload.url);
    return url ? { kind, url, returnUrl: webAddress(payload.return_url) } : null;
  };

/** The gateway's own script, or an app of the shop's own, is asked for. */
export const sdk: Row = ({ type, payload }) => ({
  kind: 'sdk',
  action: { type, payload },
});

/** Only one shape of `use_stripe_sdk` is a plain page; the others need Stripe's own script. */
export const stripeSdk: Row = (action) => {
  const { type, stripe_js } = action.payload;
  const page =
    type === 'three_d_secure_redirect' ? redirectTo(stripe_js, { method: 'card' }) : null;
  return page ?? sdk(action);
};
