import { expect, it } from 'vitest';
import { createSandbox } from '../sandbox.ts';
import { FIELDS_PATH } from './fieldsPath.ts';

const { fetch } = createSandbox();

const read = (path: string) => fetch(`http://localhost${path}`);

it('may be framed by a shop of any origin, and runs under a strict policy', async () => {
  const response = await read(FIELDS_PATH);
  expect(response.status).toBe(200);
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|frame-ancestors/);
  expect(response.headers.get('x-frame-options')).toBeNull();
});

it('loads its files by paths that hold under a folder of a site', async () => {
  const page = await (await read(FIELDS_PATH)).text();
  expect(page).toContain('href="fields.css"');
  expect(page).toContain('src="../../v3/fields.js"');
  const styles = await read(`${FIELDS_PATH}.css`);
  expect(styles.headers.get('content-type')).toContain('text/css');
  expect(await styles.text()).toContain('.input');
});
