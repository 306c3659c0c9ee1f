import { expect, it } from 'vitest';
import { formatDate, formatDay, plainAmount } from './format.ts';
import { namedCountries } from './namedCountries.ts';

const AT = Date.UTC(2026, 11, 3, 12, 59);

it('names the zone of a time, which is the customer’s own', () => {
  const [zone] = new Intl.DateTimeFormat('en', { timeZoneName: 'short' })
    .formatToParts(AT)
    .filter(({ type }) => type === 'timeZoneName');
  expect(zone?.value).toBeTruthy();
  expect(formatDate(AT, 'en')).toContain(zone?.value);
  expect(formatDate(AT, 'ja')).toContain('2026年12月');
});

it('names no zone of a day alone', () => {
  expect(formatDay(AT, 'en')).toMatch(/^December [34], 2026$/);
});

it.each(['en_US', 'en_US.UTF-8', 'de_DE@euro', 'zh_CN', 'C', '', 'no such locale'])(
  'writes times, amounts and countries in the locale "%s", which is not as Intl has it',
  (locale) => {
    expect(formatDate(AT, locale)).toContain('2026');
    expect(formatDay(AT, locale)).toContain('2026');
    expect(plainAmount(2099, 'usd', locale)).toMatch(/^20[.,]99$/);
    expect(namedCountries(['US'], locale)[0]?.[1]).not.toBe('US');
  },
);
