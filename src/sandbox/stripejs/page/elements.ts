import { isRecord } from '../../../intent/index.ts';
import type { JsonObject } from '../../base/json.ts';
import { takesCurrency } from '../../world/caveats.ts';
import { callApi } from '../api.ts';
import { ELEMENT_TYPES, type ElementType, type PaymentOffer } from '../messages.ts';
import { randomName } from '../randomName.ts';
import { type IntentRef, intentOf } from './clientSecret.ts';
import type { StripeContext } from './context.ts';
import { createElement, type ElementParts, partsOf, type StandInElement } from './element.ts';
import { misuse } from './integrationError.ts';

/** A group of Elements (docs.stripe.com/js, "The Elements object"). */
export interface StandInElements {
  create(type: unknown, options?: JsonObject): StandInElement;
  getElement(type: unknown): StandInElement | null;
  update(options: JsonObject): void;
  submit(): Promise<JsonObject>;
  fetchUpdates(): Promise<JsonObject>;
}

/** What the stand-in itself knows of a group. */
export interface GroupParts {
  /** Null where the intent is created later. */
  readonly intent: IntentRef | null;
  readonly options: () => JsonObject;
  /** Whether `submit` has found everything in order since. */
  readonly isSubmitted: () => boolean;
  readonly payment: () => ElementParts | undefined;
}

const GROUPS = new WeakMap<object, GroupParts>();

/**
 * The stand-in's side of a group.
 *
 * @throws IntegrationError where it is none
 */
export function groupOf(caller: string, elements: unknown): GroupParts {
  const parts = isRecord(elements) ? GROUPS.get(elements) : undefined;
  return (
    parts ?? misuse(`stripe.${caller}: \`elements\` has to be what stripe.elements() has made.`)
  );
}

const isType = (type: unknown): type is ElementType => ELEMENT_TYPES.some((each) => each === type);

/** The type that a name, or a component of react-stripe-js, stands for. */
function typeOf(wanted: unknown): unknown {
  return typeof wanted === 'function' && '__elementType' in wanted ? wanted.__elementType : wanted;
}

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [];

/** The types of an intent that its currency allows: those of automatic methods are all there are. */
function typesOf({ currency, payment_method_types: types }: JsonObject): readonly string[] {
  const all = textsOf(types).filter((type) => type !== 'sandbox_mystery');
  return typeof currency === 'string' ? all.filter((type) => takesCurrency(type, currency)) : all;
}

async function offerOf({ access }: StripeContext, intent: IntentRef): Promise<PaymentOffer> {
  const { clientSecret, kind, path } = intent;
  const answer = await callApi(access, 'GET', path, { client_secret: clientSecret });
  if (!answer.ok) throw answer.error;
  return { kind, types: typesOf(answer.body) };
}

/** What is offered before there is an intent. */
const deferredOffer = ({ mode, paymentMethodTypes }: JsonObject): PaymentOffer => ({
  kind: mode === 'setup' ? 'setup' : 'payment',
  types: paymentMethodTypes === undefined ? ['card'] : textsOf(paymentMethodTypes),
});

const MODES = ['payment', 'setup', 'subscription'] as const;

function checkOptions({ amount, clientSecret, currency, mode }: JsonObject): void {
  if (mode === undefined) return;
  if (clientSecret !== undefined)
    misuse('stripe.elements takes `mode` or `clientSecret`, not both.');
  if (!MODES.some((each) => each === mode)) {
    misuse(`stripe.elements: \`mode\` is one of ${MODES.join(', ')}.`);
  }
  if (typeof currency !== 'string')
    misuse('stripe.elements with `mode` needs a `currency`: "usd".');
  if (mode !== 'setup' && !Number.isInteger(amount)) {
    misuse('stripe.elements with `mode` needs an `amount`, in the smallest unit: 1099.');
  }
}

/** Creates a group of Elements. */
export function createElements(context: StripeContext, initial: JsonObject = {}): StandInElements {
  checkOptions(initial);
  const intent =
    initial.clientSecret === undefined ? null : intentOf('elements', initial.clientSecret, null);
  const name = randomName();
  const created = new Map<ElementType, StandInElement>();
  let options = initial;
  let offer: PaymentOffer | null = null;
  let isSubmitted = false;

  const partsOfType = (type: ElementType) => partsOf(created.get(type));
  const siblings = () =>
    (['cardExpiry', 'cardCvc'] as const).filter((type) => partsOfType(type)?.isMounted());

  async function loadOffer(): Promise<void> {
    offer = intent ? await offerOf(context, intent) : deferredOffer(options);
  }

  function checkNew(type: unknown): asserts type is ElementType {
    if (!isType(type)) {
      misuse(
        `elements.create: the stand-in for Stripe.js has no Element "${String(type).slice(0, 40)}". It has ${ELEMENT_TYPES.join(', ')}.`,
      );
    }
    if (created.has(type)) {
      misuse(`elements.create: there is an Element "${type}" already. Destroy it first.`);
    }
    if (type === 'payment' && intent === null && options.mode === undefined) {
      misuse(
        'elements.create("payment") needs to know what is paid: stripe.elements({ clientSecret }), or { mode, amount, currency }.',
      );
    }
  }

  const appearance = (): JsonObject => (isRecord(options.appearance) ? options.appearance : {});

  const elements: StandInElements = {
    create(wanted, elementOptions = {}) {
      const type = typeOf(wanted);
      checkNew(type);
      const element = createElement({
        type,
        options: elementOptions,
        settings: () => ({
          access: context.access,
          group: name,
          appearance: appearance(),
          offer,
        }),
        isReady: type === 'payment' ? loadOffer() : Promise.resolve(),
        siblings,
        onDestroy: () => created.delete(type),
      });
      created.set(type, element);
      return element;
    },
    getElement: (wanted) => {
      const type = typeOf(wanted);
      return isType(type) ? (created.get(type) ?? null) : null;
    },
    update(changes) {
      if (changes.mode !== undefined && intent !== null) {
        misuse('elements.update: a group with a `clientSecret` takes no `mode`.');
      }
      options = { ...options, ...changes };
      isSubmitted = false;
      for (const type of created.keys()) partsOfType(type)?.refresh();
    },
    async submit() {
      const answer = await partsOfType('payment')?.validate();
      if (answer && !answer.ok) return { error: answer.error };
      isSubmitted = true;
      return answer?.body ?? {};
    },
    async fetchUpdates() {
      try {
        await loadOffer();
        return {};
      } catch (error) {
        return { error };
      }
    },
  };
  GROUPS.set(elements, {
    intent,
    options: () => options,
    isSubmitted: () => isSubmitted,
    payment: () => partsOfType('payment'),
  });
  return elements;
}

/**
 * The Payment Element of a group, ready to be paid with.
 *
 * @throws IntegrationError where there is none, or `submit` has to come first
 */
export function paymentElementOf(caller: string, group: GroupParts): ElementParts {
  const element = group.payment();
  if (!element) {
    return misuse(
      `stripe.${caller}: \`elements\` has no Payment Element: elements.create("payment").`,
    );
  }
  if (group.intent === null && !group.isSubmitted()) {
    misuse(`Call elements.submit() before stripe.${caller}(), and go on where it has no error.`);
  }
  return element;
}
