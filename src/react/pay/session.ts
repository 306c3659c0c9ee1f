import type { CheckoutState } from '../../checkout/index.ts';
import type { Values } from '../../method/index.ts';

/** What a customer has chosen and entered, kept while other screens are shown; never stored. */
export interface PaySession {
  /** The payment method's type; '' where none was chosen here. */
  readonly type: string;
  readonly values: Values;
  /** Whether they have agreed that the method is kept for later. */
  readonly isKept: boolean;
  /**
   * Whether they have pressed the button that says what comes next, and whether the gateway has
   * answered: what they agreed to is the step on the screen then, none that comes later.
   */
  readonly agreement: 'none' | 'sent' | 'answered';
}

export type SessionAction =
  | { readonly type: 'chose'; readonly method: string }
  | ({ readonly type: 'entered' } & Pick<PaySession, 'values' | 'isKept'>)
  | { readonly type: 'agreed' }
  | { readonly type: 'answered' }
  | { readonly type: 'left' };

export const NEW_SESSION: PaySession = { type: '', values: {}, isKept: false, agreement: 'none' };

/** The session after something that the customer has done, or that came of it. Pure. */
export function sessionReducer(session: PaySession, action: SessionAction): PaySession {
  switch (action.type) {
    case 'chose':
      return { ...session, type: action.method };
    case 'entered':
      return { ...session, values: action.values, isKept: action.isKept };
    case 'agreed':
      return { ...session, agreement: 'sent' };
    case 'answered':
      return session.agreement === 'sent' ? { ...session, agreement: 'answered' } : session;
    case 'left':
      return { ...session, agreement: 'none' };
    default:
      return action satisfies never;
  }
}

/** A plain redirect does not name its method; whoever has chosen it here knows. */
export function withChosenMethod(state: CheckoutState, type: string): CheckoutState {
  if (state.phase !== 'action' || !type) return state;
  const { step } = state;
  if (step.kind !== 'redirect' || step.method) return state;
  return { ...state, step: { ...step, method: type } };
}
