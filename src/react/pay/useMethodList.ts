import { attemptOf } from '../../checkout/index.ts';
import { useActions, usePayment } from '../contexts.ts';
import { listOpened } from './session.ts';

/** Opens the list of methods in place of what is on the screen, and closes it again. */
export function useMethodList() {
  const { intent } = usePayment();
  const { updateSession } = useActions();
  return {
    openMethods: () => updateSession(listOpened(intent ? attemptOf(intent) : '')),
    closeMethods: () => updateSession(listOpened('')),
  };
}
