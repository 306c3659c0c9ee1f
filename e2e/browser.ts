import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** The same engine without a window comes first: it takes a third of the time. */
const NAMES = [
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((root) =>
    join(process.env[root] ?? '', 'Google/Chrome/Application/chrome.exe'),
  ),
];

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...inPath, ...PLACES].find((file) => existsSync(file));
}

/** Debian's own packages, where this is a Debian and we may install. */
function fromApt(): string | undefined {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const run = (...args: string[]) => {
    const [command = '', ...rest] = [...sudo, 'apt-get', ...args];
    return spawnSync(command, rest, { stdio: 'inherit' }).status === 0;
  };
  const install = (name: string) => run('install', '-y', '-qq', name);
  const ready = run('update', '-qq') && (install('chromium-headless-shell') || install('chromium'));
  return ready ? installed() : undefined;
}

/** Playwright's own build: downloaded once. */
function fromPlaywright(): string {
  const path = chromium.executablePath();
  if (!existsSync(path)) {
    execFileSync('npx', ['playwright', 'install', 'chromium'], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  }
  return path;
}

/**
 * A Chromium to test with, found or installed without a step by hand: one named by `CHROME_PATH`,
 * an installed Chrome or Chromium, Debian's package, Playwright's own.
 */
export function findBrowser(): string {
  return process.env.CHROME_PATH ?? installed() ?? fromApt() ?? fromPlaywright();
}

/** Quiet, and able to run as root (containers), where Chromium has no sandbox of its own. */
export const BROWSER_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
