import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localeTag } from './locale.ts';

describe('localeTag', () => {
  it.each([
    ['en_US', 'en-US'],
    ['en-us', 'en-US'],
    ['zh_CN', 'zh-CN'],
    ['zh_Hans_CN', 'zh-Hans-CN'],
    ['en_US.UTF-8', 'en-US'],
    ['de_DE@euro', 'de-DE'],
    ['de_DE.ISO-8859-15@euro', 'de-DE'],
    ['sr_RS@latin', 'sr-RS'],
    ['pt_br', 'pt-BR'],
    ['in', 'id'],
  ])('reads %s as %s', (locale, tag) => {
    expect(localeTag(locale)).toBe(tag);
  });

  it.each([
    ...['', 'C', 'C.UTF-8', '_', '-', 'e', 'no such locale', 'en-', '__proto__', 'en--US', '🇩🇪'],
    ...[undefined, null, 5, {}, Symbol.iterator],
  ])('takes %s for none', (locale) => {
    expect(localeTag(locale as string)).toBeUndefined();
  });

  it('never gives what Intl does not take', () => {
    const written = fc.oneof(fc.string(), fc.stringMatching(/^[a-zA-Z0-9_.@-]{1,20}$/));
    fc.assert(
      fc.property(written, (locale) => {
        expect(() => new Intl.DateTimeFormat(localeTag(locale))).not.toThrow();
      }),
    );
  });
});
