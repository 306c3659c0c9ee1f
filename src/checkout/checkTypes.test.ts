import { describe, expect, it } from 'vitest';
import { TYPE_CHECKS, usableOptions } from './checkTypes.ts';

const linesOf = (options: Record<string, unknown>, isElement = false) =>
  Object.values(TYPE_CHECKS).flatMap((check) =>
    check({
      isElement,
      gateway: { name: 'stripe', baseUrl: '', publishableKey: '' },
      names: [],
      options,
      unknownNames: [],
      isWaiting: false,
    }),
  );

describe('a value of a wrong type', () => {
  it.each<[Record<string, unknown>, RegExp]>([
    [{ onSuccess: 'done' }, /onSuccess is no function, and is not called: it is a string/],
    [{ messages: ['x'] }, /messages is no object: it is a list/],
    [{ clientSecret: 7 }, /clientSecret is no text: it is a number/],
    [{ customer: { email: {} } }, /customer\.email is no text/],
    [{ returnUrl: ' javascript:alert(1)' }, /returnUrl is its value, which is no URL/],
  ])('is told with its name: %j', (options, words) => {
    expect(linesOf(options)).toEqual([expect.stringMatching(words)]);
  });

  it('is told by the name that an attribute has', () => {
    expect(linesOf({ updatesUrl: '::' }, true)).toEqual([
      expect.stringMatching(/^updates-url is "::"/),
    ]);
  });

  it('is not quoted, since it may be a customer’s or a secret', () => {
    const lines = linesOf({ customer: { 'ana@shop.example': 7 }, messages: 'pi_1_secret_2' });
    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toMatch(/ana|secret/);
  });

  it('counts as not given, but for what has to be given', () => {
    const onError = () => {};
    const options = { onChange: 'x', onError, messages: 'de', clientSecret: 7, locale: 'de' };
    expect(usableOptions<object>(options)).toEqual({ onError, clientSecret: 7, locale: 'de' });
  });
});

it.each<Record<string, unknown>>([
  {},
  { onChange: null, messages: undefined, returnUrl: '', customer: { name: undefined } },
  { returnUrl: '/thanks', updatesUrl: 'https://shop.example/updates', apiBase: '/api' },
  { returnUrl: 'shop.example://thanks', customer: { name: 'Ana' }, onRetry: () => {} },
])('what is right is not told: %j', (options) => {
  expect(linesOf(options)).toEqual([]);
});
