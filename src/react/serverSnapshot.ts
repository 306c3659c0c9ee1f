import type { CheckoutState } from '../checkout/index.ts';
import { LOADING } from './usePoller.ts';

const drawn = new WeakMap<CheckoutState, CheckoutState>();

/**
 * What a server draws that was not told the device, and a browser at first to match it: it cannot
 * know what a phone shows in place of a code, or beside it.
 */
export function serverSnapshot(state: CheckoutState): CheckoutState {
  if (state.phase !== 'action') return state;
  const { step } = state;
  if (step.kind !== 'qr') return LOADING;
  const known = drawn.get(state) ?? { ...state, step: { ...step, surface: 'desktop' } };
  drawn.set(state, known);
  return known;
}
