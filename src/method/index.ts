export { BANKS, COUNTRIES } from './banks.ts';
export {
  confirmParams,
  fieldForParam,
  missingFields,
  paramsForAttachedMethod,
  paramsForPaymentMethodId,
  readValue,
} from './confirmParams.ts';
export { FIELD_INPUTS, reusableValues } from './fieldInputs.ts';
export { groupInputText, type InputText } from './grouping.ts';
export type { FieldName, FieldSpec, Method, Values } from './method.ts';
export {
  type Offer,
  type OfferFacts,
  offersOf,
  type UnofferedTypes,
  unofferedTypes,
} from './offers.ts';
export { MOBILE_MONEY, UPI_APPS } from './providers.ts';
export { offerForSetup, setupParams } from './setup.ts';
