import { othersIn } from '../checkout/faults.ts';
import type { Other } from '../checkout/given.ts';
import { tellViewFaults } from '../react/faults.ts';
import { FOREIGN } from './foreign.ts';
import { ATTRIBUTES, CALLBACKS, type ElementCallbacks, OBSERVED } from './settings.ts';

export type TellFaults = (
  element: Element,
  callbacks: ElementCallbacks,
  /** Whether it has been there for long enough to have all that it needs. */
  isWaiting: boolean,
) => void;

/**
 * Has said in the console what is wrong with an element. On npm at hand; the script tag's first
 * file has `embed/lazy/faults.ts` in its place, which knows only that something is odd, and this
 * comes with the second.
 */
export const tellFaults: TellFaults = (element, callbacks, isWaiting) => {
  const options = Object.fromEntries(
    Object.entries(ATTRIBUTES).map(([name, attribute]) => [name, element.getAttribute(attribute)]),
  );
  const { gateway, publishableKey, apiBase } = options;
  tellViewFaults({
    isElement: true,
    gateway: { name: gateway ?? '', baseUrl: apiBase ?? '', publishableKey: publishableKey ?? '' },
    names: Object.keys({ ...ATTRIBUTES, ...CALLBACKS }),
    options: { ...options, paymentMethodTypes: null, messages: callbacks.messages },
    others: [...othersOf(element), ...othersIn(callbacks, Object.keys(CALLBACKS), 'callback')],
    isWaiting,
  });
};

/** Attributes and properties that may be meant for Paystep, which knows none of their names. */
function othersOf(element: Element): Other[] {
  const attributes = element
    .getAttributeNames()
    .filter((name) => !OBSERVED.includes(name) && !FOREIGN.test(name))
    .map((name): Other => ({ name, kind: 'attribute' }));
  const properties = Object.keys(element).map((name): Other => ({ name, kind: 'property' }));
  return [...attributes, ...properties];
}
