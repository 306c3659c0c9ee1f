import type { Locale, Messages } from '../../locales/index.ts';
import { loadAsset } from '../assets.ts';

/** Takes the place of `locales/loadLocale.ts` in the script tag: the languages lie beside the script. */
export async function loadLocale(locale: Exclude<Locale, 'en'>): Promise<Messages> {
  const file = await loadAsset(`locales/${locale}.js`);
  return (file as { readonly messages: Messages }).messages;
}
