import type { CheckoutCallbacks } from '../checkout/index.ts';
import { createGatewayReader } from '../gateway/createGatewayReader.ts';
import { checkedGateway, isGateway } from '../gateway/customGateway.ts';
import { GatewayError } from '../gateway/gatewayError.ts';
import type { ReadableGateway } from '../gateway/gatewayReader.ts';
import type { CustomGateway, Dialect, GatewayName, Transport } from '../gateway/index.ts';
import { kindOfId } from '../intent/index.ts';
import type { PayOptions, RedirectMode, Theme, ViewOptions } from '../react/options.ts';
import { inheritedLanguage } from './inheritedLanguage.ts';

type Text = string | null | undefined;

/**
 * What a checkout is told: by an attribute (`client-secret`), by a property of the element
 * (`clientSecret`), or by `mount`. Texts are attributes and properties, which reflect each other;
 * what is no text is a property only.
 */
export interface ElementOptions
  extends CheckoutCallbacks,
    Pick<ViewOptions, 'beforeRedirect' | 'messages'>,
    Pick<PayOptions, 'createPaymentMethod' | 'customer'> {
  /** `stripe` or `wooshpay`; what `createGateway` has made; or a `Dialect` of your own. */
  readonly gateway?: GatewayName | (string & {}) | CustomGateway | Dialect | null | undefined;
  /** `pk_test_…` or `pk_live_…`. */
  readonly publishableKey?: Text;
  /** Stripe Connect: `acct_…`, the connected account of a direct charge. */
  readonly account?: Text;
  /** Of the PaymentIntent or SetupIntent. It may come later; another one is another payment. */
  readonly clientSecret?: Text;
  /** Instead of the gateway's own URL: a proxy, or the sandbox. */
  readonly apiBase?: Text;
  /** Your return page, by whose origin messages from frames are checked. */
  readonly returnUrl?: Text;
  /** BCP 47. @default the language of the element's place, else the browser's */
  readonly locale?: Text;
  /** How a redirect leaves the shop. @default 'auto' */
  readonly redirect?: RedirectMode | (string & {}) | null | undefined;
  /** @default as the page around is */
  readonly theme?: Theme | (string & {}) | null | undefined;
  /** The shop's name on pictures that customers keep. @default the page's host */
  readonly merchantName?: Text;
  /** The gateway's JSON of a PaymentIntent just created, as an object or as its text. */
  readonly initialIntent?: unknown;
  /** A Server-Sent Events stream of yours: each event without a name means "look now". */
  readonly updatesUrl?: Text;
  /** What to offer, in this order: a list, or a text with spaces or commas. @default all */
  readonly paymentMethodTypes?: Text | readonly string[];
  /** `on_session` or `off_session`: keeps the payment method; asked for by `consent`. */
  readonly setupFutureUsage?: Text;
  /** What the customer agrees to by a tick where `setupFutureUsage` is given. */
  readonly consent?: Text;
  /** Reads the PaymentIntent through the merchant's own server. */
  readonly retrieve?: Transport['retrieve'];
  /** Confirms it through the merchant's own server. */
  readonly confirm?: Transport['confirm'];
  /**
   * Where the script's other files and `locales/` lie, for the script tag alone. By this property, of any
   * origin; the attribute `assets-base` counts for the page's own origin only, and where the script's
   * own URL does not tell.
   */
  readonly assetsBase?: string | undefined;
}

/** The options that are texts; each is an attribute, too. */
export const STRING_OPTIONS = [
  'gateway',
  'publishableKey',
  'account',
  'clientSecret',
  'apiBase',
  'returnUrl',
  'locale',
  'redirect',
  'theme',
  'merchantName',
  'initialIntent',
  'updatesUrl',
  'paymentMethodTypes',
  'setupFutureUsage',
  'consent',
] as const satisfies (keyof ElementOptions)[];

type TextOption = (typeof STRING_OPTIONS)[number];

/** Those of them that may also be something else, which only the property holds then. */
export const STRING_OR_OBJECT_OPTIONS: readonly string[] = [
  'gateway',
  'initialIntent',
  'paymentMethodTypes',
] satisfies TextOption[];

/** What an attribute cannot hold; and `assetsBase`, of which the attribute says less. */
export const PROPERTIES = {
  onChange: 0,
  onSuccess: 0,
  onFailure: 0,
  onError: 0,
  onRetry: 0,
  onSdkAction: 0,
  beforeRedirect: 0,
  createPaymentMethod: 0,
  customer: 0,
  messages: 0,
  retrieve: 0,
  confirm: 0,
  assetsBase: 0,
} satisfies Record<Exclude<keyof ElementOptions, TextOption>, 0>;

/** All options, by their names in scripts. */
export const OPTIONS: readonly (keyof ElementOptions)[] = [
  ...STRING_OPTIONS,
  ...(Object.keys(PROPERTIES) as (keyof typeof PROPERTIES)[]),
];

type Hyphenated<Name extends string> = Name extends `${infer First}${infer Others}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Hyphenated<Others>}`
  : '';

/** The names of the attributes in HTML. */
export type AttributeName = Hyphenated<TextOption | 'assetsBase'>;

/** `client-secret` for `clientSecret`. */
export const attributeOf = (option: string): string =>
  option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** All attributes that mean something; `assets-base` is read by itself, since it counts for the page. */
export const OBSERVED: readonly string[] = [...STRING_OPTIONS, 'assetsBase'].map(attributeOf);

/** The options that an element has. */
export type KnownOptions = {
  readonly [Name in keyof ElementOptions]?: Exclude<ElementOptions[Name], null>;
};

/** The options of an element as it is now; its language is that of its place, too. */
export function readOptions(element: Element, values: KnownOptions): KnownOptions {
  const texts = STRING_OPTIONS.map((name) => [
    name,
    element.getAttribute(attributeOf(name)) ?? undefined,
  ]);
  const options: KnownOptions = { ...Object.fromEntries(texts), ...values };
  return { ...options, locale: options.locale || (inheritedLanguage(element) ?? undefined) };
}

/** What the views take of the options; to them, a word that means nothing is as if it were not there. */
export function viewOptions(options: KnownOptions): ViewOptions & PayOptions {
  const { paymentMethodTypes: types } = options;
  return {
    ...(options as ViewOptions & PayOptions),
    // An empty list offers none.
    paymentMethodTypes: typeof types === 'string' ? types.split(/[\s,]+/).filter(Boolean) : types,
  };
}

/** Whether the customer is likely to choose: a page that only shows a code gives none of these. */
export function isForForm(options: KnownOptions): boolean {
  const { returnUrl, paymentMethodTypes: types, createPaymentMethod, customer, consent } = options;
  // Its words come with the form.
  if (kindOfId(options.clientSecret ?? '') === 'setup') return true;
  // What an initial PaymentIntent wants is seen at once.
  if (options.initialIntent || types?.length === 0) return false;
  return Boolean(returnUrl || types || createPaymentMethod || customer || consent);
}

/** The gateway that the options name, or what is wrong with them. */
export function resolveElementGateway(options: KnownOptions): ReadableGateway | GatewayError {
  const { gateway = '', publishableKey, account, apiBase, retrieve, confirm } = options;
  try {
    if (isGateway(gateway)) return checkedGateway(gateway);
    return createGatewayReader({
      gateway: gateway as GatewayName | Dialect,
      publishableKey,
      account,
      apiBase,
      retrieve,
      confirm,
    });
  } catch (error) {
    return new GatewayError('misconfigured', {
      detail: error instanceof Error ? error.message : '',
    });
  }
}
