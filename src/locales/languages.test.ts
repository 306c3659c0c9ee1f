import { describe, expect, it } from 'vitest';
import { en, type Messages } from './en.ts';
import { loadLocale } from './loadLocale.ts';
import { LOCALES, type Locale } from './pickLocale.ts';

type Text = string | ((...parameters: string[]) => string);

/** Every text with its path: `pay.fields.name`. */
function textsOf(messages: object, path = ''): [string, Text][] {
  return Object.entries(messages).flatMap(([name, value]): [string, Text][] => {
    const fullPath = path ? `${path}.${name}` : name;
    return typeof value === 'object' ? textsOf(value, fullPath) : [[fullPath, value]];
  });
}

/** What a language may leave untranslated: names, and international words. */
const SAME =
  /^(lang|dir|methods|apps|accounts|details|pay\.fields\.(vpa|email|bank|postalCode)|pay\.(now|card|bankTransfer))(\.|$)/;

const GAP = /undefined|null|^\s|\s\s|\s$|\(\)|（）/;

/** As many as any text takes. */
const SAMPLE_WORDS = ['NAME', 'AMOUNT', 'REST'];

const English = new Map(textsOf(en));
const filled = (text: Text, values: readonly string[]) =>
  typeof text === 'function' ? text(...values) : text;

const others = LOCALES.filter((locale): locale is Exclude<Locale, 'en'> => locale !== 'en');

describe.each(others)('the words in %s', (locale) => {
  const values = () => loadLocale(locale);

  it('say in which language and direction they are', async () => {
    const { lang, dir } = await values();
    expect(lang).toBe(locale);
    expect(dir).toBe(/^(ar|he)$/.test(locale) ? 'rtl' : 'ltr');
  });

  it('are complete, and none is empty or still English', async () => {
    const texts = new Map(textsOf(await values()));
    for (const [path, text] of English) {
      if (/^(methods|apps)\./.test(path)) continue;
      const translation = texts.get(path);
      expect(translation, path).toBeDefined();
      const [translated, english] = [translation ?? '', text].map((each) =>
        filled(each, SAMPLE_WORDS),
      );
      expect(translated?.trim(), path).not.toBe('');
      if (!SAME.test(path)) expect(translated, path).not.toBe(english);
    }
  });

  it('contain their parameters wherever the English ones do', async () => {
    const texts = new Map(textsOf(await values()));
    for (const [path, text] of English) {
      if (typeof text !== 'function') continue;
      const parameters = SAMPLE_WORDS.slice(0, text.length);
      const translation = filled(texts.get(path) as Text, parameters);
      for (const value of parameters) expect(translation, path).toContain(value);
      // A parameter that may be missing needs another sentence, not a gap.
      const nothing = parameters.map(() => '');
      const isOptional =
        filled(text, nothing) !== filled(text, parameters).replace(/NAME|AMOUNT|REST/g, '');
      if (isOptional) expect(filled(texts.get(path) as Text, nothing), path).not.toMatch(GAP);
    }
  });
});

it('English is the type of all', () => {
  const messages: Messages = en;
  expect(textsOf(messages).length).toBeGreaterThan(200);
});
