import { webUrl } from '../url.ts';
import type { PlannerInput, StepPlanner } from './planner.ts';

/** A page of the bank or wallet: the same for every `*_handle_redirect`. */
export const redirect: StepPlanner = (action) => redirectTo(action.payload.url, action);

export function redirectTo(input: unknown, { method }: Pick<PlannerInput, 'method'>) {
  const url = webUrl(input);
  return url ? ({ kind: 'redirect', url, method } as const) : null;
}

/** The two pages of 3-D Secure, which end at their return URL. */
export const frame =
  (kind: 'fingerprint' | 'challenge'): StepPlanner =>
  ({ payload }) => {
    const url = webUrl(payload.url);
    return url ? { kind, url, returnUrl: webUrl(payload.return_url) } : null;
  };

/** The gateway's own script, or an app of the shop's own, is asked for. */
export const sdk: StepPlanner = ({ type, payload }) => ({
  kind: 'sdk',
  action: { type, payload },
});

/** Only one shape of `use_stripe_sdk` is a plain page; the others need Stripe's own script. */
export const stripeSdk: StepPlanner = (action) => {
  const { type, stripe_js } = action.payload;
  const page =
    type === 'three_d_secure_redirect' ? redirectTo(stripe_js, { method: 'card' }) : null;
  return page ?? sdk(action);
};
