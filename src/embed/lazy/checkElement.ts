import { pickLocale } from '../../locales/index.ts';
import type { CheckElement } from '../checkElement.ts';
import { isIgnoredAttribute } from '../ignoredAttributes.ts';
import { type KnownOptions, OBSERVED } from '../options.ts';
import { isMixedUp } from './secretHint.ts';
import { loadElementChecks } from './useLazyViews.ts';

/**
 * Takes the place of `embed/checkElement.ts` in the script tag's first file: looks whether anything is
 * odd, and has the file of the steps say what. A right page loads nothing for it.
 */
export const checkElement: CheckElement = async (element, options, isWaiting) => {
  const check = await loadElementChecks(mayHaveMistakes(element, options, isWaiting));
  check?.(element, options, isWaiting);
};

/** Each gateway's own name is in its hosts, and in the sandbox's paths. */
const GATEWAY = /stripe|wooshpay/;

/** Whether there is anything to say, as far as it costs little to see. */
export function mayHaveMistakes(
  element: Element,
  options: KnownOptions,
  isWaiting: boolean,
): unknown {
  const { gateway, apiBase, publishableKey, account, redirect, theme, setupFutureUsage } = options;
  const locale = element.getAttribute('locale');
  const named = GATEWAY.exec(apiBase ?? '');
  return (
    (options.clientSecret ? isMixedUp(options) : isWaiting) ||
    element
      .getAttributeNames()
      .some((name) => !OBSERVED.includes(name) && !isIgnoredAttribute(name, element)) ||
    Object.keys(element).some((name) => /^[a-z]+$/i.test(name)) ||
    (account && gateway !== 'stripe') ||
    (redirect && !/^(auto|button|popup)$/.test(redirect)) ||
    (theme && !/^(auto|light|dark)$/.test(theme)) ||
    (setupFutureUsage && !(options.consent && /^o(n|ff)_session$/.test(setupFutureUsage))) ||
    (locale && !/^en\b/i.test(locale) && pickLocale([locale]).locale === 'en') ||
    (named && (named[0] !== gateway || /api(test)?\.w/.test(String(apiBase)))) ||
    (/^pk_live/.test(String(publishableKey)) && !isSecureContext)
  );
}
