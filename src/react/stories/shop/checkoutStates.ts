import { deviceTime } from '../../../checkout/polling/clock.ts';
import { type CheckoutState, type StateInput, stateOf } from '../../../checkout/state.ts';
import type { GatewayName } from '../../../gateway/index.ts';
import { parseIntent } from '../../../intent/index.ts';

/** The moment that every story shows, in milliseconds since 1970. */
export const NOW = Date.UTC(2026, 4, 20, 12);

const NOTHING_READ: StateInput = {
  intent: undefined,
  confirmed: false,
  answered: null,
  error: null,
  failures: 0,
  acted: false,
};

const SETUP = {
  id: 'seti_story',
  object: 'setup_intent',
  usage: 'off_session',
  amount: undefined,
  currency: undefined,
};
const PAYMENT = { id: 'pi_story', object: 'payment_intent', amount: 1800, currency: 'usd' };

type Json = Readonly<Record<string, unknown>>;

/** The state before the gateway's first answer. */
export function stateWithoutIntent(changes: Partial<StateInput> = {}): CheckoutState {
  return stateOf({ ...NOTHING_READ, ...changes }, deviceTime(NOW));
}

/** The state after an answer with these fields, as the gateway would send them. */
export function stateWithIntent(fields: Json, changes: Partial<StateInput> = {}): CheckoutState {
  const intent = parseIntent({ ...PAYMENT, ...fields });
  return stateWithoutIntent({ intent, confirmed: true, answered: deviceTime(NOW), ...changes });
}

/** The same where the gateway asks for an action: its type, and the payload under it. */
export function stateWithAction(
  type: string,
  payload: Json,
  changes: Partial<StateInput> = {},
  payment: Json = {},
): CheckoutState {
  const next_action = { type, [type]: payload };
  return stateWithIntent({ status: 'requires_action', next_action, ...payment }, changes);
}

/** The state of a SetupIntent after an answer with these fields. */
export const stateWithSetup = (fields: Json): CheckoutState =>
  stateWithIntent({ ...SETUP, ...fields });

/** The same where the gateway asks for an action. */
export const setupWithAction = (type: string, payload: Json): CheckoutState =>
  stateWithAction(type, payload, {}, SETUP);

/** The state of a payment that can be paid with any of these types. */
export function payableState(
  gateway: GatewayName,
  types: readonly string[],
  currency: string,
): CheckoutState {
  const fields = { status: 'requires_payment_method', payment_method_types: types, currency };
  const intent = { ...parseIntent({ ...PAYMENT, ...fields }), gateway };
  return stateWithoutIntent({ intent, confirmed: true, answered: deviceTime(NOW) });
}
