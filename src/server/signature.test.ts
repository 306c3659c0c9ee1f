import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkSignature } from './signature.ts';
import { SECRET, sign } from './testing/webhooks.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

const CHECK = { header: 'Stripe-Signature', secrets: [SECRET], tolerance: 300 };

const check = (value: string | null, body: string, more: Partial<typeof CHECK> = {}) =>
  checkSignature(value, utf8(body), { ...CHECK, ...more });

const now = () => Math.floor(Date.now() / 1000);

/** `v1` of this body alone. */
const v1 = (body: string, secret: string) => sign(body, { secret }).split('v1=')[1];

it('takes what the gateway signs: the form of its own client', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (body) => {
      expect(await check(sign(body), body)).toBeNull();
    }),
  );
});

it('refuses a body, a time or a signature that differs by one sign', async () => {
  const body = '{"id":"evt_1"}';
  const header = sign(body);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(header.length - 1),
      fc.constantFrom(...'0123456789abcdef'),
      async (at, sign) => {
        const forged = header.slice(0, at) + sign + header.slice(at + 1);
        if (forged !== header) expect(await check(forged, body)).not.toBeNull();
      },
    ),
  );
  expect(await check(header, `${body} `)).toMatch(/^No signature in Stripe-Signature is that/);
});

it('never throws, and takes no header that somebody makes up', async () => {
  const parts = fc.constantFrom(
    't=',
    'v1=',
    ',',
    '=',
    '0',
    'a',
    String(now()),
    ' ',
    'v0=',
    '-',
    '.',
  );
  const headers = fc.oneof(
    fc.string(),
    fc.array(parts).map((each) => each.join('')),
  );
  await fc.assert(
    fc.asyncProperty(headers, fc.string(), async (header, body) => {
      expect(await check(header, body)).toEqual(expect.any(String));
    }),
  );
});

it('refuses a signature that is right as far as it goes', async () => {
  const header = sign('x');
  for (const longer of ['0', 'ff', 'v1']) expect(await check(header + longer, 'x')).not.toBeNull();
  expect(await check(header.slice(0, -1), 'x')).not.toBeNull();
});

it.each([
  ['old', -301, '301 s old'],
  ['future', 301, '301 s in the future'],
] as const)('refuses a signature that is too %s, and says by how much', async (_, shift, words) => {
  const header = sign('x', { timestamp: now() + shift });
  expect(await check(header, 'x')).toContain(words);
  expect(await check(header, 'x', { tolerance: 400 })).toBeNull();
});

it('says nothing of the clock to whoever has no secret', async () => {
  const header = sign('x', { secret: 'other', timestamp: 1 });
  expect(await check(header, 'x')).not.toMatch(/ s old/);
});

it('takes any of several secrets, and any of several signatures', async () => {
  expect(await check(sign('x'), 'x', { secrets: ['new', SECRET] })).toBeNull();
  const both = `t=${now()},v1=${v1('x', 'old')},v1=${v1('x', SECRET)},v0=1`;
  expect(await check(both, 'x')).toBeNull();
});

it('repeats no secret, no signature and nothing of the body', async () => {
  const problem = await check(sign('hello', { secret: 'other' }), 'hello');
  expect(problem).not.toMatch(/whsec_test|hello|[0-9a-f]{16}/);
});
