import type Stripe from 'stripe';
import { expect, it } from 'vitest';
import { parseIntent } from '../intent/index.ts';
import { planStep } from './planStep.ts';
import type { StepKind } from './step.ts';
import { DEVICES } from './testing/devices.ts';
import { example } from './testing/examples.ts';

/** What a SetupIntent may want of the customer, as the types of Stripe's package have it. */
const STEPS: Record<Exclude<keyof Stripe.SetupIntent.NextAction, 'type'>, StepKind> = {
  blik_authorize: 'await',
  cashapp_handle_redirect_or_display_qr_code: 'qr',
  pix_display_qr_code: 'qr',
  redirect_to_url: 'redirect',
  upi_handle_redirect_or_display_qr_code: 'qr',
  use_stripe_sdk: 'sdk',
  verify_with_microdeposits: 'await',
};

it.each(Object.entries(STEPS))('%s of a SetupIntent is a step of kind %s', (type, kind) => {
  const intent = parseIntent({
    id: 'seti_1',
    object: 'setup_intent',
    status: 'requires_action',
    next_action: { type, [type]: example(type) },
  });
  expect(planStep(intent, DEVICES.desktop).kind).toBe(kind);
});
