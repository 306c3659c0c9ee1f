import { AnotherWay } from '../pay/AnotherWay.tsx';
import { PayScreen } from '../pay/PayScreen.tsx';
import { Retry } from '../pay/Retry.tsx';

/** What a customer needs who chooses how to pay, or has to try again. */
export const formViews = { AnotherWay, PayScreen, Retry };
