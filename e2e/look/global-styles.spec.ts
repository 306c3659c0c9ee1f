import type { Page } from '@playwright/test';
import { en } from '../../src/locales/en.ts';
import { IPHONE, scan, scanBarcode } from '../support/customer.ts';
import { expect, FACES, type Face, type OrderRequest, type Shop, test } from '../support/shop.ts';

/** A shop's own style sheet, under a policy that allows no inline styles. */
const style = (page: Page, css: string) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);

/**
 * The rules of resets, classless frameworks and themes for bare elements. They
 * come after the checkout's styles, as in an app that imports its own sheet last.
 */
const SHEETS: Readonly<Record<string, string>> = {
  'a reset of everything': `
    * { margin: 0; padding: 0; border: 0; box-sizing: border-box; font: inherit; vertical-align: baseline }
    *::before, *::after { box-sizing: border-box; border: 0 solid; margin: 0 }
    ol, ul { list-style: square } table { border-collapse: collapse }`,
  'Tailwind’s preflight': `
    *, ::before, ::after, ::backdrop { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid }
    h1, h2, h3 { font-size: inherit; font-weight: inherit } a { color: inherit; text-decoration: inherit }
    ol, ul, menu { list-style: none } img, svg, video, canvas, iframe { display: block; vertical-align: middle }
    img, video { max-width: 100%; height: auto }
    button, input, select, textarea { font: inherit; letter-spacing: inherit; color: inherit; border-radius: 0; background-color: transparent; opacity: 1 }
    button, [type='button'], [type='reset'], [type='submit'] { appearance: button; background-color: transparent; background-image: none }`,
  'forms that are styled by type': `
    [type='text'], [type='email'], [type='tel'], select { appearance: none; background-color: #fff; border: 1px solid #6b7280; border-radius: 0; padding: 2px; font-size: 11px; line-height: 1 }
    [type='text']:focus, [type='email']:focus { outline: 2px solid transparent; box-shadow: 0 0 0 1px #2563eb; border-color: #2563eb }
    [type='checkbox'], [type='radio'] { appearance: none; padding: 0; width: 1rem; height: 1rem; color: #2563eb; background-color: #fff; border: 1px solid; }
    input:not([type=checkbox], [type=radio]) { height: 70px; margin-bottom: 20px; background: #ffc; color: #eee }`,
  'a framework without classes': `
    section { margin-bottom: 4rem; padding: 4rem; background: #eee; display: flex; columns: 2 }
    h2 { margin: 2rem 0 1rem; color: #373c44; font-size: 2rem; letter-spacing: 2px; text-transform: uppercase }
    p { margin-bottom: 1.5rem; color: #777; max-width: 20ch; text-align: justify }
    a { color: #0172ad; text-decoration: underline; background: yellow } a:hover { color: red } a:visited, a:link { color: purple }
    button, [type='button'], [type='submit'], [role='button'] { display: block; width: 100%; margin-bottom: 1rem; padding: 2rem; background: #fff; color: #fff; border: 3px dotted; border-radius: 40px; text-transform: uppercase; box-shadow: 0 0 9px red; line-height: 3; letter-spacing: 3px }
    button:hover, button:enabled:hover { background: #fff; color: #fff }
    label { display: block; margin-bottom: 2rem; font-weight: 700; float: left } input, select { width: 50%; margin: 3rem; padding: 1px; font-size: 9px }
    fieldset { border: 2px groove; padding: 2rem; margin: 1rem } legend { float: left; width: 100%; font-size: 2rem }
    ol { list-style: decimal; padding-left: 5rem } li { margin: 2rem; display: list-item } li::marker { color: red }
    dl { display: flex } dt { font-weight: 700; float: left } dd { margin-left: 3rem } strong { font-size: 3rem; display: block }
    details { margin: 2rem; padding: 1rem } summary { color: red; list-style: disclosure-closed } summary::after { content: '+' }
    dialog { width: 100%; height: 100%; margin: 0; padding: 3rem; background: red; inset: 0; max-width: none } iframe { max-width: 50%; height: 60px; border: 9px solid }
    span { display: block } div { text-align: right; padding: 1px } form { width: 50%; border: 1px solid } bdi { unicode-bidi: normal }`,
  'icons in the colour of the text': `
    body { background: #111; color: #eee }
    svg { width: 1em; height: 1em; fill: currentColor; overflow: hidden; vertical-align: -0.125em }
    svg path { fill: currentColor } svg * { stroke: currentColor; stroke-width: 3; vector-effect: non-scaling-stroke }
    path { fill: none; stroke: currentColor; transition: all 1s } img { border-radius: 50%; max-width: 40px; height: 40px; opacity: 0.5; filter: grayscale(1) }`,
  'radio buttons of its own': `
    [type='radio']:not(:checked), [type='radio']:checked, [type='checkbox']:not(:checked), [type='checkbox']:checked { position: absolute; opacity: 0; pointer-events: none }
    [type='radio'] + span::before, [type='radio'] + span::after { content: ''; position: absolute; width: 16px; height: 16px; border: 2px solid }
    [type='radio']:not(:checked) + span, [type='radio']:checked + span { padding-left: 35px; height: 25px; line-height: 25px }`,
};

