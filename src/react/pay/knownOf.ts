import type { Values } from '../../method/index.ts';
import type { PayOptions } from '../options.ts';

/** What the shop knows of the customer; what is no text fills in nothing. */
export const knownOf = (customer: PayOptions['customer']): Values =>
  Object.fromEntries(Object.entries(customer ?? {}).filter(([, text]) => typeof text === 'string'));
