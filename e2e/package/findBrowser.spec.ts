import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { expect, test } from '../support/base.ts';
import { findInstalledBrowser } from '../support/findBrowser.ts';

test.skip(process.platform === 'win32', 'stubs are scripts of a shell');

/** As Ubuntu has it where Chromium's Snap is not installed. */
const STUB = `#!/bin/sh
echo "Command '$0' requires the chromium snap to be installed." >&2
exit 1
`;

test('a stub in the place of a browser is passed by', ({ launchOptions }, testInfo) => {
  const [stubs, browsers] = [testInfo.outputPath('stubs'), testInfo.outputPath('browsers')];
  write(join(stubs, 'google-chrome'), STUB);
  write(join(stubs, 'chromium-browser'), STUB);
  expect(findInstalledBrowser(stubs) ?? '').not.toContain(stubs);
  const real = join(browsers, 'chromium-browser');
  write(real, `#!/bin/sh\nexec "${launchOptions.executablePath}" "$@"\n`);
  expect(findInstalledBrowser([stubs, browsers].join(delimiter))).toBe(real);
});

function write(file: string, script: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, script, { mode: 0o755 });
}
