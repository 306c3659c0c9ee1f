import type { IntentKind } from '../../intent/index.ts';
import type { MessageOverrides, Messages } from '../../locales/index.ts';
import { mergeMessages } from './mergeMessages.ts';

/**
 * What views read: a language's texts, and the shop's own in place of some. Those of a SetupIntent take
 * the place of a payment's (`messages.setup`); the shop's come last in both.
 *
 * @param english where a language has no texts for a SetupIntent.
 * @returns null where those are not there yet: no text is better than a payment's.
 */
export function messagesFor(
  kind: IntentKind | undefined,
  language: Messages,
  overrides: MessageOverrides | undefined,
  english: Messages,
): Messages | null {
  if (kind !== 'setup') return overrides ? mergeMessages(language, overrides) : language;
  const setup: Partial<Messages['setup']> | undefined = language.setup ?? english.setup;
  const layers: readonly (object | undefined)[] = [setup, overrides, overrides?.setup];
  // The form has those of every screen; the steps may come before it.
  return setup?.payment
    ? layers.reduce((merged: Messages, texts = {}) => mergeMessages(merged, texts), language)
    : null;
}
