import type { UnknownName } from '../checkout/optionCheckInput.ts';
import { isGateway } from '../gateway/customGateway.ts';
import { warnOfViewOptions } from '../react/checkViewOptions.ts';
import { isIgnoredAttribute } from './ignoredAttributes.ts';
import { type KnownOptions, OBSERVED, OPTIONS } from './options.ts';

export type CheckElement = (
  element: Element,
  options: KnownOptions,
  /** Whether it has been there for long enough to have all that it needs. */
  isWaiting: boolean,
) => void;

/**
 * Has said in the console what is wrong with an element. On npm at hand; the script tag's first
 * file has `embed/lazy/checkElement.ts` in its place, which knows only that something is odd, and this
 * comes with the steps.
 */
export const checkElement: CheckElement = (element, options, isWaiting) => {
  const { gateway, apiBase, publishableKey, account } = options;
  warnOfViewOptions({
    isElement: true,
    gateway: isGateway(gateway)
      ? { name: 'custom', baseUrl: '', publishableKey: '', ...gateway }
      : {
          name: String(gateway ?? ''),
          baseUrl: apiBase ?? '',
          publishableKey: publishableKey ?? '',
          account,
        },
    names: OPTIONS,
    // The element's language may be its place's, which nobody has given to it.
    options: { ...options, locale: element.getAttribute('locale'), paymentMethodTypes: null },
    unknownNames: othersOf(element),
    isWaiting,
  });
};

/** Attributes and properties that may be meant for Paystep, which knows none of their names. */
function othersOf(element: Element): UnknownName[] {
  const attributes = element
    .getAttributeNames()
    .filter((name) => !OBSERVED.includes(name) && !isIgnoredAttribute(name, element))
    .map((name): UnknownName => ({ name, kind: 'attribute' }));
  const properties = Object.keys(element).map((name): UnknownName => ({ name, kind: 'property' }));
  return [...attributes, ...properties];
}
