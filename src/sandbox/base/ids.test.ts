import { expect, it } from 'vitest';
import { newClientSecret, newId } from './ids.ts';
import { secureRandom } from './random.ts';

it('makes ids and secrets in the form of each gateway', () => {
  const stripe = newId('pi', 'stripe', secureRandom);
  const wooshpay = newId('pi', 'wooshpay', secureRandom);
  expect(stripe).toMatch(/^pi_3[A-Za-z0-9]{23}$/);
  expect(stripe).toHaveLength('pi_3MtwBwLkdIwHu7ix28a3tqPa'.length);
  expect(wooshpay).toMatch(/^pi_\d{19}$/);
  expect(newClientSecret(stripe, 'stripe', secureRandom)).toMatch(
    /^pi_[^_]+_secret_[A-Za-z0-9]{25}$/,
  );
  expect(newClientSecret(wooshpay, 'wooshpay', secureRandom)).toMatch(
    /^pi_\d+_secret_[A-Za-z0-9]{24}$/,
  );
});

it('repeats itself with the same random numbers', () => {
  expect(newId('pi', 'wooshpay', () => 0)).toBe('pi_1600000000000000000');
});
