/** The script tag's file of steps: their views, words and look, and what follows a press. */
import { stepMessages, stepSetupMessages } from '../locales/en.ts';
import look from '../react/styles/lazy.css?inline';
import { stepViews } from '../react/views/stepViews.ts';
import { type CheckElement, checkElement } from './checkElement.ts';
import { registerLazyViews } from './lazy/useLazyViews.ts';
import { warnOfSecret } from './lazy/warnOfSecret.ts';

const check: CheckElement = (...call) => {
  checkElement(...call);
  warnOfSecret(...call);
};

const messages = { ...stepMessages, setup: stepSetupMessages };
registerLazyViews(PAYSTEP_VERSION, 'steps', stepViews, messages, look, check);
