/** The page on which a customer does the next action; `none` where there is none. */
export type CustomerPage =
  | 'bank'
  | 'wallet'
  | 'wechat'
  | 'qr'
  | 'voucher'
  | 'transfer'
  | 'microdeposits'
  | 'ddc'
  | 'challenge'
  | 'none';

/** The pages with buttons for the customer. */
export type DecisionPlace = Exclude<CustomerPage, 'ddc' | 'none'>;

const PATHS: Record<CustomerPage, (id: string) => string> = {
  bank: (id) => `/sandbox/bank/${id}`,
  wallet: (id) => `/sandbox/wallet/${id}`,
  wechat: (id) => `/sandbox/wechat/${id}`,
  qr: (id) => `/sandbox/qr/${id}`,
  voucher: (id) => `/sandbox/voucher/${id}`,
  transfer: (id) => `/sandbox/transfer/${id}`,
  microdeposits: (id) => `/sandbox/microdeposits/${id}`,
  ddc: (id) => `/sandbox/acs/${id}/ddc`,
  challenge: (id) => `/sandbox/acs/${id}/challenge`,
  none: () => '/sandbox',
};

/** The URL of the page on which the customer does an intent's next action. */
export function pageUrl(origin: string, place: CustomerPage, id: string): string {
  return `${origin}${PATHS[place](id)}`;
}

/** The URL at which a developer sees what was asked about an intent, or about all of them. */
export const consoleUrl = (origin: string, id?: string): string =>
  id === undefined ? `${origin}/sandbox/` : `${origin}/sandbox/console/${encodeURIComponent(id)}`;
