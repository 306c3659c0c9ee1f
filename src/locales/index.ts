export { en, firstMessages, lazyMessages, type MessageOverrides, type Messages } from './en.ts';
export { appName, methodName } from './methods.ts';
export { LOCALES, type Locale, pickLocale } from './pickLocale.ts';
