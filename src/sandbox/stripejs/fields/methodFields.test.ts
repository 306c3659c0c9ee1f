import { expect, it } from 'vitest';
import { stripeMethods } from '../../methods/stripeMethods.ts';
import { methodFields, methodName } from './methodFields.ts';

it('asks for what the sandbox refuses a type without', () => {
  const paths = (type: string) => methodFields(type).map(({ path }) => path);
  expect(paths('sepa_debit')).toEqual([
    'billing_details[name]',
    'billing_details[email]',
    'sepa_debit[iban]',
  ]);
  expect(paths('blik')).toEqual(['options[blik][code]']);
  expect(paths('alipay')).toEqual([]);
});

it('has a label for each field, and choices where there is a list', () => {
  const all = Object.keys(stripeMethods).flatMap(methodFields);
  for (const { label, path } of all) expect(label, path).toMatch(/^[A-Z][A-Za-z ]+$/);
  const bank = methodFields('fpx').find(({ path }) => path === 'fpx[bank]');
  expect(bank?.choices).toContainEqual(['maybank2u', 'Maybank2u']);
});

it('names each type as a person would', () => {
  for (const type of Object.keys(stripeMethods)) expect(methodName(type), type).not.toMatch(/_/);
  expect(['ideal', 'p24', 'amazon_pay', 'zip'].map(methodName)).toEqual([
    'iDEAL',
    'Przelewy24',
    'Amazon Pay',
    'Zip',
  ]);
});
