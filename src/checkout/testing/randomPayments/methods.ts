import type { ConfirmParams } from '../../../gateway/index.ts';
import { methodData, RETURN_URL } from '../../../sandbox/testing/client.ts';
import type { Chance } from './chance.ts';
import type { GatewayName, GatewayWithHistory } from './gatewayWithHistory.ts';

type Options = ConfirmParams['payment_method_options'];

const entered = (type: string, options: Options = {}): ConfirmParams => ({
  payment_method_data: methodData(type),
  return_url: RETURN_URL,
  ...(Object.keys(options).length > 0 && { payment_method_options: options }),
});
const card = (name: string): ConfirmParams => ({
  payment_method: `pm_card_${name}`,
  return_url: RETURN_URL,
});
const cardNumber = (number: string): ConfirmParams => ({
  payment_method_data: { type: 'card', card: { number } },
  return_url: RETURN_URL,
});

/** What the customer pays with: codes that run out, redirects, 3-D Secure, debits of days, declines. */
const METHODS: Readonly<Record<GatewayName, Readonly<Record<string, ConfirmParams>>>> = {
  stripe: {
    'wechat_pay code': entered('wechat_pay', { wechat_pay: { client: 'web' } }),
    'swish code of 3 minutes': entered('swish'),
    'code of 40 seconds': entered('pix', { pix: { expires_after_seconds: 40 } }),
    alipay: entered('alipay'),
    blik: entered('blik', { blik: { code: '123456' } }),
    boleto: entered('boleto'),
    sepa_debit: entered('sepa_debit'),
    card: card('visa'),
    'card, declined': card('chargeDeclined'),
    'card with 3-D Secure': card('threeDSecure2Required'),
    'card with 3-D Secure, declined': card('threeDSecureRequiredChargeDeclined'),
  },
  wooshpay: {
    'wechat_pay code': entered('wechat_pay'),
    'code of 40 seconds': entered('wechat_pay', { wechat_pay: { expires_after_seconds: 40 } }),
    alipay: entered('alipay'),
    gcash: entered('gcash'),
    sepa_debit: entered('sepa_debit'),
    card: cardNumber('4242424242424242'),
    'card, declined': cardNumber('4000000000000002'),
    'card with 3-D Secure': cardNumber('4000000000003220'),
  },
};

/** What of it can be saved: of WooshPay's, the sandbox takes a card by default. */
const SAVED: Readonly<Record<GatewayName, RegExp>> = {
  stripe: /^(card|blik|boleto|sepa|code)/,
  wooshpay: /^card/,
};

type Methods = Readonly<Record<string, ConfirmParams>>;

function methodsOf({ name, kind }: Pick<GatewayWithHistory, 'name' | 'kind'>): Methods {
  const isOffered = ([method]: readonly [string, unknown]) =>
    kind === 'payment' || SAVED[name].test(method);
  return Object.fromEntries(Object.entries(METHODS[name]).filter(isOffered));
}

/** What is sent to confirm with a method. */
export interface Method {
  readonly name: string;
  readonly params: ConfirmParams;
}

export function anyMethod(
  gateway: Pick<GatewayWithHistory, 'name' | 'kind'>,
  chance: Chance,
): Method {
  const methods = methodsOf(gateway);
  const name = chance.weighted(Object.fromEntries(Object.keys(methods).map((each) => [each, 1])));
  return { name, params: methods[name] ?? {} };
}

/** A payment as the merchant's server creates it; `confirm` begins the first attempt at once. */
export function anyCreation(gateway: GatewayWithHistory, chance: Chance) {
  const isBegun = chance.isLikely(0.5);
  const { name, params } = anyMethod(gateway, chance);
  const isManual = chance.isLikely(0.15);
  const isServerSide = isBegun && chance.isLikely(0.08);
  return {
    name: isBegun ? name : 'not begun',
    params: {
      ...(gateway.kind === 'payment' && {
        amount: 1800,
        currency: 'eur',
        ...(isManual && { capture_method: 'manual' }),
        ...(isServerSide && { confirmation_method: 'manual' }),
      }),
      payment_method_types: [...new Set(Object.values(methodsOf(gateway)).map(typeOf))],
      ...(isBegun && { ...params, confirm: true }),
    },
  };
}

const typeOf = ({ payment_method_data: data }: ConfirmParams) => data?.type ?? 'card';
