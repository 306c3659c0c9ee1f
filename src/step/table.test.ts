import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ENDINGS, NEXT_ACTIONS } from './table.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

const LISTED = [...README.matchAll(/`\*(_\w+)`/g)].map(([, ending]) => `any${ending}`);

it.each(ENDINGS.map(([ending]) => ending))('lists what ends as %s in the README', (ending) => {
  expect(LISTED.filter((type) => ending.test(type))).not.toEqual([]);
});

it.each(Object.keys(NEXT_ACTIONS))('lists %s in the README', (type) => {
  expect(README).toMatch(new RegExp(`^\\| \`${type}\` +\\|`, 'm'));
});
