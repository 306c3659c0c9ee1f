import { type Dispatch, useEffect, useReducer } from 'react';
import type { Phase } from '../../checkout/index.ts';
import { NEW_SESSION, type PaySession, type SessionAction, sessionReducer } from './session.ts';

/** The customer's session in this checkout. What was agreed to ends with the step that it brought. */
export function useSession(phase: Phase): readonly [PaySession, Dispatch<SessionAction>] {
  const [session, update] = useReducer(sessionReducer, NEW_SESSION);
  const isOver = session.agreement === 'answered' && phase !== 'action';
  useEffect(() => {
    if (isOver) update({ type: 'left' });
  }, [isOver]);
  return [session, update];
}
