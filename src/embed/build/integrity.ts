/**
 * Says how each file that a page executes can be pinned, in `integrity.json`; and for those that
 * the script tag loads itself, at the URLs that it asks for, in `import-map.json`.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

type Pins = Readonly<Record<string, string>>;

export function writeIntegrity(dir: string, scripts: readonly string[], version: string): void {
  const languages = readdirSync(join(dir, 'locales')).filter((name) => name !== 'en.js');
  const lazy = [
    'paystep-form.js',
    'paystep-steps.js',
    'paystep-barcodes.js',
    ...languages.map((name) => `locales/${name}`),
  ];
  const pins = pinsOf(dir, [...new Set([...scripts, ...lazy])]);
  writeJson(join(dir, 'integrity.json'), pins);
  writeJson(join(dir, 'import-map.json'), importMap(pins, lazy, version));
  for (const name of scripts)
    console.info(`${name}, ${kilobytes(dir, name)} brotli: ${pins[name]}`);
}

function pinsOf(dir: string, names: readonly string[]): Pins {
  const hash = (name: string) => createHash('sha384').update(readFileSync(join(dir, name)));
  return Object.fromEntries(names.map((name) => [name, `sha384-${hash(name).digest('base64')}`]));
}

/** For pages of a site that has the files at its root; each URL twice, with that of another try. */
function importMap(pins: Pins, lazy: readonly string[], version: string): object {
  const entries = lazy.flatMap((name) =>
    ['', '&retry'].map((again) => [`/${name}?v=${version}${again}`, pins[name]]),
  );
  return { integrity: Object.fromEntries(entries) };
}

function kilobytes(dir: string, name: string): string {
  return `${(brotliCompressSync(readFileSync(join(dir, name))).length / 1000).toFixed(1)} kB`;
}

function writeJson(file: string, value: object): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
