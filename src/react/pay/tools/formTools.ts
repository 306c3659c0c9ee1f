import {
  confirmParams,
  missingFields,
  paramsForPaymentMethodId,
  readValue,
  setupParams,
} from '../../../method/index.ts';
import { choicesOf } from './choicesOf.ts';
import { createPaymentMethod } from './createPaymentMethod.ts';
import { groupInput } from './groupInput.ts';
import { problemOf, problemOfChange, problemOfConfirmError, problemOfError } from './problem.ts';
import { isFinal, reasonOf } from './reasons.ts';

/**
 * What the form needs beyond its list and its button: what there is to choose from, what groups,
 * checks and sends what was entered, and why a payment has failed.
 */
export const formTools = {
  choicesOf,
  groupInput,
  readValue,
  missingFields,
  confirmParams,
  createPaymentMethod,
  paramsForPaymentMethodId,
  setupParams,
  problemOf,
  problemOfChange,
  problemOfConfirmError,
  problemOfError,
  reasonOf,
  isFinal,
};

export type FormTools = typeof formTools;
