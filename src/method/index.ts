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
export { needReturnUrl, type Offer, type OfferFacts, offersOf } from './offers.ts';
