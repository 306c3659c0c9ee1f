/**
 * Adds Paystep's own licence to the list of those that are built into a file: whoever takes the
 * file and the list has all that the licences ask for. A package whose licence has an unusual file
 * name (`MIT-LICENSE.txt`) is listed without its text, which is added too.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The heading of a package, where another one or the end of the list follows. */
const WITHOUT_TEXT = /^## (\S+) - \S+ \(.+\)\s*(?=^## |$(?![\s\S]))/gm;

export function addLicense(dir: string, version: string): void {
  const ours = `\n## paystep - ${version} (MIT)\n\n${readFileSync('LICENSE', 'utf8')}`;
  for (const name of licenceListsIn(dir)) {
    const file = join(dir, name);
    const list = readFileSync(file, 'utf8').replace(
      WITHOUT_TEXT,
      (heading, each) => `${heading.trim()}\n\n${licenseOf(each)}\n`,
    );
    writeFileSync(file, list + ours);
  }
}

/** Also those of files in a folder of their own, such as `sandbox/`. */
const licenceListsIn = (dir: string) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.licenses.md'),
  );

/** @throws where a package has no licence to be found. */
function licenseOf(name: string): string {
  const folder = join('node_modules', name);
  const file = readdirSync(folder).find((each) => /licen[cs]e/i.test(each));
  if (!file) throw new Error(`${name} has no file with its licence.`);
  return readFileSync(join(folder, file), 'utf8');
}
