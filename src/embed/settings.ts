import type { CheckoutCallbacks } from '../checkout/index.ts';
import {
  createGateway,
  type Gateway,
  GatewayError,
  type GatewayName,
  type GatewayOptions,
} from '../gateway/index.ts';
import type { MessageOverrides } from '../locales/index.ts';
import type { BeforeRedirect, PayOptions, RedirectMode, Theme } from '../react/options.ts';
import { languageAround } from './languageAround.ts';

/** The element's attributes, each under its name in scripts. */
export const ATTRIBUTES = {
  gateway: 'gateway',
  publishableKey: 'publishable-key',
  clientSecret: 'client-secret',
  apiBase: 'api-base',
  returnUrl: 'return-url',
  locale: 'locale',
  redirect: 'redirect',
  theme: 'theme',
  merchantName: 'merchant-name',
  initialIntent: 'initial-intent',
  updatesUrl: 'updates-url',
  paymentMethodTypes: 'payment-method-types',
  setupFutureUsage: 'setup-future-usage',
  consent: 'consent',
} as const;

/** Read by itself, since it is no setting of one checkout: where Paystep's other files lie. */
export const ASSETS_BASE = 'assets-base';

/** All attributes that mean something. */
export const OBSERVED: readonly string[] = [...Object.values(ATTRIBUTES), ASSETS_BASE];

export type AttributeName = keyof typeof ATTRIBUTES;

/** What an attribute cannot hold. */
export interface ElementCallbacks
  extends CheckoutCallbacks,
    Pick<PayOptions, 'createPaymentMethod' | 'customer'> {
  /** Texts in place of a language's own. */
  readonly messages?: MessageOverrides | undefined;
  /** Reads the PaymentIntent through the merchant's own server. */
  readonly retrieve?: GatewayOptions['retrieve'] | undefined;
  /** Confirms it through the merchant's own server. */
  readonly confirm?: GatewayOptions['confirm'] | undefined;
  readonly beforeRedirect?: BeforeRedirect | undefined;
  /** Where Paystep's other files lie, for the script tag alone; may be of another origin. */
  readonly assetsBase?: string | undefined;
}

export type Settings = Readonly<Record<AttributeName, string | null>>;

/** All attributes of an element, null where it has none; its language is that of its place, too. */
export function readSettings(element: Element): Settings {
  const names = Object.keys(ATTRIBUTES) as AttributeName[];
  const entries = names.map((name) => [name, element.getAttribute(ATTRIBUTES[name])]);
  const settings = Object.fromEntries(entries) as Settings;
  return { ...settings, locale: settings.locale || languageAround(element) };
}

/** Names in `callbacks`. */
export const CALLBACKS = {
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
} satisfies Record<keyof ElementCallbacks, 0>;

const REDIRECTS: readonly string[] = ['auto', 'button', 'popup'] satisfies RedirectMode[];

/** How to leave the shop; a word that means nothing is the default. */
export function redirectOf({ redirect }: Settings): RedirectMode {
  return redirect && REDIRECTS.includes(redirect) ? (redirect as RedirectMode) : 'auto';
}

const THEMES: readonly string[] = ['light', 'dark', 'auto'] satisfies Theme[];

/** How it looks; without a word that means something, as the page around does. */
export function themeOf({ theme }: Settings): Theme | undefined {
  return theme && THEMES.includes(theme) ? (theme as Theme) : undefined;
}

const USAGES: readonly string[] = ['on_session', 'off_session'];

/** How to pay from here. Types are parted by spaces or commas; an empty list offers none. */
export function payOf(
  { paymentMethodTypes, setupFutureUsage, consent }: Settings,
  { createPaymentMethod, customer }: ElementCallbacks,
): PayOptions {
  return {
    paymentMethodTypes: paymentMethodTypes?.split(/[\s,]+/).filter(Boolean),
    setupFutureUsage: USAGES.includes(setupFutureUsage ?? '')
      ? (setupFutureUsage as PayOptions['setupFutureUsage'])
      : undefined,
    consent: consent ?? undefined,
    createPaymentMethod,
    customer,
  };
}

export interface GatewaySettings {
  readonly name: string | null;
  readonly publishableKey: string | null;
  readonly apiBase: string | null;
}

/** The gateway that the attributes name, or what is wrong with them. */
export function gatewayOf(
  { name, publishableKey, apiBase }: GatewaySettings,
  { retrieve, confirm }: Pick<ElementCallbacks, 'retrieve' | 'confirm'>,
): Gateway | GatewayError {
  try {
    return createGateway({
      gateway: (name ?? '') as GatewayName,
      publishableKey: publishableKey ?? '',
      ...(apiBase && { apiBase }),
      ...(retrieve && { retrieve }),
      ...(confirm && { confirm }),
    });
  } catch (error) {
    return new GatewayError('misconfigured', {
      detail: error instanceof Error ? error.message : '',
    });
  }
}
