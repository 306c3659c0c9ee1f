/**
 * `<paystep-checkout>` in the templates of frameworks. None of them has to be installed: the lines
 * that name one are ignored where its types are missing, also in an app that checks its libraries'
 * declarations (`skipLibCheck: false`).
 */
// biome-ignore-all lint/suspicious/noTsIgnore: an @ts-expect-error would be wrong where they are installed
import type { PaystepCheckoutElement } from './element.ts';
import type {
  PaystepChangeEvent,
  PaystepErrorEvent,
  PaystepFailureEvent,
  PaystepSuccessEvent,
} from './events.ts';
import type { AttributeName, ElementOptions } from './options.ts';

type Attributes = {
  readonly [Name in Exclude<AttributeName, keyof ElementOptions>]?: string | undefined;
};

/** A listener by the name that React 19 and Svelte 5 give to it. */
interface Listeners {
  readonly 'onpaystep-change'?: ((event: PaystepChangeEvent) => void) | undefined;
  readonly 'onpaystep-success'?: ((event: PaystepSuccessEvent) => void) | undefined;
  readonly 'onpaystep-failure'?: ((event: PaystepFailureEvent) => void) | undefined;
  readonly 'onpaystep-error'?: ((event: PaystepErrorEvent) => void) | undefined;
}

/** @ts-ignore */
type ReactAttributes = import('react').HTMLAttributes<PaystepCheckoutElement>;
/** @ts-ignore */
type ReactElementProps = import('react').DetailedHTMLProps<ReactAttributes, PaystepCheckoutElement>;

/**
 * In TSX. React 19 sets properties; React 18 sets attributes alone, so what is no text goes by a ref.
 * React makes listeners of the browser's own events of `onChange` and `onError`: use
 * `onpaystep-change` and `onpaystep-error`.
 */
export interface PaystepCheckoutReactProps
  extends ReactElementProps,
    Attributes,
    Listeners,
    Omit<ElementOptions, 'onChange' | 'onError'> {
  /** React 18 writes `className` of an element of one's own as it is. */
  class?: string | undefined;
}

/** @ts-ignore */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'paystep-checkout': PaystepCheckoutReactProps;
    }
  }
}

/** @ts-ignore */
type VueAttributes = import('vue').HTMLAttributes & import('vue').PublicProps;

/**
 * In a Vue template: `:customer="…"`, `@paystep-success="…"`. Vue makes a listener of every name that
 * begins with "on"; `.prop` makes it the property: `:onRetry.prop="…"`.
 */
export type PaystepCheckoutVueProps = VueAttributes &
  Attributes &
  ElementOptions & {
    readonly onPaystepChange?: ((event: PaystepChangeEvent) => void) | undefined;
    readonly onPaystepSuccess?: ((event: PaystepSuccessEvent) => void) | undefined;
    readonly onPaystepFailure?: ((event: PaystepFailureEvent) => void) | undefined;
    readonly onPaystepError?: ((event: PaystepErrorEvent) => void) | undefined;
  };

/** @ts-ignore */
declare module 'vue' {
  interface GlobalComponents {
    'paystep-checkout': new () => PaystepCheckoutElement & {
      readonly $props: PaystepCheckoutVueProps;
    };
  }
}

/** @ts-ignore */
type SvelteAttributes = import('svelte/elements').HTMLAttributes<PaystepCheckoutElement>;

/** In a Svelte template. */
export interface PaystepCheckoutSvelteProps
  extends SvelteAttributes,
    Attributes,
    Listeners,
    ElementOptions {
  readonly 'on:paystep-change'?: ((event: PaystepChangeEvent) => void) | undefined;
  readonly 'on:paystep-success'?: ((event: PaystepSuccessEvent) => void) | undefined;
  readonly 'on:paystep-failure'?: ((event: PaystepFailureEvent) => void) | undefined;
  readonly 'on:paystep-error'?: ((event: PaystepErrorEvent) => void) | undefined;
}

declare global {
  namespace svelteHTML {
    interface IntrinsicElements {
      'paystep-checkout': PaystepCheckoutSvelteProps;
    }
  }
}
