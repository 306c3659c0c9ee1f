import type { PaymentIntent } from '../../intent/index.ts';
import { addAttemptLine, attemptLines, attemptMark } from './attemptStore.ts';

/** Call it before a key is sent. */
export const recordSent = (key: string, shown: PaymentIntent) =>
  addAttemptLine(`${key} ${attemptMark(shown)}`);

/** The gateway has answered: the next press is another attempt, with another key. */
export const recordAnswered = (key: string) => addAttemptLine(key);

export const isAnswered = (key: string) => attemptLines().includes(key);

/** Whether the next page will find what this one has recorded. */
export const isPersistent = () => addAttemptLine('-');
