import type { PaymentIntent } from '../../intent/index.ts';
import { addAttemptLine, attemptLines, attemptMark } from './attemptStore.ts';

/** To be called before a key is sent. */
export const recordSent = (key: string, shown: PaymentIntent) =>
  addAttemptLine(`${key} ${attemptMark(shown)}`);

/** The gateway has answered; whoever presses again means another attempt. */
export const recordAnswered = (key: string) => addAttemptLine(key);

export const isAnswered = (key: string) => attemptLines().includes(key);

/** Whether the next page can know what this one has sent. */
export const isPersistent = () => addAttemptLine('-');
