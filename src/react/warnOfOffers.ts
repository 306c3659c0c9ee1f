import { closestWord, safeValue } from '../checkout/checkOptions.ts';
import { warnOnce } from '../gateway/warnOnce.ts';
import type { UnofferedTypes } from '../method/index.ts';

/** Says in the console what keeps a method from the list that the developer can mend. */
export type WarnOfOffers = (unoffered: UnofferedTypes) => void;

export const warnOfOffers: WarnOfOffers = ({
  missingReturnUrl,
  missingCreator,
  unknown,
  allowed,
  known,
}) => {
  const returning = missingReturnUrl.join(', ');
  if (returning) {
    warnOnce(
      `${returning} cannot be offered without a return URL. Give "return-url" (returnUrl in React), the URL of your return page.`,
    );
  }
  const made = missingCreator.join(', ');
  if (made) {
    warnOnce(
      `${made} cannot be offered without createPaymentMethod, which makes a payment method of the gateway's own fields. Give it, or leave ${made} out by paymentMethodTypes.`,
    );
  }
  for (const type of unknown) {
    const near = closestWord(type, [...allowed, ...known]);
    const cure = near ? `Did you mean ${near}?` : `The intent takes: ${allowed.join(', ')}.`;
    warnOnce(
      `paymentMethodTypes names ${safeValue(type)}, which is no payment method type that is known. ${cure}`,
    );
  }
};
