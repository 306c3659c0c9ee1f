import { defineConfig } from '@playwright/test';
import { freePort } from './support/childProcess.ts';
import { BROWSER_ARGS, findBrowser } from './support/findBrowser.ts';

// The workers, which read this file again, get the port that was found first.
process.env.E2E_PORT ??= await freePort();
const { E2E_PORT: PORT, E2E_JITTER } = process.env;

/** With `E2E_JITTER=300` each answer is late by up to so many milliseconds, to find races. */
const node = E2E_JITTER ? 'node --import ./support/jitter.js' : 'node';

export default defineConfig({
  testDir: '.',
  // The examples have tests of their own.
  testMatch: '**/*.spec.ts',
  outputDir: '.results',
  globalSetup: './support/buildPages.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  // Busy machines take their time; what is right is seen as soon as it is there.
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: 'en-US',
    // Pictures of each moment would take as long again as the tests.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: { executablePath: findBrowser(), args: BROWSER_ARGS },
  },
  webServer: {
    command: `${node} ../dist/sandbox/cli.js --port ${PORT} --public pages --public .dist`,
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
  },
});
