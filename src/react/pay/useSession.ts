import { useEffect, useState } from 'react';
import type { Phase } from '../../checkout/index.ts';
import { left, NEW_SESSION, type PaySession, type SessionChange } from './session.ts';

/** The customer's session in this checkout. What was agreed to ends with the step that it brought. */
export function useSession(
  phase: Phase,
): readonly [PaySession, update: (change: SessionChange) => void] {
  const [session, update] = useState(NEW_SESSION);
  const isOver = session.agreement === 'answered' && phase !== 'action';
  useEffect(() => {
    if (isOver) update(left);
  }, [isOver]);
  return [session, update];
}
