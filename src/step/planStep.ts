import type { PaymentIntent } from '../intent/index.ts';
import { hasOwn } from '../intent/index.ts';
import type { Device } from './device.ts';
import type { StepPlanner } from './planners/planner.ts';
import type { Step } from './step.ts';
import { ENDINGS, NEXT_ACTIONS } from './table.ts';

const DESKTOP: Device = { formFactor: 'desktop', os: 'other', inApp: null };

/**
 * What the customer has to do next, on this device. Pure; never throws. An action that is unknown,
 * empty or holds no URL that may be opened is `unsupported`.
 *
 * @param device a desktop, unless `readDevice(navigator)` says otherwise.
 *
 * @example
 * ```ts
 * const step = planStep(intent, readDevice(navigator));
 * if (step.kind === 'qr') draw(step.data);
 * ```
 */
export function planStep(
  intent: Pick<PaymentIntent, 'nextAction' | 'paymentMethodTypes'> &
    Partial<Pick<PaymentIntent, 'paymentMethod'>>,
  device = DESKTOP,
): Step {
  const action = intent.nextAction;
  if (!action) return { kind: 'unsupported', action };
  const method = methodOf(action.type, intent.paymentMethod?.type, intent.paymentMethodTypes);
  return (
    plannerFor(action.type)?.({ ...action, method, device }) ?? { kind: 'unsupported', action }
  );
}

function plannerFor(type: string): StepPlanner | undefined {
  if (hasOwn(NEXT_ACTIONS, type)) return NEXT_ACTIONS[type];
  return ENDINGS.find(([ending]) => ending.test(type))?.[1];
}

const METHOD = /^(.+?)_(?:handle_redirect|display_|redirect_to_|authorize|await_)/;

/** The type names its method, save a few; there the payment's own says it, or a single allowed one. */
function methodOf(
  type: string,
  own: string | null | undefined,
  allowed: readonly string[],
): string {
  const named = METHOD.exec(type)?.[1] ?? own;
  return named ?? (allowed.length === 1 ? (allowed[0] ?? '') : '');
}
