import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { loadLocale } from '#loadLocale';
import { type IntentKind, localeTag } from '../../intent/index.ts';
import {
  type Locale,
  type MessageOverrides,
  type Messages,
  pickLocale,
} from '../../locales/index.ts';
import { messagesFor } from './messagesFor.ts';

/** So long a customer waits for their language; then English goes on until it is there. */
const PATIENCE_MS = 2_000;

const loaded = new Map<Locale, Messages>();
const requested = new Set<Locale>();
/** Waited for long enough, or not to be had. */
const missed = new Set<Locale>();
const listeners = new Set<() => void>();

export interface Language {
  /** Null while the language is on its way. */
  readonly messages: Messages | null;
  /** For money and dates: the language of the words, with the region that was asked for. */
  readonly locale: string | undefined;
}

/**
 * The words of the shop's language (`locale`), else the page's, else the browser's.
 *
 * @param english what there is of it already: the script tag has the rest in its lazy files.
 * @param overrides single texts in place of the language's own; or a whole language, which is then not loaded.
 * @param kind whether a payment method is paid with, or saved, which has words of its own.
 */
export function useLanguage(
  locale: string | undefined,
  overrides: MessageOverrides | undefined,
  english: Messages,
  kind: IntentKind | undefined,
): Language {
  const chosen = localeTag(locale) ?? localeTag(overrides?.lang);
  // A server knows the shop's choice alone, and a browser begins with what the server has drawn.
  const wanted = useSyncExternalStore(
    never,
    () => chosen ?? pageLanguages(),
    () => chosen ?? '',
  );
  const { locale: picked, tag } = useMemo(() => pickLocale(wanted.split(',')), [wanted]);
  const isComplete = overrides?.lang !== undefined && overrides.unsupported !== undefined;
  const state = useSyncExternalStore(
    subscribe,
    () => stateOf(picked),
    () => (picked === 'en' ? 'there' : 'coming'),
  );
  useEffect(() => {
    if (picked !== 'en' && !isComplete) request(picked);
  }, [picked, isComplete]);

  const messages = useMemo(() => {
    const words = picked === 'en' ? english : loaded.get(picked);
    const language = words ?? (state === 'missed' ? english : null);
    if (isComplete) return messagesFor(kind, overrides as Messages, undefined, english);
    return language && messagesFor(kind, language, overrides, english);
  }, [isComplete, overrides, picked, english, state, kind]);
  // What the shop has said counts for money and dates even where there are no words for it.
  const language = { messages, locale: chosen ?? (wanted ? tag : undefined) };
  const last = useRef({ language, kind });
  useEffect(() => {
    if (language.messages) last.current = { language, kind };
  });
  // While another language is on its way, the one before stays: a form keeps what is in it.
  return messages || last.current.kind !== kind ? language : last.current.language;
}

const never = () => () => {};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const stateOf = (locale: Locale) => {
  if (locale === 'en' || loaded.has(locale)) return 'there';
  return missed.has(locale) ? 'missed' : 'coming';
};

function pageLanguages(): string {
  return document.documentElement.lang || navigator.languages.join();
}

function request(locale: Exclude<Locale, 'en'>): void {
  if (requested.has(locale)) return;
  requested.add(locale);
  const tell = (names: Set<Locale> | null, messages?: Messages) => {
    names?.add(locale);
    if (messages) loaded.set(locale, messages);
    for (const listener of [...listeners]) listener();
  };
  setTimeout(() => tell(missed), PATIENCE_MS);
  loadLocale(locale).then(
    (messages) => tell(null, messages),
    (error) => {
      console.error(`Paystep: the words for "${locale}" could not be loaded.`, error);
      // Another checkout on this page may find a better connection.
      requested.delete(locale);
      tell(missed);
    },
  );
}
