import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from './serve.ts';

const SECRET = 'SECRET=hunter2';

let root: string;
let served: Served;

const HIDDEN = {
  'site/.env': SECRET,
  'site/.env.local': SECRET,
  'site/.git/config': SECRET,
  'site/.hidden/index.html': SECRET,
  'site/shop/.env': SECRET,
  'site/shop/.well-known/keys.json': SECRET,
  'site/.ENV.PRODUCTION': SECRET,
  'public/.env': SECRET,
  'dist/locales/.env': SECRET,
  'outside.txt': SECRET,
  'outside/index.html': SECRET,
};

const SHOWN = {
  'site/page.html': 'a page',
  'site/shop/index.html': 'an index',
  'site/a.b..c.txt': 'dots inside',
  'site/shop/pay.js': 'a script',
};

/** What links in the site lead to; the first two stay in it. */
const LINKS = {
  'site/inside.html': 'page.html',
  'site/also': 'shop',
  'site/out.txt': '../outside.txt',
  'site/out': '../outside',
  'site/env.txt': '.env',
  'site/plain.txt.gz': '../outside.txt',
};

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'paystep-'));
  for (const [name, text] of Object.entries({ ...HIDDEN, ...SHOWN, 'site/plain.txt': 'plain' })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  for (const [name, target] of Object.entries(LINKS)) symlinkSync(target, join(root, name));
  served = await serve({ port: 0, root, publicDirs: [join(root, 'site')] });
});

afterAll(async () => {
  await served.close();
  rmSync(root, { recursive: true });
});

/** The path as it is: `fetch` and browsers tidy it up before they send it. */
function get(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(served.port, '127.0.0.1', () => {
      const lines = ['Host: localhost', 'Accept-Encoding: gzip', 'Connection: close'];
      // Not ended from here: the server would take that for somebody who has left.
      socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    });
    let text = '';
    socket.on('data', (chunk) => (text += chunk));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}

describe('a served folder', () => {
  it.each(Object.entries(SHOWN))('has %s', async (name, text) => {
    expect(await get(name.replace('site', '').replace('/index.html', ''))).toContain(text);
  });

  it.each(['/inside.html', '/also/pay.js', '/also'])(
    'has what a link in it leads to: %s',
    async (path) => expect(await get(path)).toMatch(/a page|a script|an index/),
  );

  it.each([
    '/.env',
    '/%2eenv',
    '/%2Eenv',
    '/%252eenv',
    '//.env',
    '/./.env',
    '/.env/',
    '/.env?x',
    '/.env%00.html',
    '/.env;.html',
    '/.ENV.PRODUCTION',
    '/.Env.Local',
    '/.env.local',
    '/.git/config',
    '/%2egit/config',
    '/.git%2fconfig',
    '/.git%5cconfig',
    '/x/../.env',
    '/x/%2e%2e/.env',
    '/shop/..%2f.env',
    '/shop/.env',
    '/shop%2f.env',
    '/shop%5c.env',
    '/shop/.well-known/keys.json',
    '/.hidden',
    '/.hidden/',
    '/locales/.env',
    '/locales/%2eenv',
    '/out.txt',
    '/out',
    '/out/index.html',
    '/env.txt',
    '/plain.txt',
    '/also/../../outside.txt',
  ])('has nothing that begins with a dot, or that a link finds elsewhere: %s', async (path) => {
    const answer = await get(path);
    expect(answer).not.toContain(SECRET);
    expect(answer).toMatch(/^HTTP\/1\.1 40[04]/);
  });
});
