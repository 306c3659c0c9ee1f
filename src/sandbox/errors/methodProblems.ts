import type { Intent } from '../payment/intent.ts';
import { type IntentKind, KIND_NAMES } from '../payment/intentKind.ts';
import { bad, invalidParameter, refused, unexpectedState } from './problem.ts';

const attachFirst = (label: string) =>
  `You cannot confirm this ${label} because it's missing a payment method. You can either update the ${label} with a payment method and then confirm it again, or confirm it again directly with a payment method`;

/** Errors about payment methods and customers. */
export const methodProblems = {
  methodNotOffered: (type: string, known: readonly string[], param = 'payment_method_data[type]') =>
    bad(
      `The sandbox has no payment method type '${type}' here. It has: ${known.join(', ')}.`,
      'payment_method_unsupported_type',
      param,
    ),
  // As quoted in many logs.
  typeUnknown: (type: string, param: string) =>
    bad(
      `The payment method type provided: ${type} is invalid. Please ensure the provided type is activated in your dashboard and your account is enabled for any preview features that you are trying to use.`,
      undefined,
      param,
    ),
  methodNotAllowed: (type: string, allowed: readonly string[], kind: IntentKind) => {
    const message = `The PaymentMethod provided (${type}) is not allowed for this ${KIND_NAMES[kind].label}, which takes: ${allowed.join(', ')}.`;
    return kind === 'setup'
      ? invalidParameter(message, kind, 'payment_method')
      : bad(message, 'payment_intent_incompatible_payment_method', 'payment_method');
  },
  notForSetup: (type: string, param: string, known: readonly string[]) =>
    invalidParameter(
      `A SetupIntent cannot set up a payment method of the type ${type}. It can: ${known.join(', ')}.`,
      'setup',
      param,
    ),
  needsReturnUrl: (type: string, kind: IntentKind) => {
    const message = `A ${KIND_NAMES[kind].noun} with ${type} sends the customer to another page, so you must provide a \`return_url\` when you confirm it.`;
    return kind === 'setup'
      ? invalidParameter(message, kind, 'return_url')
      : bad(message, 'payment_intent_redirect_confirmation_without_return_url', 'return_url');
  },
  automaticNeedsReturnUrl: ({ kind }: Intent) =>
    bad(
      `This ${KIND_NAMES[kind].label} is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a \`return_url\`. If you don't want to accept redirect-based payment methods, set \`automatic_payment_methods[enabled]\` to \`true\` and \`automatic_payment_methods[allow_redirects]\` to \`never\` when creating Setup Intents and Payment Intents.`,
      undefined,
      'return_url',
    ),
  needsMethod: ({ customer, kind }: Intent) => {
    const { label } = KIND_NAMES[kind];
    if (kind === 'setup')
      return unexpectedState(`${attachFirst(label)} or ConfirmationToken.`, kind);
    const how = ` To confirm the ${label} with ${customer}, specify a payment method attached to this customer along with the customer ID.`;
    return unexpectedState(`${attachFirst(label)}.${customer === null ? '' : how}`);
  },
  exclusive: (names: readonly string[]) =>
    bad(
      `You may only specify one of these parameters: ${names.join(', ')}.`,
      'parameters_exclusive',
    ),
  // As quoted in stripe-react-native#1934.
  confirmOnly: (name: string, kind: IntentKind) =>
    bad(
      `The parameter \`${name}\` cannot be passed when creating a ${KIND_NAMES[kind].label} unless \`confirm\` is set to true.`,
      undefined,
      name,
    ),
  onlyWithConfirm: (name: string) =>
    bad(`You may only send ${name} together with confirm=true.`, undefined, name),
  // Stripe's own text, as quoted in many logs. Which parameter it names is not public.
  notDefaultMethod: (id: string) =>
    bad(
      `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
      'resource_missing',
      'invoice_settings[default_payment_method]',
    ),
  detailsOfOtherType: (type: string, other: string) =>
    bad(
      `The payment method is of the type ${type}, so it has no ${other}.`,
      'payment_method_invalid_parameter',
      other,
    ),
  noSources: (name: string) =>
    bad(
      'The sandbox has no sources, which came before payment methods: send a payment_method.',
      undefined,
      name,
    ),
  // The status and parameter of recorded answers (pay-rails/pay, test/vcr_cassettes).
  noMethodInPath: (id: string) =>
    refused(404, `No such PaymentMethod: '${id}'`, 'resource_missing', 'payment_method'),
  noCustomer: (id: string) => bad(`No such customer: '${id}'`, 'resource_missing', 'customer'),
  noConfirmationToken: (id: string) =>
    bad(`No such confirmationtoken: '${id}'`, 'resource_missing', 'confirmation_token'),
  tokenUsed: (id: string, intent: string) =>
    bad(
      `The ConfirmationToken ${id} was used before, to confirm ${intent}. Each confirm takes a new one.`,
      'token_already_used',
      'confirmation_token',
    ),
  tokenExpired: (id: string) =>
    bad(
      `The ConfirmationToken ${id} has expired. Create a new one.`,
      undefined,
      'confirmation_token',
    ),
  methodOfCustomer: () =>
    bad(
      'The payment method is attached to a customer: name that customer in the request.',
      'payment_method_unexpected_state',
      'payment_method',
    ),
  // Recorded at Stripe, with neither a code nor the intent.
  methodOfOther: (id: string, customer: string) =>
    bad(
      `The PaymentMethod ${id} does not belong to the Customer you supplied ${customer}. Please use this PaymentMethod with the Customer that it belongs to instead.`,
      undefined,
      'payment_method',
    ),
  // The same, with a parameter that only Charges have.
  customerMissing: (id: string, customer: string, kind: IntentKind) =>
    bad(
      `The \`payment_method\` parameter supplied ${id} belongs to the Customer ${customer}. Please include the Customer in the \`customer\` parameter on the ${KIND_NAMES[kind].label}.`,
      'parameter_missing',
      kind === 'setup' ? 'customer' : 'source',
    ),
  // What the text says, as quoted in liberapay.com#2686 and woocommerce-payments.
  methodSpent: () =>
    bad(
      'The PaymentMethod was used before without being attached to a customer, or was detached from one, and may not be used again. To use it several times, attach it to a customer first.',
      'payment_method_unexpected_state',
      'payment_method',
    ),
  cardTokenUsed: (param: string) =>
    bad('A token can be used once only, and this one was.', 'token_already_used', param),
  noToken: (token: string, param: string) =>
    bad(`No such token: '${token}'`, 'resource_missing', param),
  methodNotAttached: () =>
    bad(
      'The payment method is not attached to a customer, so it cannot be detached.',
      'payment_method_unexpected_state',
    ),
  descriptorOnCard: () =>
    bad(
      'A card charge takes no statement_descriptor: send statement_descriptor_suffix instead.',
      'payment_intent_invalid_parameter',
      'statement_descriptor',
    ),
  futureUsage: (name: string) =>
    bad(
      'With a publishable key, setup_future_usage can only change from on_session to off_session.',
      'payment_intent_invalid_parameter',
      name,
    ),
} as const;
