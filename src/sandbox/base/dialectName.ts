/** The gateways whose API the sandbox speaks, and their names for people. */
export const DIALECT_LABELS = { stripe: 'Stripe', wooshpay: 'WooshPay' } as const;

export type DialectName = keyof typeof DIALECT_LABELS;
