import { PaystepCheckoutElement } from './element.ts';
import { type ElementOptions, OPTIONS } from './options.ts';

/** A checkout on the page, to be changed and taken away again. */
export interface Mounted {
  /** Reads the PaymentIntent at once; settles when the answer is in the state. */
  readonly refetch: () => Promise<void>;
  /** Changes what is given and keeps the rest; an option that is null or undefined goes. */
  readonly update: (options: ElementOptions) => void;
  /** Takes the checkout off the page; nothing is called back after it. */
  readonly unmount: () => void;
}

/** Who has mounted last: what another script has taken over is not its first owner's any more. */
const owners = new WeakMap<Element, object>();

/** No option of an earlier mount stays, unless it is given again. */
const NO_OPTIONS = Object.fromEntries(OPTIONS.map((name) => [name, null]));

/**
 * Puts a checkout into `target`, an element or a selector. Where there is one already, as after
 * Turbo's Back or a script that runs twice, it goes on with these options in place of its own.
 *
 * @example
 * const checkout = Paystep.mount('#pay', {
 *   gateway: 'stripe',
 *   publishableKey: 'pk_test_…',
 *   clientSecret,
 *   onSuccess: () => location.assign('/thanks'),
 * });
 * checkout.update({ locale: 'de' });
 * @throws {TypeError} where the page has no such element.
 */
export function mount(target: Element | string, options: ElementOptions = {}): Mounted {
  const place = typeof target === 'string' ? find(target) : target;
  if (!(place instanceof Element)) {
    throw new TypeError(
      `Paystep.mount: there is no element ${typeof target === 'string' ? `"${target}"` : target} on this page. Give an element, or a selector of one that is already there.`,
    );
  }
  const element = checkoutIn(place) ?? document.createElement('paystep-checkout');
  if (!(element instanceof PaystepCheckoutElement)) {
    throw new TypeError(
      'Paystep.mount: <paystep-checkout> is not registered. Import "paystep/embed/define" first.',
    );
  }
  const owner = {};
  const asOwner = <T>(act: () => T) => (owners.get(element) === owner ? act() : undefined);
  owners.set(element, owner);
  configure(element, { ...NO_OPTIONS, ...options });
  if (element.parentNode) element.reportAgain();
  // A form may have a field of that name.
  else Element.prototype.append.call(place, element);
  return {
    refetch: async () => asOwner(() => element.refetch()),
    update: (changes) => asOwner(() => configure(element, changes)),
    unmount: () => asOwner(() => element.remove()),
  };
}

/** The element of a selector; none, too, where it is no selector. */
function find(selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}

/** The checkout that a place is or holds; of several the first stays. */
function checkoutIn(place: Element): PaystepCheckoutElement | undefined {
  // A form may have a field of the name `children`.
  const children = Element.prototype.querySelectorAll.call(place, ':scope > paystep-checkout');
  const all = [place, ...children].filter((it) => it instanceof PaystepCheckoutElement);
  for (const other of all.slice(1)) other.remove();
  return all[0];
}

/** A name that is none becomes a property all the same, so that the console can tell of it. */
function configure(element: PaystepCheckoutElement, options: ElementOptions): void {
  for (const [name, value] of Object.entries(options)) {
    const isOption = (OPTIONS as readonly string[]).includes(name);
    if (isOption || !(name in element)) Reflect.set(element, name, value);
  }
  element.checkOptions();
}
