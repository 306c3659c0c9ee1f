import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

/** Those in the folders of a `PATH`, and where installers put them. */
function candidates(path: string): string[] {
  const folders = path.split(delimiter).filter(Boolean);
  const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...inPath, ...PLACES].filter((file) => existsSync(file));
}

/** What keeps a browser from starting: a name may be that of a stub, as Ubuntu's is for its Snap. */
function faultOf(file: string): string | undefined {
  // Chrome prints nothing on Windows, where no stubs are known.
  if (process.platform === 'win32') return existsSync(file) ? undefined : 'There is no such file.';
  const profile = mkdtempSync(join(tmpdir(), 'paystep-browser-'));
  const args = ['--headless', `--user-data-dir=${profile}`, '--dump-dom', 'about:blank'];
  const run = spawnSync(file, [...BROWSER_ARGS, ...args], { encoding: 'utf8', timeout: 60_000 });
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  const works = run.status === 0 && run.stdout.includes('<html>');
  return works ? undefined : (run.error?.message ?? run.stderr.trim());
}

/** The first of the installed browsers that starts. */
export function findInstalledBrowser(path = process.env.PATH ?? ''): string | undefined {
  return candidates(path).find((file) => faultOf(file) === undefined);
}

/** Debian's own packages, where this is a Debian and we may install. */
function fromApt(): string | undefined {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args: string[]) => {
    const [command = '', ...options] = [...sudo, 'apt-get', ...args];
    return spawnSync(command, options, { stdio: 'inherit', env }).status === 0;
  };
  const install = (name: string) => run('install', '-y', '-qq', name);
  const ready = run('update', '-qq') && (install('chromium-headless-shell') || install('chromium'));
  return ready ? findInstalledBrowser() : undefined;
}

/** Playwright's own build: downloaded once. */
function fromPlaywright(): string {
  const path = chromium.executablePath();
  if (!existsSync(path)) {
    spawnSync('npx', ['playwright', 'install', 'chromium'], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  }
  return path;
}

/** A browser, or a word on how to get one. */
function assertStarts(file: string, cure: string): string {
  const fault = faultOf(file);
  if (fault === undefined) return file;
  throw new Error(`The browser ${file} does not start. ${cure}\n${fault}`);
}

const NONE =
  'No Chrome or Chromium was found, and none could be installed: install one, or name one by CHROME_PATH. If a library is missing, `npx playwright install-deps chromium` brings it.';

function find(): string {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) return assertStarts(CHROME_PATH, 'Name another by CHROME_PATH, or none.');
  return findInstalledBrowser() ?? fromApt() ?? assertStarts(fromPlaywright(), NONE);
}

/**
 * A Chromium to test with, found or installed without a step by hand: one named by `CHROME_PATH`,
 * an installed Chrome or Chromium, Debian's package, Playwright's own.
 */
export function findBrowser(): string {
  // The workers call this again, and need not search again.
  process.env.E2E_BROWSER ??= find();
  return process.env.E2E_BROWSER;
}

/** Quiet, and able to run as root (containers), where Chromium has no sandbox of its own. */
export const BROWSER_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
