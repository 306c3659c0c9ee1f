import { CHECKS, type Check, nameOf, safeValue, warnOfOptions } from '../checkout/checkOptions.ts';
import { TYPE_CHECKS } from '../checkout/checkTypes.ts';
import type { OptionCheckInput } from '../checkout/optionCheckInput.ts';
import { localeTag } from '../intent/index.ts';
import { LOCALES, pickLocale } from '../locales/index.ts';

/** Options that are one of a few words, and what counts in place of another. */
const WORDS = {
  redirect: { words: ['auto', 'button', 'popup'], else: 'it counts as auto' },
  theme: { words: ['light', 'dark', 'auto'], else: 'it looks as the page around does' },
  setupFutureUsage: { words: ['on_session', 'off_session'], else: 'nothing is kept' },
} as const;

const oneOf =
  (option: keyof typeof WORDS): Check =>
  (facts) => {
    const value = facts.options[option];
    const { words, else: otherwise } = WORDS[option];
    if (!value || (words as readonly unknown[]).includes(value)) return [];
    return [
      `${nameOf(option, facts)} is ${safeValue(value)}, so ${otherwise}. Give one of: ${words.join(', ')}.`,
    ];
  };

const LOCALE: Check = (facts) => {
  const { locale } = facts.options;
  if (!locale) return [];
  const tag = String(locale).replace(/_/g, '-');
  if (!isTag(tag)) {
    return [
      `locale is ${safeValue(locale)}, which is no language tag. Give one such as de or pt-BR.`,
    ];
  }
  if (pickLocale([tag]).locale !== 'en' || /^en(-|$)/i.test(tag) || facts.options.messages)
    return [];
  return [
    `locale is ${safeValue(locale)}, for which there are no words, so the customer reads English. There are: ${LOCALES.join(', ')}; others by messages.`,
  ];
};

function isTag(tag: string): boolean {
  return localeTag(tag) !== undefined;
}

const METHOD_TYPES: Check = (facts) => {
  const { paymentMethodTypes: types } = facts.options;
  if (types === undefined || types === null || Array.isArray(types)) return [];
  return ['paymentMethodTypes is no list. Give payment method types: ["wechat_pay", "card"].'];
};

const CONSENT: Check = (facts) => {
  const { clientSecret, consent, setupFutureUsage } = facts.options;
  if (!setupFutureUsage) return [];
  const name = nameOf('setupFutureUsage', facts);
  if (/^seti_/.test(String(clientSecret))) {
    return [`${name} is not sent for a SetupIntent. Create it with usage instead.`];
  }
  return consent
    ? []
    : [`${name} is not sent without consent. Give it the text that the customer agrees to.`];
};

/** What may be wrong with a checkout that shows itself. */
export const VIEW_CHECKS = {
  ...CHECKS,
  ...TYPE_CHECKS,
  redirect: oneOf('redirect'),
  theme: oneOf('theme'),
  setupFutureUsage: oneOf('setupFutureUsage'),
  locale: LOCALE,
  paymentMethodTypes: METHOD_TYPES,
  consent: CONSENT,
} satisfies Record<string, Check>;

/** Warns of all that is wrong with the options of one. */
export const warnOfViewOptions = (facts: OptionCheckInput) => warnOfOptions(facts, VIEW_CHECKS);
