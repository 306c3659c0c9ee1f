import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Copies of the examples, with the package beside them as npm would have installed it. */
export const EXAMPLES = resolve(import.meta.dirname, '../.dist/examples');

/** The package's own command, from there. */
export const SANDBOX = join(EXAMPLES, 'node_modules/paystep/dist/sandbox/cli.js');

/** The command of a package that the project has itself; the examples find those above them. */
export const binOf = (path: string) => join(root, 'node_modules', path);

/** Packs what has been built, and unpacks it where the imports of the examples' copies find it. */
export function installExamples(folder = EXAMPLES): void {
  const packageFolder = join(folder, 'node_modules/paystep');
  rmSync(folder, { recursive: true, force: true });
  cpSync(resolve(import.meta.dirname, '../examples'), folder, { recursive: true });
  mkdirSync(packageFolder, { recursive: true });
  // Without scripts: the package is built already.
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const shell = process.platform === 'win32';
  const [packed] = JSON.parse(execFileSync('npm', pack, { cwd: root, encoding: 'utf8', shell }));
  // Without its folder: GNU's tar takes the colon of a drive for a host.
  execFileSync('tar', ['-xzf', packed.filename, '-C', packageFolder, '--strip-components=1'], {
    cwd: folder,
  });
}
