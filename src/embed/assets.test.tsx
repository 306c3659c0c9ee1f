import { beforeEach, describe, expect, it, vi } from 'vitest';

const PAGE = 'https://shop.example/tea/green/checkout';

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('PAYSTEP_VERSION', '1.2.3');
  vi.stubGlobal('location', new URL(PAGE));
});

/** A page with the script at this address; `''` for one that was written into the page. */
async function openPage(src: string) {
  const script = Object.assign(document.createElement('script'), src && { src });
  vi.spyOn(document, 'currentScript', 'get').mockReturnValue(script);
  const { loadAsset, placeAssets } = await import('./assets.ts');
  return {
    placeAssets,
    /** Where a file is looked for; none is there. */
    async place(file = 'paystep-steps.js'): Promise<string | undefined> {
      const error = await loadAsset(file).catch((reason: unknown) => reason);
      return /Paystep: (\S+) could not be loaded/.exec(String(error))?.[1];
    },
  };
}

const FILE = 'paystep-steps.js?v=1.2.3';

it.each([
  ['https://cdn.example/paystep.js', `https://cdn.example/${FILE}`],
  ['https://cdn.example/a/paystep.min.js?x=/b/', `https://cdn.example/a/${FILE}`],
  ['', `https://shop.example/tea/green/${FILE}`],
])('looks for the files beside a script at "%s"', async (src, place) => {
  expect(await (await openPage(src)).place()).toBe(place);
});

it('looks at another address where one has failed, for each file by itself', async () => {
  const { place } = await openPage('https://cdn.example/paystep.js');
  await place();
  expect(await place()).toBe(`https://cdn.example/${FILE}&retry`);
  expect(await place('locales/de.js')).toBe('https://cdn.example/locales/de.js?v=1.2.3');
  expect(await place('locales/de.js')).toBe('https://cdn.example/locales/de.js?v=1.2.3&retry');
});

const BUNDLE = 'https://shop.example/app/bundle.js';
const BESIDE = `https://shop.example/app/${FILE}`;

describe('assets-base', () => {
  it.each([
    ['/lib', 'https://shop.example/lib/'],
    ['/lib/', 'https://shop.example/lib/'],
    ['/lib/paystep.js', 'https://shop.example/lib/'],
    ['../lib', 'https://shop.example/tea/lib/'],
    ['https://shop.example/lib?x#y', 'https://shop.example/lib/'],
    ['https://user:word@shop.example/lib', 'https://shop.example/lib/'],
    ['http://localhost:4242/lib', 'http://localhost:4242/lib/'],
    ['//shop.example', 'https://shop.example/'],
  ])('takes %s from the attribute and from a script', async (given, folder) => {
    for (const [byScript, attribute] of [
      [given, null],
      [undefined, given],
    ] as const) {
      vi.resetModules();
      const { placeAssets, place } = await openPage(BUNDLE);
      placeAssets(byScript, attribute);
      expect(await place()).toBe(folder + FILE);
    }
  });

  it('takes another site from a script alone', async () => {
    const { placeAssets, place } = await openPage(BUNDLE);
    placeAssets(undefined, 'https://cdn.example/');
    expect(await place()).toBe(BESIDE);
    placeAssets('https://cdn.example/', null);
    expect(await place()).toBe(`https://cdn.example/${FILE}&retry`);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/javascript,1//',
    'blob:https://shop.example/1',
    'file:///lib/',
    'http://cdn.example/',
    'https://',
    '',
    null,
    undefined,
    7,
    {},
  ])('is not %s', async (given) => {
    const { placeAssets, place } = await openPage(BUNDLE);
    placeAssets(given, String(given ?? ''));
    const found = await place();
    // What reads as a path is one, of the page's own.
    expect(found).toMatch(/^https:\/\/shop\.example\//);
  });

  it('takes the first that can be one', async () => {
    const { placeAssets, place } = await openPage(BUNDLE);
    placeAssets(undefined, null);
    placeAssets(undefined, 'data:,');
    placeAssets(undefined, '/one');
    placeAssets('/two', '/three');
    expect(await place()).toBe(`https://shop.example/one/${FILE}`);
  });

  it('of an attribute does not count where the script knows its own place', async () => {
    const { placeAssets, place } = await openPage('https://shop.example/js/paystep.js');
    placeAssets(undefined, '/uploads');
    expect(await place()).toBe(`https://shop.example/js/${FILE}`);
    placeAssets('/lib', null);
    expect(await place()).toBe(`https://shop.example/lib/${FILE}&retry`);
  });

  it('means nothing in a page without an address of its own', async () => {
    vi.stubGlobal('location', { href: 'about:srcdoc', origin: 'null' });
    const { placeAssets, place } = await openPage(BUNDLE);
    placeAssets(undefined, 'data:text/javascript,1//');
    placeAssets('file:///lib', null);
    expect(await place()).toBe(BESIDE);
  });
});
