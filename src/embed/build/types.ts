/**
 * The types of the package: what the compiler writes for each module, less what no entry reaches.
 * TypeScript 7 has no JavaScript API to bundle them with.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Written by hand, since the compiler makes none of a module's types for `require`. */
const COMMON_JS = 'sandbox/index.d.cts';

export async function writeTypes(dir: string, entries: readonly string[]): Promise<void> {
  const args = ['node_modules/typescript/bin/tsc', '-p', 'src/tsconfig.build.json'];
  const compiler = spawn(process.execPath, [...args, '--outDir', dir], { stdio: 'inherit' });
  const [code] = await once(compiler, 'close');
  if (code !== 0) throw new Error('The types could not be made.');
  const reached = new Set<string>();
  for (const entry of entries) reach(resolve(dir, declaration(entry.replace('src/', ''))), reached);
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    const file = resolve(entry.parentPath, entry.name);
    if (entry.isFile() && !reached.has(file)) rmSync(file);
  }
  cpSync(join('src', COMMON_JS), join(dir, COMMON_JS));
}

/** A declaration with all that it imports; a file that is not there is an error. */
function reach(file: string, reached: Set<string>): void {
  if (reached.has(file)) return;
  reached.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/\b(?:from |import[ (])["']([.#].+?)["']/g);
  for (const [, id = ''] of imports) {
    if (id.startsWith('#')) throw new Error(`${file}: ${id} is known in this repository alone.`);
    reach(resolve(dirname(file), declaration(id)), reached);
  }
}

const declaration = (module: string) => module.replace(/\.(js|tsx?)$/, '.d.ts');
