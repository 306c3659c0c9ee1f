import { describe, expect, it } from 'vitest';
import { previousAttributes } from './previousAttributes.ts';

describe('the former values of a change', () => {
  it.each([
    ['a field', { name: 'Before', email: 'a@b.example' }, { name: 'After' }, { name: 'Before' }],
    ['nothing', { name: 'Same' }, {}, {}],
    ['a field that was null', { email: null }, { email: 'a@b.example' }, { email: null }],
    ['a new field', {}, { failure_reason: 'unknown' }, { failure_reason: null }],
    [
      'one field of an object',
      { metadata: { order: '1', shop: 'Tea' } },
      { metadata: { order: '2', shop: 'Tea' } },
      { metadata: { order: '1' } },
    ],
    [
      'a new field of an object',
      { metadata: {} },
      { metadata: { order: '2' } },
      { metadata: { order: null } },
    ],
    [
      'a field of an object that has gone',
      { metadata: { order: '1', shop: 'Tea' } },
      { metadata: { shop: 'Tea' } },
      { metadata: { order: '1' } },
    ],
    [
      'a field deep inside',
      { details: { card: { reference_status: 'pending', type: 'refund' }, type: 'card' } },
      {
        details: {
          card: { reference: '7', reference_status: 'available', type: 'refund' },
          type: 'card',
        },
      },
      { details: { card: { reference_status: 'pending', reference: null } } },
    ],
    [
      'a whole array',
      { preferred_locales: ['de', 'en'] },
      { preferred_locales: ['de', 'fr'] },
      { preferred_locales: ['de', 'en'] },
    ],
    [
      'an object that was null',
      { shipping: null },
      { shipping: { name: 'A' } },
      { shipping: null },
    ],
    [
      'an object that has gone',
      { shipping: { name: 'A' } },
      { shipping: null },
      { shipping: { name: 'A' } },
    ],
  ])('are those of %s', (_, before, after, expected) => {
    expect(previousAttributes(before, { ...before, ...after })).toEqual(expected);
  });
});
