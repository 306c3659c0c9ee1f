declare const folded: unique symbol;

/** What was entered, as it may be checked and sent. Only {@link normalizeInput} makes one. */
export type Folded = string & { readonly [folded]: true };

/**
 * How a field is read:
 * - `words`: by people (a name, a street), with the letters and marks that their language writes
 * - `characters`: by a machine (a number, a code, an e-mail address)
 */
export type InputNormalization = 'words' | 'characters';

/** What nobody sees: marks of direction, soft hyphens, zero-width characters, half a pair. */
const INVISIBLE = /[\p{Cf}\p{Cs}\p{DI}]/gu;

/** The same without the marks that words of some scripts are written with. */
const STRAY =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0001}-\u{e007f}\p{Cs}]/gu;

/** Joiners shape letters in Persian, Sinhala and others (UAX 31, 2.3); elsewhere they are stray. */
const JOINERS = /(^|[^\p{L}\p{M}\u200c\u200d])[\u200c\u200d]+|[\u200c\u200d]+(?![\p{L}\p{M}])/gu;

/** A Latin letter with its marks, which a joiner among them would keep from being composed. */
const LATIN = /\p{sc=Latin}[\p{M}\u200c\u200d]+/gu;

const withoutJoiners = (text: string) =>
  text.replace(LATIN, (letter) => letter.replace(/[\u200c\u200d]/g, '')).replace(JOINERS, '$1');

/** Other forms of the same letters: full and half width, ligatures, Arabic's as printed, "fonts". */
const FORMS = /[\ufb00-\ufdff\ufe30-\ufefe\uff01-\uffee\u{1d400}-\u{1d7ff}]+/gu;

/**
 * Composes letters and their accents. Compatibility ideographs are left alone: they are how some
 * Japanese families write their names, and any normal form would replace them.
 */
const composed = (text: string) =>
  text.replace(/[^\uf900-\ufaff\u{2f800}-\u{2fa1f}]+/gu, (run) => run.normalize('NFC'));

const READINGS: Readonly<Record<InputNormalization, (text: string) => string>> = {
  words: (text) =>
    composed(
      withoutJoiners(text.replace(FORMS, (run) => run.normalize('NFKC')).replace(STRAY, '')),
    ),
  characters: (text) =>
    text
      .replace(INVISIBLE, '')
      .normalize('NFKC')
      .replace(/[\p{Pd}\u2212]/gu, '-'),
};

const isDigit = (code: number) => /\p{Nd}/u.test(String.fromCodePoint(code));

/** Each script has its ten digits in a row, 0 first (Unicode Standard, 4.6). */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (isDigit(code - value - 1)) value++;
  return String(value % 10);
}

/** What was typed or pasted, without what only an input method or another program has put into it. */
export function normalizeInput(entered: string, reading: InputNormalization): Folded {
  const text = READINGS[reading](entered)
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return text as Folded;
}
