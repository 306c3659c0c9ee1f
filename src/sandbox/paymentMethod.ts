import { cardByName, cardByNumber, type TestCard } from './cards.ts';
import { problems } from './errors.ts';
import { newId } from './ids.ts';
import type { Hash, Intent, PaymentMethod } from './intent.ts';
import { hash, text } from './readers.ts';
import type { Scene } from './world.ts';

interface Given {
  readonly payment_method?: string;
  readonly payment_method_data?: Hash;
}

type Draft = Pick<PaymentMethod, 'type'> & Partial<PaymentMethod>;

function create(draft: Draft, scene: Scene): PaymentMethod {
  return {
    id: newId('pm', scene.dialect.name, scene.random),
    created: scene.now(),
    billingDetails: null,
    details: {},
    behaviour: null,
    ...draft,
  };
}

const year = (entered: unknown) => Number(entered) + (Number(entered) < 100 ? 2000 : 0);

function cardDraft({ brand, last4, behaviour }: TestCard, entered: Hash): Draft {
  const exp_month = Number(entered.exp_month ?? 12);
  const exp_year = year(entered.exp_year ?? 2034);
  const details = { brand, country: 'US', exp_month, exp_year, funding: 'credit', last4 };
  return { type: 'card', behaviour, details };
}

/** A card's number, or a token that stands for one of the test cards. */
function enteredCard(entered: Hash): TestCard {
  const name = 'payment_method_data[card][number]';
  const token = entered.token === undefined ? undefined : cardByName(String(entered.token));
  if (token) return token;
  if (entered.number === undefined) throw problems.missing(name);
  return cardByNumber(text(String(entered.number), name));
}

/** What is kept of the other methods: what decides between their actions, and no account number. */
const KEPT: Readonly<Record<string, readonly string[]>> = { upi: ['vpa'] };

function keptOf(type: string, entered: Hash): Hash {
  const names = KEPT[type] ?? [];
  return Object.fromEntries(Object.entries(entered).filter(([name]) => names.includes(name)));
}

function fromData(data: Hash, scene: Scene): PaymentMethod {
  if (data.type === undefined) throw problems.missing('payment_method_data[type]');
  const type = text(data.type, 'payment_method_data[type]');
  const known = Object.keys(scene.dialect.methods);
  if (!known.includes(type)) throw problems.methodNotOffered(type, known);
  const billingDetails = hash(data.billing_details ?? {}, 'payment_method_data[billing_details]');
  const entered = hash(data[type] ?? {}, `payment_method_data[${type}]`);
  if (type !== 'card')
    return create({ type, billingDetails, details: keptOf(type, entered) }, scene);
  return create({ ...cardDraft(enteredCard(entered), entered), billingDetails }, scene);
}

function fromId(id: string, scene: Scene): PaymentMethod {
  const card = cardByName(id);
  const method = card ? create(cardDraft(card, {}), scene) : scene.store.paymentMethod(id);
  if (!method) throw problems.noPaymentMethod(id);
  return method;
}

/** The payment method that a request brings: by id, as data, or none. */
export function paymentMethodOf(given: Given, scene: Scene): PaymentMethod | null {
  if (given.payment_method_data) return fromData(given.payment_method_data, scene);
  return given.payment_method ? fromId(given.payment_method, scene) : null;
}

/** Throws where an intent does not take methods of that type. */
export function checkAllowed({ allowedTypes }: Intent, method: PaymentMethod): void {
  if (allowedTypes && !allowedTypes.includes(method.type)) {
    throw problems.methodNotAllowed(method.type, allowedTypes);
  }
}

/** A payment method as both gateways show it when it is expanded or part of an error. */
export function presentPaymentMethod(method: PaymentMethod, created: number): Hash {
  const { id, type, billingDetails, details } = method;
  const address = {
    city: null,
    country: null,
    line1: null,
    line2: null,
    postal_code: null,
    state: null,
  };
  const nobody = { address, email: null, name: null, phone: null };
  return {
    id,
    object: 'payment_method',
    billing_details: { ...nobody, ...billingDetails },
    [type]: details,
    created,
    customer: null,
    livemode: false,
    metadata: {},
    type,
  };
}
