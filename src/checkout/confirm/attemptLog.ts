import type { PaymentIntent } from '../../intent/index.ts';
import { addAttemptLine, attemptLines, markOf } from './attemptStore.ts';

/** To be called before a key is sent. */
export const noteSent = (key: string, seen: PaymentIntent) =>
  addAttemptLine(`${key} ${markOf(seen)}`);

/** The gateway has answered; whoever presses again means another attempt. */
export const noteAnswer = (key: string) => addAttemptLine(key);

export const isAnswered = (key: string) => attemptLines().includes(key);

/** Whether the next page can know what this one has sent. */
export const isLasting = () => addAttemptLine('-');
