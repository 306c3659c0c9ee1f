import { describe, expect, it } from 'vitest';
import { parseNextAction } from './nextAction.ts';

const payload = { url: 'https://bank.example/3ds', return_url: 'https://shop.example/return' };

describe('parseNextAction', () => {
  it.each([
    ['null', null],
    ['an absent key', undefined],
    ['"", as WooshPay writes it', ''],
    ['blanks', '  '],
    ['the string "null"', 'null'],
    ['a broken string', '{"type":'],
    ['an empty object', {}],
    ['nothing but nulls', { type: null, redirect_to_url: null }],
    ['a list', [{ type: 'redirect_to_url' }]],
    ['a number', 3],
  ])('finds no action in %s', (_, input) => {
    expect(parseNextAction(input)).toBeNull();
  });

  it.each([
    ['as the documents say', { type: 'ddc_redirect', ddc_redirect: payload }],
    ['that is a JSON string', JSON.stringify({ type: 'ddc_redirect', ddc_redirect: payload })],
    ['in a JSON string with blanks', ` ${JSON.stringify({ ddc_redirect: payload })}\n`],
    ['with its payload as a JSON string', { ddc_redirect: JSON.stringify(payload) }],
    ['without a type', { ddc_redirect: payload }],
    ['with "" as its type', { type: '', ddc_redirect: payload }],
    ['with null siblings', { type: 'ddc_redirect', redirect_to_url: null, ddc_redirect: payload }],
    ['with "" as siblings', { type: 'ddc_redirect', redirect_to_url: '', ddc_redirect: payload }],
    [
      'whose type names a null',
      { type: 'redirect_to_url', redirect_to_url: null, ddc_redirect: payload },
    ],
    ['whose type names no key', { type: 'redirect_to_url', ddc_redirect: payload }],
    ['whose type is an inherited name', { type: '__proto__', ddc_redirect: payload }],
  ])('reads a next action %s', (_, input) => {
    expect(parseNextAction(input)).toEqual({ type: 'ddc_redirect', payload });
  });

  it("goes by the key where the type disagrees, as in WooshPay's GCash example", () => {
    const url = 'https://open-sea-global.alipayplus.com/api/open/v1/ac/cashier/x';
    const input = { type: 'redirect_to_url', gcash_handle_redirect: { url } };
    expect(parseNextAction(input)).toEqual({ type: 'gcash_handle_redirect', payload: { url } });
  });

  it('goes by the type where several payloads are there', () => {
    const input = { type: 'b', a: { url: 'https://a.example' }, b: payload };
    expect(parseNextAction(input)).toEqual({ type: 'b', payload });
  });

  it('keeps a type without payload, so that it can be named', () => {
    expect(parseNextAction({ type: 'blik_authorize', blik_authorize: null })).toEqual({
      type: 'blik_authorize',
      payload: {},
    });
  });

  it('does not guess between two payloads that no type names', () => {
    expect(parseNextAction({ a: payload, b: payload })).toBeNull();
  });
});