const stripe = (currency: string, more: Partial<OrderRequest>) =>
  ({ gateway: 'stripe', currency, ...more }) as const;

interface Screen {
  readonly request: OrderRequest;
  readonly text: string;
}

/** One of each kind of screen. */
const SCREENS: Readonly<Record<string, Screen>> = {
  'a form': { request: stripe('brl', { methods: ['boleto', 'pix'] }), text: en.pay.title },
  'a list of banks': { request: stripe('eur', { methods: ['eps', 'ideal'] }), text: en.pay.title },
  'a code': { request: stripe('brl', { method: 'pix' }), text: en.picture.copy },
  'a way out': { request: stripe('eur', { method: 'ideal' }), text: en.iHavePaid },
  'a voucher': { request: stripe('jpy', { method: 'konbini' }), text: 'Lawson' },
  'a transfer': { request: stripe('usd', { method: 'customer_balance' }), text: en.transfer.open },
  'an approval': { request: stripe('pln', { method: 'blik' }), text: en.await.silent },
  'a challenge': {
    request: { gateway: 'wooshpay', method: 'card', currency: 'usd', card: '4000000000003220' },
    text: en.challenge.title,
  },
};

async function openScreen(shop: Shop, face: Face, { request, text }: Screen): Promise<void> {
  const options = { redirect: 'button', consent: 'Keep this', 'setup-future-usage': 'off_session' };
  await shop.open(face, await shop.order(request), options);
  await expect(shop.widget).toContainText(text);
  // Nothing that still moves is compared.
  await style(shop.page, '.paystep, .paystep * { transition: none !important }');
}

/** The styles of each element, and its position in the checkout. */
function computedStyles(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const LOOK = `display position color background-color background-image border-top-color border-top-width
      border-bottom-left-radius font-size font-weight font-family line-height letter-spacing text-transform
      text-decoration-line text-align text-shadow box-shadow opacity visibility cursor appearance list-style-type fill
      stroke stroke-width padding-left padding-top margin-top margin-bottom float filter transform accent-color`;
    const root = document.querySelector('paystep-checkout')?.shadowRoot ?? document;
    const box = root.querySelector('.paystep');
    if (!box) return {};
    const { left, top } = box.getBoundingClientRect();
    const round = (value: number) => Math.round(value);
    const positionOf = (element: Element) => {
      if (element.getClientRects().length === 0) return 'nowhere';
      const { x, y, width, height } = element.getBoundingClientRect();
      // A dialog lies on the page, and what is in a hidden place has none.
      const isOver = element.closest('dialog');
      return [
        round(x - (isOver ? 0 : left)),
        round(y - (isOver ? 0 : top)),
        round(width),
        round(height),
      ].join();
    };
    const styleOf = (element: Element, part?: string) => {
      const computed = getComputedStyle(element, part);
      return LOOK.split(/\s+/).map((name) => `${name}: ${computed.getPropertyValue(name)}`);
    };
    const all = [box, ...box.querySelectorAll('*')].filter(
      (element) => !element.matches('[class=ps-spinner]'),
    );
    return Object.fromEntries(
      all.map((element, at) => {
        const value = styleOf(element).join('; ');
        const around = ['::before', '::after'].map(
          (part) => getComputedStyle(element, part).content,
        );
        return [
          `${at} ${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`,
          `at: ${positionOf(element)}; ${value}; parts: ${around}`,
        ];
      }),
    );
  });
}

/** What a sheet has changed, as `element: property was → is`. */
function changes(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.entries(before).flatMap(([element, styles]) => {
    const now = (after[element] ?? '').split('; ');
    return styles
      .split('; ')
      .flatMap((each, at) => (each === now[at] ? [] : [`${element} ${each} → ${now[at]}`]));
  });
}

