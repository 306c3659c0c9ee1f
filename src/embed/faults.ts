import { unknownNamesIn } from '../checkout/checkOptions.ts';
import type { UnknownName } from '../checkout/optionFacts.ts';
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
 * file has `embed/loadFaults.ts` in its place, which knows only that something is odd, and this
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
    unknownNames: [
      ...othersOf(element),
      ...unknownNamesIn(callbacks, Object.keys(CALLBACKS), 'callback'),
    ],
    isWaiting,
  });
};

/** Attributes and properties that may be meant for Paystep, which knows none of their names. */
function othersOf(element: Element): UnknownName[] {
  const attributes = element
    .getAttributeNames()
    .filter((name) => !OBSERVED.includes(name) && !FOREIGN.test(name))
    .map((name): UnknownName => ({ name, kind: 'attribute' }));
  const properties = Object.keys(element).map((name): UnknownName => ({ name, kind: 'property' }));
  return [...attributes, ...properties];
}
