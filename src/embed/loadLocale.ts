import type { Locale, Messages } from '../locales/index.ts';
import { besideScript } from './late.ts';

/** Set by the build: so that a cache does not pair the script with another version's words. */
declare const PAYSTEP_VERSION: string;

/** Takes the place of `locales/load.ts` in the script tag: the languages lie beside the script. */
export async function loadLocale(locale: Exclude<Locale, 'en'>): Promise<Messages> {
  const file = await besideScript(`./locales/${locale}.js?v=${PAYSTEP_VERSION}`);
  return (file as { readonly messages: Messages }).messages;
}
