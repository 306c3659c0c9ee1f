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
  /**
   * The attempt (`attemptOf`) at which they have asked for the list of methods, in place of what is on
   * the screen: what comes after it is shown. '' for none.
   */
  readonly listAt: string;
}

/** What becomes of a session by something that the customer does, or that comes of it. Pure. */
export type SessionChange = (session: PaySession) => PaySession;

export const NEW_SESSION: PaySession = {
  type: '',
  values: {},
  isKept: false,
  agreement: 'none',
  listAt: '',
};

/** The customer chooses a payment method. */
export const withMethod =
  (type: string): SessionChange =>
  (session) => ({ ...session, type });

/** They have filled in the form; see `reusableValues` for what of it is kept. */
export const withValues =
  (entry: Pick<PaySession, 'type' | 'values' | 'isKept'>): SessionChange =>
  (session) => ({ ...session, ...entry });

/** They want to see the list of methods, or to go back from it with ''. */
export const listOpened =
  (listAt: string): SessionChange =>
  (session) => ({ ...session, listAt });

/** They have pressed the button. */
export const markSent: SessionChange = (session) => ({ ...session, agreement: 'sent' });

/** The gateway has answered. They may have left meanwhile. */
export const markAnswered: SessionChange = (session) =>
  session.agreement === 'sent' ? { ...session, agreement: 'answered' } : session;

/** What they agreed to has happened, or does not happen any more. */
export const left: SessionChange = (session) => ({ ...session, agreement: 'none' });

/** A plain redirect does not name its method, which the customer may have chosen here. */
export function withChosenMethod(state: CheckoutState, type: string): CheckoutState {
  if (state.phase !== 'action' || !type) return state;
  const { step } = state;
  if (step.kind !== 'redirect' || step.method) return state;
  return { ...state, step: { ...step, method: type } };
}
