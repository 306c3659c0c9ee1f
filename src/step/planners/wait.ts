import { milliseconds } from '../../intent/index.ts';
import { webUrl } from '../url.ts';
import type { StepPlanner } from './planner.ts';

/** The customer agrees in an app on their phone: BLIK, UPI, MB WAY, Bizum. */
export const approval: StepPlanner = ({ payload, method }) => ({
  kind: 'await',
  method,
  awaited: 'approval',
  at: null,
  link: null,
  expiresAt: milliseconds(payload.expires_at) || null,
});

/** A recurring charge of an Indian card; above a limit the customer has to agree at the bank. */
export const cardNotice: StepPlanner = ({ payload, method }) => ({
  kind: 'await',
  method,
  awaited: payload.customer_approval_required === true ? 'approval' : 'notice',
  at: milliseconds(payload.charge_attempt_at) || null,
  link: null,
  expiresAt: null,
});

/** Small deposits prove that the account is the customer's; they take a day or two. */
export const microdeposits: StepPlanner = ({ payload, method }) => {
  const link = webUrl(payload.hosted_verification_url);
  if (!link) return null;
  return {
    kind: 'await',
    method,
    awaited: payload.microdeposit_type === 'amounts' ? 'amounts' : 'code',
    at: milliseconds(payload.arrival_date) || null,
    link,
    expiresAt: null,
  };
};
