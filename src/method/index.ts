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
  typesMissingCreator,
  typesMissingReturnUrl,
  unknownTypes,
} from './offers.ts';
export { methodsAt } from './table.ts';
