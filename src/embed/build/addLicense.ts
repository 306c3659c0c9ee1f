/**
 * Adds Paystep's own licence to the list of those that are built into a file: whoever takes the
 * file and the list has all that the licences ask for.
 */
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function addLicense(dir: string, version: string): void {
  const text = `\n## paystep - ${version} (MIT)\n\n${readFileSync('LICENSE', 'utf8')}`;
  for (const name of readdirSync(dir).filter((file) => file.endsWith('.licenses.md')))
    appendFileSync(join(dir, name), text);
}
