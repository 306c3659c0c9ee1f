import type { Plan, PlanInput, Planner } from './plan.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * What an e-mail address with `…name@…` makes of a payment that comes days later (Stripe's guides
 * to OXXO, Boleto, Konbini, Multibanco and Pix). With other addresses Stripe pays after three
 * minutes and the sandbox never does, so `fill_never` needs no row.
 */
const ENDS: Readonly<Record<string, (planner: Planner, input: PlanInput) => Plan>> = {
  succeed_immediately: (planner, input) => {
    const plan = planner(input);
    return plan.kind === 'require_action' ? { ...plan, settlesAt: input.now + 3 * SECOND } : plan;
  },
  expire_immediately: (planner, input) => planner({ ...input, expiresAt: input.now + 3 * SECOND }),
  expire_with_delay: (planner, input) => planner({ ...input, expiresAt: input.now + 3 * MINUTE }),
};

/** A planner that follows Stripe's test e-mail addresses. */
export const withTestEmails =
  (planner: Planner): Planner =>
  (input) => {
    const [, end] = Object.entries(ENDS).find(([name]) => input.email?.includes(`${name}@`)) ?? [];
    return end ? end(planner, input) : planner(input);
  };
