import { expect, it } from 'vitest';
import { scriptOf } from './script.ts';

it.each([
  ['http://localhost:4242/v3/', 'http://localhost:4242', 3],
  ['http://localhost:4242/v3', 'http://localhost:4242', 3],
  ['http://localhost:4242/v3/stripe.js', 'http://localhost:4242', 3],
  [
    'http://localhost:9/endive/stripe.js?advancedFraudSignals=false',
    'http://localhost:9',
    'endive',
  ],
  ['https://site.example/paystep/v3/', 'https://site.example/paystep', 3],
  ['https://site.example/paystep/dahlia/stripe.js', 'https://site.example/paystep', 'dahlia'],
])('finds the sandbox by the address of the script: %s', (src, base, version) => {
  expect(scriptOf({ src }, {})).toEqual({ base, version });
});

it.each([
  ['https://js.stripe.com/endive/stripe.js', 'endive'],
  ['https://js.stripe.com/v3/', 3],
])('takes the sandbox’s usual place for %s, which a test answers', (src, version) => {
  expect(scriptOf({ src }, {})).toEqual({ base: 'http://localhost:4242', version });
});

it('goes by the page where it names the sandbox', () => {
  const page = { paystepSandbox: 'http://localhost:9/' };
  const named = { base: 'http://localhost:9', version: 3 };
  expect(scriptOf({ src: 'https://js.stripe.com/v3/' }, page)).toEqual(named);
  expect(scriptOf(null, page)).toEqual(named);
  // Its own address is the better witness.
  expect(scriptOf({ src: 'http://localhost:4242/v3/' }, page).base).toBe('http://localhost:4242');
});
