import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { NEXT_ACTIONS } from './table.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

it.each(Object.keys(NEXT_ACTIONS))('lists %s in the README', (type) => {
  expect(README).toMatch(new RegExp(`^\\| \`${type}\` +\\|`, 'm'));
});
