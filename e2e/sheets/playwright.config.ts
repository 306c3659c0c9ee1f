import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from '../support/findBrowser.ts';

export default defineConfig({
  testDir: '.',
  testMatch: 'sheets.ts',
  outputDir: '../.results',
  fullyParallel: true,
  workers: 2,
  timeout: 10 * 60_000,
  reporter: [['line']],
  use: { launchOptions: { executablePath: findBrowser(), args: BROWSER_ARGS } },
});
