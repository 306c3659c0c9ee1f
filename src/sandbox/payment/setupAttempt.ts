import type { IntentStatus } from '../../intent/index.ts';
import type { JsonObject } from '../base/json.ts';
import { futureUsageOf, type Intent } from './intent.ts';

/** The id of the latest attempt; null before the first. It resembles the intent's, as a charge's does. */
export function attemptIdOf({ confirmations, id }: Intent): string | null {
  if (confirmations === 0) return null;
  return `setatt_${id.slice(5, -2)}${String(confirmations).padStart(2, '0')}`;
}

const STATUSES: Readonly<Partial<Record<IntentStatus, string>>> = {
  requires_payment_method: 'failed',
  canceled: 'abandoned',
};

/** What an attempt needs of its gateway: its unit of time, and how it shows an error. */
interface AttemptForm {
  time(milliseconds: number): number;
  readonly error: JsonObject | null;
}

/** The latest attempt as `expand[]=latest_attempt` shows it; null before the first. */
export function presentAttempt(intent: Intent, { error, time }: AttemptForm): JsonObject | null {
  const id = attemptIdOf(intent);
  const method = intent.paymentMethod ?? intent.lastError?.paymentMethod;
  if (id === null || !method) return null;
  return {
    id,
    object: 'setup_attempt',
    application: null,
    created: time(intent.created),
    customer: intent.customer,
    customer_account: null,
    flow_directions: intent.extras.flow_directions ?? null,
    livemode: false,
    on_behalf_of: intent.extras.on_behalf_of ?? null,
    payment_method: method.id,
    payment_method_details: { [method.type]: method.details, type: method.type },
    setup_error: error,
    setup_intent: intent.id,
    status: STATUSES[intent.status] ?? intent.status,
    usage: futureUsageOf(intent),
  };
}
