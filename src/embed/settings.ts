import type { CheckoutCallbacks } from '../checkout/index.ts';
import {
  createGateway,
  type Gateway,
  GatewayError,
  type GatewayName,
  type GatewayOptions,
} from '../gateway/index.ts';
import type { BeforeRedirect, RedirectMode } from '../react/index.ts';

/** The element's attributes, each under its name in scripts. */
export const ATTRIBUTES = {
  gateway: 'gateway',
  publishableKey: 'publishable-key',
  clientSecret: 'client-secret',
  apiBase: 'api-base',
  returnUrl: 'return-url',
  locale: 'locale',
  redirect: 'redirect',
  merchant: 'merchant',
  initialIntent: 'initial-intent',
  hints: 'hints',
} as const;

export type AttributeName = keyof typeof ATTRIBUTES;

/** What an attribute cannot hold. */
export interface ElementCallbacks extends CheckoutCallbacks {
  /** Reads the PaymentIntent through the merchant's own server. */
  readonly retrieve?: GatewayOptions['retrieve'] | undefined;
  readonly beforeRedirect?: BeforeRedirect | undefined;
}

export type Settings = Readonly<Record<AttributeName, string | null>>;

/** All attributes of an element, null where it has none. */
export function readSettings(element: Element): Settings {
  const names = Object.keys(ATTRIBUTES) as AttributeName[];
  const entries = names.map((name) => [name, element.getAttribute(ATTRIBUTES[name])]);
  return Object.fromEntries(entries) as Settings;
}

const REDIRECTS: readonly string[] = ['auto', 'button', 'popup'] satisfies RedirectMode[];

/** How to leave the shop; a word that means nothing is the default. */
export function redirectOf({ redirect }: Settings): RedirectMode {
  return redirect && REDIRECTS.includes(redirect) ? (redirect as RedirectMode) : 'auto';
}

export interface GatewaySettings {
  readonly name: string | null;
  readonly publishableKey: string | null;
  readonly apiBase: string | null;
}

/** The gateway that the attributes name, or what is wrong with them. */
export function gatewayOf(
  { name, publishableKey, apiBase }: GatewaySettings,
  retrieve: GatewayOptions['retrieve'],
): Gateway | GatewayError {
  try {
    return createGateway({
      gateway: (name ?? '') as GatewayName,
      publishableKey: publishableKey ?? '',
      ...(apiBase && { apiBase }),
      ...(retrieve && { retrieve }),
    });
  } catch (error) {
    return new GatewayError('misconfigured', {
      detail: error instanceof Error ? error.message : '',
    });
  }
}
