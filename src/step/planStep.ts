import type { PaymentIntent } from '../intent/index.ts';
import type { Device } from './device.ts';
import type { Step } from './step.ts';
import { NEXT_ACTIONS, qr, type Row, redirect } from './table.ts';

const DESKTOP: Device = { form: 'desktop', os: 'other', inApp: null };

/**
 * What the customer has to do next, on this device. Pure; never throws. An action that is unknown,
 * empty or holds no address that may be opened is `unsupported`.
 */
export function planStep(
  intent: Pick<PaymentIntent, 'nextAction' | 'paymentMethodTypes'>,
  device = DESKTOP,
): Step {
  const action = intent.nextAction;
  if (!action) return { kind: 'unsupported', action };
  const method = methodOf(action.type, intent.paymentMethodTypes);
  const step = rowFor(action.type)?.({ payload: action.payload, method, device });
  return step ?? { kind: 'unsupported', action };
}

function rowFor(type: string): Row | undefined {
  if (Object.hasOwn(NEXT_ACTIONS, type)) return NEXT_ACTIONS[type];
  if (type.endsWith('_handle_redirect')) return redirect;
  return type.endsWith('_display_qr_code') ? qr : undefined;
}

const METHOD = /^(.+?)_(?:handle_redirect|display_qr_code|redirect_to_)/;

/** The type names its method, save `redirect_to_url`; there a single allowed method says it. */
function methodOf(type: string, allowed: readonly string[]): string {
  const named = METHOD.exec(type)?.[1];
  return named ?? (allowed.length === 1 ? (allowed[0] ?? '') : '');
}
