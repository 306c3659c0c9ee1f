import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { entries, StoryFrame, test } from '../support/storybook.ts';

const OUT = resolve(import.meta.dirname, '../.sheets');

const PHONE = { width: 375, height: 700 };
const DESKTOP = { width: 720, height: 700 };

/** Each is a sheet a group of stories: all of them side by side, to be looked at. */
const SHEETS = [
  ['phone-light', PHONE, 'theme:light'],
  ['phone-dark', PHONE, 'theme:dark'],
  ['phone-rtl', PHONE, 'theme:light;locale:ar'],
  ['phone-german', PHONE, 'theme:light;locale:de'],
  ['desktop-light', DESKTOP, 'theme:light'],
  ['desktop-dark', DESKTOP, 'theme:dark'],
] as const;

const stories = entries().filter(({ type }) => type === 'story');
const groups = [...new Set(stories.map(({ title }) => title))];

const escaped = (text: string) => text.replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Lays the pictures out on one page and takes its picture. */
async function layOut(page: Page, file: string, shots: readonly (readonly [string, Buffer])[]) {
  const cells = shots.map(
    ([name, png]) =>
      `<figure><figcaption>${escaped(name)}</figcaption><img src="data:image/png;base64,${png.toString('base64')}"></figure>`,
  );
  const style =
    'body{margin:16px;display:flex;flex-wrap:wrap;gap:16px;background:#888;font:14px sans-serif}' +
    'figure{margin:0}figcaption{padding:4px 0}img{width:300px}';
  await page.setViewportSize({ width: 1296, height: 800 });
  await page.setContent(`<!doctype html><style>${style}</style>${cells.join('')}`);
  await page.screenshot({ path: resolve(OUT, file), fullPage: true });
}

for (const [sheet, viewport, globals] of SHEETS) {
  for (const group of groups) {
    test(`${sheet}, ${group}`, async ({ page, book }) => {
      mkdirSync(OUT, { recursive: true });
      await page.setViewportSize(viewport);
      const stage = new StoryFrame(page, book);
      const shots: (readonly [string, Buffer])[] = [];
      for (const { id, name, title } of stories) {
        if (title !== group) continue;
        await stage.show(id, globals);
        shots.push([name, await page.screenshot({ fullPage: true, animations: 'disabled' })]);
      }
      const file = `${group.toLowerCase().replace(/\W+/g, '-')}.${sheet}.png`;
      await layOut(page, file, shots);
    });
  }
}
