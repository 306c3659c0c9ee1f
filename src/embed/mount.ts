import { PaystepCheckoutElement } from './element.tsx';
import { ATTRIBUTES, type AttributeName, type ElementCallbacks } from './settings.ts';

type Text = Exclude<AttributeName, 'initialIntent' | 'paymentMethodTypes'>;

/**
 * The element's attributes in camelCase, and the callbacks. `initialIntent` may be an object,
 * `paymentMethodTypes` a list.
 */
export interface MountOptions
  extends Partial<Record<Text, string | null | undefined>>,
    ElementCallbacks {
  readonly initialIntent?: unknown;
  readonly paymentMethodTypes?: string | readonly string[] | null | undefined;
}

/** A checkout on the page, to be changed and taken away again. */
export interface Mounted {
  /** Reads the PaymentIntent at once. */
  readonly refetch: () => void;
  /** Changes what is given and keeps the rest. */
  readonly update: (options: MountOptions) => void;
  /** Takes the checkout off the page; nothing is called back after it. */
  readonly unmount: () => void;
}

/** Who has mounted last: what another script has taken over is not its first owner's any more. */
const owners = new WeakMap<Element, object>();

/** No attribute of an earlier mount stays, unless it is given again. */
const NOTHING = Object.fromEntries(Object.keys(ATTRIBUTES).map((name) => [name, null]));

/**
 * Puts a checkout into `target`, an element or a selector. Where there is one already, as after
 * Turbo's Back or a script that runs twice, it goes on with these options in place of its own.
 * @throws {TypeError} where the page has no such element.
 */
export function mount(target: Element | string, options: MountOptions = {}): Mounted {
  const place = typeof target === 'string' ? document.querySelector(target) : target;
  if (!(place instanceof Element)) {
    throw new TypeError(
      `Paystep.mount: there is no element ${typeof target === 'string' ? `"${target}"` : ''} on this page. Give an element, or a selector of one that is already there.`,
    );
  }
  const element = held(place) ?? document.createElement('paystep-checkout');
  if (!(element instanceof PaystepCheckoutElement)) {
    throw new TypeError(
      'Paystep.mount: <paystep-checkout> is not registered. Import "paystep/embed/define" first.',
    );
  }
  const owner = {};
  const asOwner = (act: () => void) => () => {
    if (owners.get(element) === owner) act();
  };
  owners.set(element, owner);
  element.callbacks = {};
  configure(element, { ...NOTHING, ...options });
  if (element.parentNode) element.tellAgain();
  // A form may have a field of that name.
  else Element.prototype.append.call(place, element);
  return {
    refetch: asOwner(() => element.refetch()),
    update: (changes) => asOwner(() => configure(element, changes))(),
    unmount: asOwner(() => element.remove()),
  };
}

/** The checkout that a place is or holds; of several the first stays. */
function held(place: Element): PaystepCheckoutElement | undefined {
  // A form may have a field of the name `children`.
  const children = Element.prototype.querySelectorAll.call(place, ':scope > paystep-checkout');
  const all = [place, ...children].filter((it) => it instanceof PaystepCheckoutElement);
  for (const other of all.slice(1)) other.remove();
  return all[0];
}

function configure(element: PaystepCheckoutElement, options: MountOptions): void {
  const callbacks: Record<string, unknown> = { ...element.callbacks };
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(ATTRIBUTES, name)) callbacks[name] = value;
    else setAttribute(element, ATTRIBUTES[name as AttributeName], value);
  }
  element.callbacks = callbacks;
}

function setAttribute(element: Element, name: string, value: unknown): void {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, textOf(value));
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
