import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LOCALES, pickLocale } from './pickLocale.ts';

it.each([
  ['en-GB', 'en'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['zh-Hant', 'zh-Hant'],
  ['ZH_tw', 'zh-Hant'],
  ['pt', 'pt-BR'],
  ['pt-BR', 'pt-BR'],
  ['pt-US', 'pt-BR'],
  ['pt-PT', 'pt-PT'],
  ['pt-Latn-AO', 'pt-PT'],
  ['pt_MZ', 'pt-PT'],
  ['no', 'nb'],
  ['nn-NO', 'nb'],
  ['nb-NO', 'nb'],
  ['iw-IL', 'he'],
  ['he-IL', 'he'],
  ['hi-IN', 'hi'],
  ['nl-BE', 'nl'],
  ['tl-PH', 'fil'],
  ['fil', 'fil'],
  ['in-ID', 'id'],
  ['de-AT', 'de'],
  ['ar-EG-u-nu-latn', 'ar'],
  ['sk', 'en'],
  ['', 'en'],
  ['constructor', 'en'],
])('speaks to %s in %s', (tag, locale) => {
  expect(pickLocale([tag]).locale).toBe(locale);
});

it('takes the first language that it knows, and keeps the region for money and dates', () => {
  expect(pickLocale(['eu-ES', 'fr-BE', 'en'])).toEqual({ locale: 'fr', tag: 'fr-BE' });
});

it('knows each of its languages by its own name', () => {
  for (const locale of LOCALES) expect(pickLocale([locale]).locale).toBe(locale);
});

it('always finds one, whatever the browser prefers', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (languages) => {
      expect(LOCALES).toContain(pickLocale(languages).locale);
    }),
  );
});
