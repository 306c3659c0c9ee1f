export { BANKS, COUNTRIES } from './banks.ts';
export {
  confirmParams,
  fieldForParam,
  missingFields,
  paramsForAttachedMethod,
  paramsForPaymentMethodId,
  readValue,
  reusableValues,
} from './confirmParams.ts';
export { FIELDS } from './fields.ts';
export type { FieldName, FieldSpec, Method, Values } from './method.ts';
export {
  type Offer,
  type OfferFacts,
  offersOf,
  type UnofferedTypes,
  unofferedTypes,
} from './offers.ts';