/** With the pointer on the first button, for which frameworks have more rules. */
async function looksUnderPointer(shop: Shop): Promise<Record<string, string>> {
  await shop.widget.locator('.ps-button:visible').first().hover();
  return computedStyles(shop.page);
}

for (const [name, screen] of Object.entries(SCREENS)) {
  for (const [sheet, css] of Object.entries(SHEETS)) {
    test(`${name} in React looks the same beside ${sheet}`, async ({ shop, page }) => {
      await openScreen(shop, 'React', screen);
      const before = await looksUnderPointer(shop);
      await style(page, css);
      expect(changes(before, await looksUnderPointer(shop))).toEqual([]);
    });
  }
}

test('a field that is wrong and has the focus looks the same beside forms that are styled by type', async ({
  shop,
  page,
}) => {
  await openScreen(shop, 'React', SCREENS['a form'] as Screen);
  await page.getByRole('button', { name: en.pay.voucher }).click();
  await expect(shop.widget).toContainText(en.pay.wrong.taxId);
  const before = await computedStyles(page);
  await style(page, SHEETS['forms that are styled by type'] ?? '');
  expect(changes(before, await computedStyles(page))).toEqual([]);
});

/** A shop's `!important` rules for drawings, pictures, and everything. */
const LOUD: Readonly<Record<string, string>> = {
  'icons of one size':
    'svg { width: 1em !important; height: 1em !important; fill: currentColor !important }',
  'drawn lines':
    'svg path { fill: none !important; stroke: currentColor !important; stroke-width: 2px !important }',
  'all in one colour':
    '* { fill: #eee !important; stroke: #eee !important; color: #eee !important; background: #111 !important }',
  'small round pictures':
    'img, svg { max-width: 40px !important; border-radius: 50% !important; opacity: 0.3 !important; filter: invert(1) !important; padding: 9px !important }',
};

for (const [sheet, css] of Object.entries({ ...SHEETS, ...LOUD })) {
  test(`a code in React is read beside ${sheet}`, async ({ shop, page }) => {
    const order = await shop.order((SCREENS['a code'] as Screen).request);
    await shop.open('React', order);
    await style(page, css);
    const code = page.getByRole('img', { name: /QR code/ });
    expect(await scan(code)).toBe((await shop.nextAction(order)).payload.data);
    expect(await code.evaluate((element) => element.getBoundingClientRect().width)).toBeGreaterThan(
      240,
    );
  });
}

for (const [sheet, css] of Object.entries({ ...SHEETS, ...LOUD })) {
  test(`a barcode in React is read beside ${sheet}`, async ({ shop, page }) => {
    const order = await shop.order({ gateway: 'stripe', method: 'oxxo', currency: 'mxn' });
    await shop.open('React', order);
    await style(page, css);
    const { number } = (await shop.nextAction(order)).payload;
    const barcode = page.getByRole('img', { name: en.voucher.barcode(number) });
    await expect(barcode).toHaveCount(1);
    expect(await scanBarcode(await barcode.screenshot())).toEqual([`Code128 ${number}`]);
  });
}

test.describe('on a phone', () => {
  test.use(IPHONE);

  for (const [sheet, css] of Object.entries(LOUD)) {
    test(`the picture over a code in React lies where the code is, beside ${sheet}`, async ({
      shop,
      page,
    }) => {
      const order = await shop.order((SCREENS['a code'] as Screen).request);
      await shop.open('React', order);
      const picture = shop.widget.locator('.ps-qr-picture');
      await expect(picture).toBeVisible();
      await style(page, css);
      const code = page.getByRole('img', { name: /QR code/ });
      expect(await picture.boundingBox()).toEqual(await code.boundingBox());
      expect(await scan(picture)).toBe((await shop.nextAction(order)).payload.data);
    });
  }
});

test('a shop’s rules for the classes in React apply, and its other elements do not change', async ({
  shop,
  page,
}) => {
  await openScreen(shop, 'React', SCREENS['a way out'] as Screen);
  await style(
    page,
    `.ps-button { text-transform: uppercase; border-radius: 3px } .ps-title { letter-spacing: 2px }
     .paystep { margin-top: 17px }`,
  );
  const link = page.getByRole('link', { name: en.go('iDEAL') });
  await expect(link).toHaveCSS('text-transform', 'uppercase');
  await expect(link).toHaveCSS('border-radius', '3px');
  await expect(page.getByRole('heading', { name: 'iDEAL' })).toHaveCSS('letter-spacing', '2px');
  await expect(shop.widget).toHaveCSS('margin-top', '17px');
});

