import { describe, expect, it } from 'vitest';
import { parseIntent } from './index.ts';

const NESTED_VALUES = {
  objects: (levels: number) => '{"a":'.repeat(levels) + 1 + '}'.repeat(levels),
  lists: (levels: number) => '['.repeat(levels) + 1 + ']'.repeat(levels),
};

/** Where an answer may be deep, as text: `deep` is one way of being so. */
const PLACES: Readonly<Record<string, (deep: string) => string>> = {
  next_action: (deep) => `"next_action": ${deep}`,
  'a payload': (deep) => `"next_action": {"type": "a", "a": {"b": ${deep}}}`,
  'a payload in a string': (deep) =>
    `"next_action": ${JSON.stringify(`{"type": "a", "a": {"b": ${deep}}}`)}`,
  'a string in a string': (deep) =>
    `"next_action": ${JSON.stringify(`{"a": ${JSON.stringify(`{"b": ${deep}}`)}}`)}`,
  metadata: (deep) => `"metadata": ${deep}`,
  payment_method_types: (deep) => `"payment_method_types": ["card", ${deep}]`,
  last_payment_error: (deep) =>
    `"last_payment_error": {"code": ${deep}, "payment_method": {"type": "card", "card": ${deep}}}`,
  payment_method: (deep) => `"payment_method": ${deep}`,
};

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe.each(Object.entries(NESTED_VALUES))('an answer of many levels of %s', (_, deep) => {
  it.each(Object.entries(PLACES))('is parsed to a few: %s', (_, place) => {
    for (const levels of [1, 25, 5_000, 100_000]) {
      const body = `{"id": "pi_1", "status": "requires_action", ${place(deep(levels))}}`;
      const intent = parseIntent(JSON.parse(body));
      // Recursion over the parsed value must end long before the stack does.
      expect(depthOf(intent)).toBeLessThan(25);
      JSON.stringify(intent);
    }
  });
});

it('is kept complete as deep as the gateways nest', () => {
  const next_action = { type: 'a', a: { b: [{ c: { d: { e: { f: ['g'] } } } }] } };
  const { nextAction } = parseIntent({ id: 'pi_1', status: 'requires_action', next_action });
  expect(nextAction).toEqual({ type: 'a', payload: next_action.a });
});
