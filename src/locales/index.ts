export {
  en,
  firstMessages,
  formMessages,
  type MessageOverrides,
  type Messages,
  stepMessages,
} from './en.ts';
export { appName, methodName } from './methods.ts';
export { LOCALES, type Locale, pickLocale } from './pickLocale.ts';
