import { hasOwn } from '../intent/index.ts';
import { defineOptions } from './defineOptions.ts';
import { createElementController, type ElementController, MIRRORED } from './elementController.tsx';
import { type ElementOptions, OBSERVED, OPTIONS } from './options.ts';

/** On a server there is no HTMLElement; the class can be imported there, not made. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

const controllers = new WeakMap<HTMLElement, ElementController>();

function controllerOf(element: HTMLElement): ElementController {
  const controller = controllers.get(element) ?? createElementController(element);
  controllers.set(element, controller);
  return controller;
}

/**
 * `<paystep-checkout>`: the React components in an open shadow root. Importing it registers
 * nothing; `paystep/embed/define` does. Each of its {@link ElementOptions} is a property.
 *
 * @example
 * const checkout = document.querySelector('paystep-checkout');
 * checkout.clientSecret = clientSecret;
 * checkout.onSuccess = ({ intent }) => location.assign(`/thanks?payment=${intent.id}`);
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the accessors of all options are defined below
export class PaystepCheckoutElement extends Base {
  static get observedAttributes(): readonly string[] {
    return [...OBSERVED, ...MIRRORED];
  }

  /** Reads the PaymentIntent at once; settles when the answer is in the state. */
  refetch(): Promise<void> {
    return controllerOf(this).refetch();
  }

  /** @internal */
  getOption(name: string): unknown {
    return controllerOf(this).getOption(name);
  }

  /** @internal */
  setOption(name: string, value: unknown): void {
    controllerOf(this).setOption(name, value);
  }

  /** @internal */
  connectedCallback(): void {
    // Set on the element before an async script has made it one of ours: they hide the setters.
    for (const name of OPTIONS.filter((each) => hasOwn(this, each))) {
      const value: unknown = this[name];
      delete this[name];
      this.setOption(name, value);
    }
    controllerOf(this).connect();
  }

  /** @internal */
  disconnectedCallback(): void {
    controllerOf(this).schedule();
  }

  /** @internal */
  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    controllerOf(this).changeAttribute(name, before, after);
  }

  /** Reports the state once more, to the callbacks that are there now. @internal */
  reportAgain(): void {
    controllerOf(this).reportAgain();
  }

  /** Looks for mistakes in what was set, names that are none included. @internal */
  checkOptions(): void {
    controllerOf(this).schedule();
  }
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

/** Each option is a property. */
export interface PaystepCheckoutElement extends Writable<ElementOptions> {}

defineOptions(PaystepCheckoutElement.prototype);

declare global {
  interface HTMLElementTagNameMap {
    'paystep-checkout': PaystepCheckoutElement;
  }
}
