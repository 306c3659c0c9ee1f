import { describe, expect, it } from 'vitest';
import { ApiError } from '../errors/errors.ts';
import { type Paging, pageOf } from './page.ts';

const items = Array.from({ length: 25 }, (_, at) => ({ id: `x${at}` }));
const page = (paging: Paging) =>
  pageOf(items, paging, { url: '/v1/things', show: (item) => item.id });

describe('pageOf', () => {
  it('shows ten unless asked for more', () => {
    const { data, ...fields } = page({});
    expect(fields).toEqual({ object: 'list', url: '/v1/things', has_more: true });
    expect(data).toHaveLength(10);
    expect(page({ limit: 100 })).toMatchObject({ has_more: false });
  });

  it('continues after an id, and goes back before one', () => {
    expect(page({ starting_after: 'x9', limit: 2 })).toMatchObject({
      data: ['x10', 'x11'],
      has_more: true,
    });
    expect(page({ starting_after: 'x22' })).toMatchObject({
      data: ['x23', 'x24'],
      has_more: false,
    });
    expect(page({ ending_before: 'x9', limit: 2 })).toMatchObject({
      data: ['x7', 'x8'],
      has_more: true,
    });
    expect(page({ ending_before: 'x2', limit: 2 })).toMatchObject({
      data: ['x0', 'x1'],
      has_more: false,
    });
  });

  it.each<[Paging, string | undefined]>([
    [{ limit: 0 }, 'limit'],
    [{ limit: 101 }, 'limit'],
    [{ starting_after: 'nope' }, 'starting_after'],
    [{ ending_before: 'nope' }, 'ending_before'],
    [{ starting_after: 'x1', ending_before: 'x2' }, undefined],
  ])('refuses %o, naming %s', (paging, param) => {
    expect(() => page(paging)).toThrow(ApiError);
    try {
      page(paging);
    } catch (error) {
      expect((error as ApiError).problem).toMatchObject({ status: 400 });
      expect((error as ApiError).problem.param).toBe(param);
    }
  });
});
