import { newId } from '../base/ids.ts';
import type { Hash } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { checkNeeds, SAMPLE_BILLING, SAMPLE_DETAILS } from '../methods/methodNeeds.ts';
import { ownDetails } from '../methods/methodRules.ts';
import { cardByName, type TestCard } from '../payment/cards.ts';
import type { Intent, PaymentMethod } from '../payment/intent.ts';
import { allowedTypesOf } from '../payment/intent.ts';
import { billingDetails } from '../request/billing.ts';
import { hash, mergeMetadata, metadata, text } from '../request/readers.ts';
import type { Scene } from '../world/context.ts';
import { cardDetails, enteredCard } from './cardEntry.ts';

interface Given {
  /** Null: none any more. */
  readonly payment_method?: string | null;
  readonly payment_method_data?: Hash;
}

type Draft = Pick<PaymentMethod, 'type'> & Partial<PaymentMethod>;

function create(draft: Draft, scene: Scene): PaymentMethod {
  return {
    id: newId('pm', scene.dialect.name, scene.random),
    dialect: scene.dialect.name,
    created: scene.now(),
    billingDetails: null,
    details: {},
    behaviour: null,
    customer: null,
    spent: false,
    setUpFor: null,
    metadata: {},
    ...draft,
  };
}

const cardDraft = (card: TestCard, entered: Hash, scene: Scene): Draft => ({
  type: 'card',
  behaviour: card.behaviour,
  details: cardDetails(card, entered, scene),
});

/** What is shown of the other methods: no account number is kept. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  boleto: ['tax_id'],
  eps: ['bank'],
  fpx: ['account_holder_type', 'bank'],
  ideal: ['bank'],
  klarna: ['dob'],
  naver_pay: ['funding'],
  p24: ['bank'],
  sofort: ['country'],
  upi: ['vpa'],
};

function keptOf(type: string, entered: Hash): Hash {
  const names = KEPT[type] ?? [];
  const account = entered.iban ?? entered.account_number;
  const shown = Object.entries(entered).filter(([name]) => names.includes(name));
  return {
    ...Object.fromEntries(shown),
    ...(typeof account === 'string' && { last4: account.slice(-4) }),
  };
}

/** The type of what a customer has entered, if the gateway has it. */
function typeOf(data: Hash, { dialect }: Scene, name: string): string {
  if (data.type === undefined) throw problems.missing(name);
  const type = text(data.type, name);
  const known = Object.keys(dialect.methods);
  if (!known.includes(type)) throw problems.methodNotOffered(type, known, name);
  return type;
}

/** Beside the details of each type. */
const BESIDE = ['type', 'allow_redisplay', 'billing_details', 'metadata', 'radar_options'];

/** Throws for names that Stripe does not know in `payment_method_data`. */
function checkNames(data: Hash, { dialect }: Scene, name: string): void {
  const known = [...BESIDE, ...Object.keys(dialect.methods)];
  const unknown = Object.keys(data).filter((each) => !known.includes(each));
  if (unknown.length > 0) throw problems.unknown(unknown.map((each) => `${name}[${each}]`));
}

/** A payment method from what a customer has entered; `name` is where it stands in the request. */
export function newMethod(data: Hash, scene: Scene, name?: string): PaymentMethod {
  const param = (key: string) => (name ? `${name}[${key}]` : key);
  const { strict } = scene.dialect;
  const type = typeOf(data, scene, param('type'));
  if (strict && name) checkNames(data, scene, name);
  const billing = strict ? billingDetails : hash;
  const own = strict ? ownDetails(type) : hash;
  const billing_details = billing(data.billing_details ?? {}, param('billing_details'));
  const entered = own(data[type] ?? {}, param(type));
  if (strict) checkNeeds(type, { billing_details, [type]: entered });
  const common = {
    billingDetails: billing_details,
    metadata: mergeMetadata({}, metadata(data.metadata ?? {}, param('metadata'))),
  };
  if (type !== 'card') return create({ type, ...common, details: keptOf(type, entered) }, scene);
  const card = enteredCard(entered, param(type));
  return create({ ...cardDraft(card, entered, scene), ...common }, scene);
}

/** Stripe's name for a bank account that pays (docs.stripe.com/payments/ach-direct-debit). */
const BANK_ACCOUNTS = ['pm_usBankAccount', 'pm_usBankAccount_success'];

/** The payment method with that id, or a new one of the test card with that name. */
export function methodById(id: string, scene: Scene): PaymentMethod {
  const card = cardByName(id);
  if (card) return create(cardDraft(card, {}, scene), scene);
  if (scene.dialect.strict && BANK_ACCOUNTS.includes(id)) {
    return newMethod(
      {
        type: 'us_bank_account',
        billing_details: { name: SAMPLE_BILLING.name },
        us_bank_account: SAMPLE_DETAILS.us_bank_account,
      },
      scene,
    );
  }
  const method = scene.store.paymentMethod(id);
  if (method?.dialect === scene.dialect.name) return method;
  throw problems.noPaymentMethod(id);
}

/** The payment method that a request brings: by id, as data, or none. */
export function paymentMethodOf(given: Given, scene: Scene): PaymentMethod | null {
  const { payment_method: id, payment_method_data: data } = given;
  if (data) return newMethod(data, scene, 'payment_method_data');
  return id ? methodById(id, scene) : null;
}

/** Throws where an intent does not take methods of that type. */
export function checkAllowed(intent: Intent, { type }: PaymentMethod): void {
  const allowed = allowedTypesOf(intent, [type]);
  if (!allowed.includes(type)) throw problems.methodNotAllowed(type, intent.allowedTypes ?? []);
}

/** A method that was kept for a customer is for the payments of that customer alone. */
export function checkOwner({ customer }: Intent, method: PaymentMethod): void {
  if (method.customer !== null && method.customer !== customer) throw problems.methodOfCustomer();
}
