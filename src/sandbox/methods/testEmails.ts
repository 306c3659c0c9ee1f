import type { Occasion, Plan, Planner } from './plan.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * What `…name@…` as the customer's e-mail address makes of a payment that comes days later, after
 * Stripe's guides to OXXO, Boleto, Konbini, Multibanco and Pix. The sandbox never pays by itself for
 * any other address (Stripe does, after three minutes), so `fill_never` needs no row.
 */
const ENDS: Readonly<Record<string, (planner: Planner, occasion: Occasion) => Plan>> = {
  succeed_immediately: (planner, occasion) => {
    const plan = planner(occasion);
    return plan.kind === 'ask' ? { ...plan, settlesAt: occasion.now + 3 * SECOND } : plan;
  },
  expire_immediately: (planner, occasion) =>
    planner({ ...occasion, expiresAt: occasion.now + 3 * SECOND }),
  expire_with_delay: (planner, occasion) =>
    planner({ ...occasion, expiresAt: occasion.now + 3 * MINUTE }),
};

/** A method whose end the customer's e-mail address decides, where it is one of Stripe's for that. */
export const heedingEmail =
  (planner: Planner): Planner =>
  (occasion) => {
    const [, end] =
      Object.entries(ENDS).find(([name]) => occasion.email?.includes(`${name}@`)) ?? [];
    return end ? end(planner, occasion) : planner(occasion);
  };
