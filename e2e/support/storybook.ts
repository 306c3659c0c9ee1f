import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Page } from '@playwright/test';
import { Hono } from 'hono';
import { test as base } from './base.ts';

const BUILT = resolve(import.meta.dirname, '../../storybook-static');

/** The static Storybook on a plain file server, in a folder of its site: nothing else is behind it. */
export const test = base.extend<object, { book: string }>({
  book: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for it
    async ({}, use) => {
      const app = new Hono();
      const rewriteRequestPath = (path: string) => path.replace(/^\/docs\/book/, '');
      app.use('/docs/book/*', serveStatic({ root: BUILT, rewriteRequestPath }));
      const server = serve({ fetch: app.fetch, port: 0 });
      await new Promise((done) => server.once('listening', done));
      const { port } = server.address() as AddressInfo;
      await use(`http://localhost:${port}/docs/book`);
      server.close();
    },
    { scope: 'worker' },
  ],
});

export const story = (book: string, id: string, args = '', globals = '') =>
  `${book}/iframe.html?viewMode=story&id=${id}${args && `&args=${args}`}${globals && `&globals=${globals}`}`;

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: 'story' | 'docs';
  readonly tags: readonly string[];
}

/** Everything that is in the Storybook. */
export function entries(): readonly Entry[] {
  const index = resolve(BUILT, 'index.json');
  if (!existsSync(index)) throw new Error('Run `npm run storybook:build` first.');
  return Object.values(JSON.parse(readFileSync(index, 'utf8')).entries);
}

/** How a story has ended: its own test (`play`), and axe. */
export interface Finished {
  readonly status: 'success' | 'error';
  readonly reporters: readonly {
    readonly type: string;
    readonly result: {
      readonly violations?: readonly {
        readonly id: string;
        readonly nodes: readonly { readonly html: string }[];
      }[];
    };
  }[];
}

interface Channel {
  last(event: string): readonly unknown[] | undefined;
  once(event: string, listener: (values: unknown) => void): void;
  emit(event: string, values: unknown): void;
}

type Preview = { readonly __STORYBOOK_ADDONS_CHANNEL__?: Channel };

/**
 * The frame in which the Storybook shows its stories, one after the other as it does itself: a page
 * for each would take ten times as long.
 */
export class StoryFrame {
  #globals = '';
  readonly #page: Page;
  readonly #book: string;

  constructor(page: Page, book: string) {
    this.#page = page;
    this.#book = book;
  }

  /** Shows a story until it has been drawn, played and looked at by axe. */
  async show(id: string, globals: string): Promise<Finished> {
    if (globals !== this.#globals) {
      this.#globals = globals;
      await this.#page.goto(story(this.#book, id, '', globals));
      return this.#first();
    }
    return this.#page.evaluate((storyId) => {
      const { __STORYBOOK_ADDONS_CHANNEL__: channel } = window as unknown as Preview;
      return new Promise<Finished>((resolve) => {
        channel?.once('storyFinished', (end) => resolve(end as Finished));
        channel?.emit('setCurrentStory', { storyId, viewMode: 'story' });
      });
    }, id);
  }

  async #first(): Promise<Finished> {
    const last = await this.#page.waitForFunction(
      () => (window as unknown as Preview).__STORYBOOK_ADDONS_CHANNEL__?.last('storyFinished')?.[0],
    );
    return (await last.jsonValue()) as Finished;
  }
}
