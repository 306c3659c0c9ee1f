import type { JsonObject } from '../base/json.ts';
import { SETUP_TYPES } from '../dialect/setupIntent.ts';
import { problems } from '../errors/errors.ts';
import { methodDetails, wooshpayDetails } from '../methods/details.ts';
import { checkRequiredFields, SAMPLE_BILLING, SAMPLE_DETAILS } from '../methods/requiredFields.ts';
import { stripeDetails, wooshpayDetailsOf } from '../methods/shownDetails.ts';
import { cardByName, type TestCard } from '../payment/cards.ts';
import type { Intent, PaymentMethod } from '../payment/intent.ts';
import { allowedTypesOf } from '../payment/intent.ts';
import { billingDetails } from '../request/billing.ts';
import { mergeMetadata, metadata, object, redisplay, text } from '../request/readers.ts';
import type { CardToken } from '../world/cardToken.ts';
import { isOwnedBy, newObjectId, type RequestContext } from '../world/context.ts';
import { cardDetails, enteredCard, spendCardToken } from './cardEntry.ts';

interface MethodParams {
  /** Null removes the payment method. */
  readonly payment_method?: string | null;
  readonly payment_method_data?: JsonObject;
  /** That of a ConfirmationToken. */
  readonly preview?: PaymentMethod;
}

type Draft = Pick<PaymentMethod, 'type'> & Partial<PaymentMethod>;

function create(draft: Draft, context: RequestContext): PaymentMethod {
  return {
    id: newObjectId('pm', context),
    dialect: context.dialect.name,
    account: context.account,
    created: context.now(),
    billingDetails: null,
    details: {},
    behaviour: null,
    customer: null,
    spent: false,
    allowRedisplay: 'unspecified',
    setUpFor: null,
    metadata: {},
    ...draft,
  };
}

const cardDraft = (card: TestCard, entered: JsonObject, context: RequestContext): Draft => ({
  type: 'card',
  behaviour: card.behaviour,
  details: cardDetails(card, entered, context),
});

/** What a token says of the billing details gives way to what the request says. */
function tokenDraft({ address, behaviour, details, name }: CardToken, billing: JsonObject): Draft {
  const sent = billing.address as JsonObject | null | undefined;
  return {
    type: 'card',
    behaviour,
    details,
    billingDetails: {
      ...(name !== null && { name }),
      ...billing,
      address: { ...address, ...sent },
    },
  };
}

/** The type of the entered payment method, if the gateway has it. */
function typeOf(data: JsonObject, { dialect }: RequestContext, name: string): string {
  if (data.type === undefined) throw problems.missing(name);
  const type = text(data.type, name);
  const known = Object.keys(dialect.methods);
  if (!known.includes(type)) throw problems.methodNotOffered(type, known, name);
  return type;
}

/** The names in `payment_method_data` beside the types. */
const COMMON_NAMES = ['type', 'allow_redisplay', 'billing_details', 'metadata', 'radar_options'];

/** Throws for names that Stripe does not know in `payment_method_data`. */
function checkNames(data: JsonObject, { dialect }: RequestContext, name: string): void {
  const known = [...COMMON_NAMES, ...Object.keys(dialect.methods)];
  const unknown = Object.keys(data).filter((each) => !known.includes(each));
  if (unknown.length > 0) throw problems.unknown(unknown.map((each) => `${name}[${each}]`));
}

/** A payment method from what the customer has entered; `name` is its parameter in the request. */
export function newMethod(data: JsonObject, context: RequestContext, name?: string): PaymentMethod {
  const param = (key: string) => (name ? `${name}[${key}]` : key);
  const { strict } = context.dialect;
  const type = typeOf(data, context, param('type'));
  if (strict && name) checkNames(data, context, name);
  const billing = strict ? billingDetails : object;
  const readDetails = strict ? methodDetails(type) : wooshpayDetails(type);
  const billing_details = billing(data.billing_details ?? {}, param('billing_details'));
  const entered = readDetails(data[type] ?? {}, param(type));
  const shownDetails = strict ? stripeDetails : wooshpayDetailsOf;
  checkRequiredFields(context.dialect.name, type, { billing_details, [type]: entered });
  const common = {
    allowRedisplay: redisplay(data.allow_redisplay ?? 'unspecified', param('allow_redisplay')),
    billingDetails: billing_details,
    metadata: mergeMetadata({}, metadata(data.metadata ?? {}, param('metadata'))),
  };
  if (type !== 'card')
    return create({ type, ...common, details: shownDetails(type, entered) }, context);
  const token = spendCardToken(entered, param(type), context);
  if (token) return create({ ...common, ...tokenDraft(token, billing_details) }, context);
  const card = enteredCard(entered, param(type));
  return create({ ...cardDraft(card, entered, context), ...common }, context);
}

/** Stripe's names for a test bank account that pays (docs.stripe.com/payments/ach-direct-debit). */
const BANK_ACCOUNTS = ['pm_usBankAccount', 'pm_usBankAccount_success'];

/**
 * The payment method with that id, or a new one for the name of a test card. `missing` is the error
 * where there is none: that of a parameter, unless the id is in the path.
 */
export function methodById(
  id: string,
  context: RequestContext,
  missing = problems.noPaymentMethod,
): PaymentMethod {
  const card = cardByName(id);
  if (card) return create(cardDraft(card, {}, context), context);
  if (context.dialect.strict && BANK_ACCOUNTS.includes(id)) {
    return newMethod(
      {
        type: 'us_bank_account',
        billing_details: { name: SAMPLE_BILLING.name },
        us_bank_account: SAMPLE_DETAILS.us_bank_account,
      },
      context,
    );
  }
  const method = context.store.paymentMethod(id);
  if (method && isOwnedBy(context)(method)) return method;
  throw missing(id);
}

/** The payment method of a request: by id, as data, by a token, or none. */
export function paymentMethodOf(
  params: MethodParams,
  context: RequestContext,
): PaymentMethod | null {
  const { payment_method: id, payment_method_data: data, preview = null } = params;
  if (data) return newMethod(data, context, 'payment_method_data');
  return id ? methodById(id, context) : preview;
}

/** Throws where an intent does not take methods of that type. */
export function checkAllowed(intent: Intent, { type }: PaymentMethod): void {
  const all = intent.kind === 'setup' ? SETUP_TYPES[intent.dialect] : [type];
  const allowed = allowedTypesOf(intent, all);
  if (!allowed.includes(type)) throw problems.methodNotAllowed(type, allowed, intent.kind);
}

/** Throws where the method is attached to another customer. */
export function checkOwner(
  { customer, kind }: Intent,
  { customer: owner, id }: PaymentMethod,
): void {
  if (owner === null || owner === customer) return;
  throw customer === null
    ? problems.customerMissing(id, owner, kind)
    : problems.methodOfOther(id, customer);
}
