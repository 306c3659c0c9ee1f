export { BANKS, COUNTRIES } from './banks.ts';
export {
  confirmParams,
  knownParams,
  lasting,
  needNamed,
  readValue,
  shopParams,
  unmet,
} from './confirmParams.ts';
export { FIELDS } from './fields.ts';
export type { FieldName, Method, Need, Values } from './method.ts';
export {
  needCreator,
  needReturnUrl,
  type Offer,
  type OfferFacts,
  offersOf,
  unknownTypes,
} from './offers.ts';
export { methodsAt } from './table.ts';