/** What may come in from the page around: whether one sees it, light or dark, and the language. */
const COMES_IN = {
  'script tag': 'color-scheme visibility interactivity -webkit-locale text-size-adjust direction',
  React:
    'color-scheme visibility interactivity -webkit-locale text-size-adjust direction -webkit-font-smoothing text-rendering',
} as const;

/** Sets every inherited property to another value on the body, and gives their names. */
function setInherited(page: Page, excluded: string): Promise<string[]> {
  return page.evaluate((excludedText) => {
    const VALUES =
      `none auto hidden inherit-not 7px 7 0.4 bold italic uppercase rgb(1,2,3) red pre break-all all
      wait left right center rtl vertical-rl sideways collapse "x" square inside bottom middle hide round bevel
      evenodd optimizeSpeed geometricPrecision linearRGB sRGB exact manual strict anywhere loose each-line under
      over dot filled upright always small-caps expanded serif 300 pixelated contents balance nowrap flip stable
      alphabetic full-width read-write disc logical visual reverse stroke fill economy light dark isolate-override
      slashed-zero oldstyle-nums sub historical-forms compact on off normal no-common-ligatures trim-start
      inter-word from-left ideographic block line-through emoji cap embed 1px,2px 1px_1px_red "smcp" "wght"_300 url(#a)`
        .split(/\s+/)
        .map((value) => value.replaceAll('_', ' '));
    const excludedNames = excludedText.split(' ');
    const outer = document.createElement('div');
    const inner = outer.appendChild(document.createElement('span'));
    document.body.append(outer);
    const computedOf = (element: Element, name: string) =>
      getComputedStyle(element).getPropertyValue(name);
    const names = [...getComputedStyle(outer)].filter((name) => !excludedNames.includes(name));
    const defaults = new Map(names.map((name) => [name, computedOf(inner, name)]));
    const found = new Map<string, string>();
    for (const value of VALUES) {
      for (const name of names) if (!found.has(name)) outer.style.setProperty(name, value);
      for (const name of names) {
        const value = computedOf(outer, name);
        if (value !== defaults.get(name) && value === computedOf(inner, name))
          found.set(name, found.get(name) ?? value);
      }
      outer.removeAttribute('style');
    }
    for (const [name, value] of found) document.body.style.setProperty(name, value, 'important');
    outer.remove();
    return [...found.keys()];
  }, excluded);
}

/** All computed properties of all elements. */
function computed(page: Page): Promise<Record<string, string>[]> {
  return page.evaluate(() => {
    const root = document.querySelector('paystep-checkout')?.shadowRoot ?? document;
    const box = root.querySelector('.paystep');
    // What follows from the room that there is, is no inheritance.
    const isSize =
      /size$|^width$|^height$|origin$|^inset|^(top|bottom|left|right)$|^margin|^padding|^(grid-|column-rule|outline-width)/;
    return [box, ...(box?.querySelectorAll('*') ?? [])].flatMap((element) => {
      if (!element) return [];
      const style = getComputedStyle(element);
      const names = [...style].filter((name) => !isSize.test(name) || name === 'font-size');
      return [Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]))];
    });
  });
}

for (const face of Object.keys(FACES) as Face[]) {
  for (const name of ['a form', 'a code', 'a voucher']) {
    test(`no inherited property of the page reaches ${name}, by ${face}`, async ({
      shop,
      page,
    }) => {
      await openScreen(shop, face, SCREENS[name] as Screen);
      const before = await computed(page);
      const inherited = await setInherited(page, COMES_IN[face]);
      expect(inherited.length).toBeGreaterThan(90);
      expect(inherited).toEqual(
        expect.arrayContaining([
          'text-transform',
          'pointer-events',
          'fill',
          'cursor',
          'user-select',
          'word-break',
          'text-shadow',
          'text-indent',
          '-webkit-text-fill-color',
        ]),
      );
      const after = await computed(page);
      const came = before.flatMap((style, at) =>
        Object.keys(style).filter((each) => style[each] !== after[at]?.[each]),
      );
      expect([...new Set(came)]).toEqual([]);
    });
  }
}
