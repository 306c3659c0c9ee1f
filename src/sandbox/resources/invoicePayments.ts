import { createdRange } from '../request/createdRange.ts';
import { PAGING, pageOf } from '../request/page.ts';
import { object, readParams, text } from '../request/readers.ts';
import type { Route } from './resource.ts';

const LIST = {
  ...PAGING,
  created: createdRange,
  invoice: text,
  payment: object,
  status: text,
} as const;

/**
 * There are no invoices here, so no payment is for one. Integrations such as the Pay gem ask after
 * each payment (github.com/pay-rails/pay).
 */
export const INVOICE_PAYMENT_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/invoice_payments',
    rules: LIST,
    run: ({ raw, url }) => pageOf([], readParams(LIST, raw), { url, show: (item) => item }),
  },
];
