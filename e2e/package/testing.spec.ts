import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '../support/base.ts';
import { Program } from '../support/childProcess.ts';
import { binOf, installExamples } from '../support/installExamples.ts';

/** Copies of its own: the other examples may be running from theirs. */
const FOLDER = resolve(import.meta.dirname, '../.dist/testing');
const SANDBOX = join(FOLDER, 'node_modules/paystep/dist/sandbox/cli.js');

test.describe.configure({ mode: 'default' });

test.beforeAll(() => {
  installExamples(FOLDER);
  // Vitest looks for one in all folders above, and would find that of this project.
  writeFileSync(join(FOLDER, 'vitest.config.mjs'), 'export default {};\n');
});

interface Result {
  readonly code: number;
  readonly output: string;
}

/** Runs a Node program to its end, which it has to find by itself. */
function run(args: readonly string[], cwd = FOLDER): Promise<Result> {
  // Playwright's and Vitest's own settings are none of theirs.
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', CI: 'true' };
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd, env, timeout: 60_000 }, (error, stdout, stderr) => {
      done({ code: error ? Number(error.code ?? -1) : 0, output: stdout + stderr });
    });
  });
}

test.describe('a shop’s own tests', () => {
  const RUNNERS = {
    'testing-vitest': [[binOf('vitest/vitest.mjs'), 'run'], /3 passed/],
    'testing-jest': [[binOf('jest/bin/jest.js')], /2 passed/],
    'testing-node': [['--test'], /pass 2\b/],
  } as const;
  for (const [example, [args, passed]] of Object.entries(RUNNERS)) {
    test(`pass against the sandbox, and end by themselves: ${example}`, async () => {
      const { code, output } = await run(args, join(FOLDER, example));
      expect(output).toMatch(passed);
      expect(output).not.toMatch(/did not exit|open handle|failed to terminate/i);
      expect(code, output).toBe(0);
    });
  }
});

test.describe('paystep/sandbox', () => {
  test('is the same by import and by require', async () => {
    const script = `
      import { createRequire } from 'node:module';
      const imported = await import('paystep/sandbox');
      const required = createRequire(import.meta.url)('paystep/sandbox');
      console.log(Object.keys(required).sort().join());
      console.log(Object.keys(required).every((name) => imported[name] === required[name]));
      for (const { serveSandbox } of [imported, required]) {
        const { url, close } = await serveSandbox({ port: 0 });
        const answer = await fetch(url + '/sandbox/clock');
        console.log(answer.status, (await fetch(url + '/return.html')).status);
        await close();
      }`;
    writeFileSync(join(FOLDER, 'both.mjs'), script);
    expect(await run(['both.mjs'])).toEqual({
      code: 0,
      output: 'createSandbox,serveSandbox\ntrue\n200 200\n200 200\n',
    });
  });

  test('listens in Node alone, and says so elsewhere', async () => {
    const script = `
      import('./node_modules/paystep/dist/sandbox.js')
        .then(({ serveSandbox }) => serveSandbox())
        .catch(({ message }) => console.log(message));`;
    writeFileSync(join(FOLDER, 'browser.mjs'), script);
    expect((await run(['browser.mjs'])).output).toContain('for which it needs Node');
  });
});

test.describe('paystep-sandbox', () => {
  const start = async (...args: string[]) => {
    const program = new Program([SANDBOX, '--port', '0', ...args], FOLDER);
    return { program, url: await program.waitForOutput(/sandbox on (http:\/\/localhost:\d+)/) };
  };

  test('has fixtures, a secret that was chosen, and a reset', async () => {
    const hook = ['--forward-to', 'http://localhost:9/', '--webhook-secret', 'whsec_test_1'];
    const fixtures = ['--fixtures', 'testing-vitest/fixtures.json'];
    const { program, url } = await start(...hook, ...fixtures, '--seed', '1');
    try {
      expect(program.output).toContain('signed with whsec_test_1');
      const headers = { authorization: 'Bearer sk_test_1' };
      const customers = `${url}/v1/customers`;
      const create = async () =>
        (await (await fetch(customers, { method: 'POST', headers })).json()).id;
      const first = await create();
      await fetch(`${customers}/cus_ada`, { method: 'DELETE', headers });
      await fetch(`${url}/sandbox/reset`, { method: 'POST' });
      expect((await (await fetch(`${customers}/cus_ada`, { headers })).json()).email).toBe(
        'ada@example.com',
      );
      expect((await fetch(`${customers}/${first}`, { headers })).status).toBe(404);
      expect(await create()).toBe(first);
    } finally {
      await program.stop();
    }
  });

  const WRONG: readonly (readonly [args: string, message: string])[] = [
    ['--fixtures missing.json', '--fixtures: missing.json cannot be read (ENOENT).'],
    ['--fixtures broken.json', 'broken.json is no JSON: '],
    ['--fixtures wrong.json', "wrong.json: payment_intents[0] (pi_1): No such customer: 'cus_2'"],
    ['--fixtures unknown.json', 'unknown.json has an unknown key: costumers. Known are customers'],
    ['--fixtures list.json', 'list.json must be an object.'],
    ['--webhook-secret whsec_1', '--webhook-secret signs what is sent to --forward-to'],
    ['--forward-to http://a.b/ --webhook-secret 1', '--webhook-secret must be whsec_ and'],
    ['--forward-to localhost', 'Invalid --forward-to: must be an http or https URL'],
    ['--allow-host http://a.b', '--allow-host must have names without scheme and port'],
    ['--seed x', '--seed must be a whole number'],
    ['--port 70000', '--port must be a number from 0 to 65535'],
    ['--prot 1', "Unknown option '--prot'"],
  ];
  for (const [args, message] of WRONG) {
    test(`says what is wrong in a line, and stops: ${args}`, async () => {
      const broken = { amount: 100, currency: 'eur', id: 'pi_1', customer: 'cus_2' };
      writeFileSync(join(FOLDER, 'broken.json'), '{"customers": [}');
      writeFileSync(join(FOLDER, 'wrong.json'), JSON.stringify({ payment_intents: [broken] }));
      writeFileSync(join(FOLDER, 'unknown.json'), '{"costumers": []}');
      writeFileSync(join(FOLDER, 'list.json'), '[]');
      const { code, output } = await run([SANDBOX, ...args.split(' ')]);
      expect(output).toContain(message);
      expect(output).not.toContain('    at ');
      expect(code).toBe(1);
    });
  }

  test('names a port that is in use', async () => {
    const { program, url } = await start();
    try {
      const { port } = new URL(url);
      const { code, output } = await run([SANDBOX, '--port', port]);
      expect(output).toBe(`Port ${port} is already in use. Choose another with --port.\n`);
      expect(code).toBe(1);
    } finally {
      await program.stop();
    }
  });
});
