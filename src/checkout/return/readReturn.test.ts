import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReturn } from './readReturn.ts';

const SHOP = 'https://shop.example/return';
const SECRET = 'pi_1_secret_2';
const OTHER = 'pi_9_secret_8';

describe('the connected account', () => {
  it.each([
    ['?account=acct_1', 'acct_1'],
    [`?account=acct_1&payment_intent=pi_1&payment_intent_client_secret=${SECRET}`, 'acct_1'],
    ['#/return?account=acct_1', 'acct_1'],
    ['?account=7&account=acct_1', 'acct_1'],
    ['', null],
    ['?account=', null],
    ['?account=ana', null],
    ['?account=acct_1/../x', null],
  ])('is that of the return URL: %s', (params, account) => {
    expect(readReturn(SHOP + params).account).toBe(account);
  });

  it('stays in the URL, also in that of another attempt', () => {
    const { cleanUrl, bareUrl } = readReturn(`${SHOP}?account=acct_1&client_secret=${SECRET}`);
    expect([cleanUrl, bareUrl]).toEqual([`${SHOP}?account=acct_1`, `${SHOP}?account=acct_1`]);
  });
});

describe('the secret', () => {
  it.each([
    ['beside its id', `?payment_intent=pi_1&payment_intent_client_secret=${SECRET}`],
    ['alone', `?payment_intent_client_secret=${SECRET}`],
    ['under a shorter name', `?client_secret=${SECRET}`],
    ['behind #', `#payment_intent=pi_1&payment_intent_client_secret=${SECRET}`],
    ['behind # and ?', `#?payment_intent_client_secret=${SECRET}`],
    ['in the query of a route', `#/return?payment_intent_client_secret=${SECRET}`],
    ['before the fragment of a route', `?payment_intent_client_secret=${SECRET}#/return`],
    ['after & alone', `&payment_intent_client_secret=${SECRET}`],
    ['after a second ?', `?order=7?payment_intent_client_secret=${SECRET}`],
    ['under an encoded name', `?payment%5Fintent%5fclient_secret=${SECRET}`],
    ['under a name in capitals', `?PAYMENT_INTENT_CLIENT_SECRET=${SECRET}`],
    ['encoded itself', '?payment_intent_client_secret=%70i%5F1_secret_2'],
    [
      'twice, the same',
      `?payment_intent_client_secret=${SECRET}&payment_intent_client_secret=${SECRET}`,
    ],
    [
      'beside that of a payment that is not named',
      `?payment_intent=pi_1&client_secret=${OTHER}&payment_intent_client_secret=${SECRET}`,
    ],
    [
      'beside its id, named twice',
      `?payment_intent=pi_1&payment_intent=pi_1&payment_intent_client_secret=${SECRET}`,
    ],
    ['beside an empty one', `?client_secret=&payment_intent_client_secret=${SECRET}`],
  ])('is read %s', (_, params) => {
    expect(readReturn(SHOP + params)).toMatchObject({ clientSecret: SECRET, intentId: 'pi_1' });
  });

  it.each([
    ['of another payment', `?payment_intent=pi_1&payment_intent_client_secret=${OTHER}`, 'pi_1'],
    [
      'of another payment behind #',
      `?payment_intent=pi_1#payment_intent_client_secret=${OTHER}`,
      'pi_1',
    ],
    [
      'where two payments are named',
      `?payment_intent=pi_1&payment_intent=pi_9&payment_intent_client_secret=${SECRET}`,
      null,
    ],
    [
      'where two are given and none is named',
      `?client_secret=${SECRET}&payment_intent_client_secret=${OTHER}`,
      null,
    ],
    [
      'of another SetupIntent',
      '?setup_intent=seti_9&setup_intent_client_secret=seti_1_secret_2',
      'seti_9',
    ],
    [
      'where a payment and a SetupIntent are named',
      `?payment_intent=pi_1&setup_intent=seti_1&payment_intent_client_secret=${SECRET}`,
      null,
    ],
    ['of a Source', '?source=src_1&client_secret=src_client_secret_2&livemode=false', null],
    ['that is none', '?payment_intent=pi_1&payment_intent_client_secret=undefined', 'pi_1'],
    ['under a name of the shop’s', `?token=${SECRET}`, null],
  ])('is taken out and not used %s', (_, params, intentId) => {
    const { clientSecret, cleanUrl, ...read } = readReturn(SHOP + params);
    expect({ clientSecret, intentId: read.intentId }).toEqual({ clientSecret: null, intentId });
    expect(cleanUrl).not.toMatch(/secret_|=undefined/);
  });

  it.each([
    [`?order=7&payment_intent_client_secret=${SECRET}&x=%20a+b`, '?order=7&x=%20a+b'],
    [`?payment_intent_client_secret=${SECRET}&x=1#top`, '?x=1#top'],
    [`?payment_intent_client_secret=${SECRET}#top`, '#top'],
    [`?payment_intent_client_secret=${SECRET}`, ''],
    [`#payment_intent_client_secret=${SECRET}`, ''],
    [`#payment_intent_client_secret=${SECRET}&tab=2`, '#tab=2'],
    [`#/return?payment_intent_client_secret=${SECRET}`, '#/return'],
    [`#!/return?a=1&payment_intent_client_secret=${SECRET}&b=2`, '#!/return?a=1&b=2'],
    [`#/return?payment_intent_client_secret=${SECRET}&b=2`, '#/return?b=2'],
    [`#client_secret=${SECRET}?b=2`, '#?b=2'],
    [`?client_secret=${SECRET}&setup_intent_client_secret=seti_1_secret_2&b#c`, '?b#c'],
    [`?token=${SECRET}&b=2`, '?token=&b=2'],
    [
      `?next=${encodeURIComponent(`/return?x=1&payment_intent_client_secret=${SECRET}`)}`,
      '?next=%2Freturn%3Fx%3D1%26payment_intent_client_secret%3D',
    ],
    [
      `#/return%3Fpayment_intent_client_secret%3D${SECRET}`,
      '#/return%3Fpayment_intent_client_secret%3D',
    ],
  ])('leaves all around it as it was: %s', (params, clean) => {
    expect(readReturn(SHOP + params).cleanUrl).toBe(SHOP + clean);
  });
});

it.each([
  '?payment_intent=pi_1&redirect_status=succeeded&x=%7e+%20',
  '?sig=a%2Fb%3D%3D&&=&?#a#b?',
  '#payment_intent_client_secret',
  '?client_secret=&a',
  '#/orders/pi_1_secret_2',
  '/pi_1_secret_2?',
  '/tea&cake/pi_1_secret_2',
])('leaves a URL in which no parameter is a secret to the letter: %s', (params) => {
  expect(readReturn(SHOP + params).cleanUrl).toBe(SHOP + params);
});

it('restores the shop’s return URL for another attempt', () => {
  const query = `payment_intent=pi_1&payment_intent_client_secret=${SECRET}&redirect_status=failed`;
  const paramsOfAnotherPage = 'source_type=card&source_redirect_slug=x&setup_intent=seti_1';
  expect(readReturn(`${SHOP}?order=7&${query}&${paramsOfAnotherPage}#top`).bareUrl).toBe(
    `${SHOP}?order=7#top`,
  );
  expect(readReturn(`${SHOP}#/return?${query}`).bareUrl).toBe(`${SHOP}#/return`);
  expect(readReturn(`${SHOP}?source=newsletter#payment_intent`).bareUrl).toBe(
    `${SHOP}?source=newsletter#payment_intent`,
  );
});

it('reads the redirect_status, also behind #', () => {
  expect(readReturn(`${SHOP}?redirect_status=failed`).redirectStatus).toBe('failed');
  expect(readReturn(`${SHOP}#redirect_status=pending`).redirectStatus).toBe('pending');
  expect(readReturn(SHOP).redirectStatus).toBeNull();
});

it('takes a URL as well as its text', () => {
  expect(readReturn(new URL(`${SHOP}?client_secret=${SECRET}`))).toMatchObject({
    clientSecret: SECRET,
    cleanUrl: SHOP,
  });
});

describe('whatever the URL', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9-]{1,12}$/);
  const id = fc.tuple(fc.constantFrom('pi', 'seti'), word).map(([kind, text]) => `${kind}_${text}`);
  const secret = fc
    .tuple(id, fc.constantFrom('_secret_', '_scoped_secret_'), word)
    .map((parts) => parts.join(''));
  const encoded = (text: string) =>
    text.replace(/[_c=]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  const wrapped = fc.constantFrom(
    (text: string) => text,
    encoded,
    encodeURIComponent,
    (text: string) => encodeURIComponent(encodeURIComponent(`/back?x=1&client_secret=${text}`)),
  );
  const name = fc.oneof(
    fc.constantFrom(
      'payment_intent_client_secret',
      'client_secret',
      'setup_intent_client_secret',
      'Payment_Intent_Client_Secret',
      'payment%5Fintent_client_secret',
      'payment_intent',
      'redirect_status',
      'next',
    ),
    fc.webQueryParameters(),
  );
  const param = fc.oneof(
    fc
      .tuple(name, fc.oneof(secret, id, word), wrapped)
      .map(([key, text, wrap]) => `${key}=${wrap(text)}`),
    fc.webFragments(),
    fc.webQueryParameters(),
  );
  const otherParams = fc
    .array(fc.tuple(fc.constantFrom('?', '&', '#', '#/return?', '&&'), param), { maxLength: 8 })
    .map((parts) => parts.flat().join(''));
  const anyUrl = otherParams.map((text) => SHOP + text);

  /** Every way to read it: as it is, and decoded once and more. */
  function decodings(text: string): string[] {
    const all = [text];
    for (let depth = 0; depth < 4; depth += 1) {
      const last = all.at(-1) ?? '';
      all.push(
        last.replace(/(?:%[\da-f]{2})+/gi, (run) =>
          new TextDecoder().decode(
            Uint8Array.from(run.slice(1).split('%'), (hex) => Number.parseInt(hex, 16)),
          ),
        ),
      );
    }
    return all;
  }
  const SECRET_PARAM = /[?&#][^?&#]*=[^?&#]*(?:pi|seti)_[\w-]+_secret_[\w-]/;

  it('no secret stays in a parameter, in no spelling', () => {
    fc.assert(
      fc.property(anyUrl, (url) => {
        const { cleanUrl, bareUrl } = readReturn(url);
        for (const text of [cleanUrl, bareUrl].flatMap(decodings))
          expect(text).not.toMatch(SECRET_PARAM);
      }),
      { numRuns: 1_000 },
    );
  });

  it('a second read changes nothing and finds no secret', () => {
    fc.assert(
      fc.property(anyUrl, (url) => {
        const { cleanUrl, bareUrl } = readReturn(url);
        expect(readReturn(cleanUrl)).toMatchObject({ clientSecret: null, cleanUrl });
        expect(readReturn(bareUrl)).toMatchObject({ cleanUrl: bareUrl, bareUrl });
      }),
      { numRuns: 1_000 },
    );
  });

  it('without a secret nothing changes', () => {
    const any = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string(),
    );
    fc.assert(
      fc.property(any, (url) => {
        fc.pre(!/secret/i.test(url));
        expect(readReturn(url).cleanUrl).toBe(url);
      }),
    );
  });

  it('a secret is used only for the payment that the URL names', () => {
    fc.assert(
      fc.property(anyUrl, (url) => {
        const { clientSecret, intentId } = readReturn(url);
        if (clientSecret) expect(clientSecret.startsWith(`${intentId}_`)).toBe(true);
        const named = [...url.matchAll(/[?&#]payment_intent=([^?&#]+)/g)].map(([, value]) => value);
        if (clientSecret && named.length > 0)
          expect(decodeURIComponent(named[0] ?? '')).toBe(intentId);
      }),
      { numRuns: 1_000 },
    );
  });
});

it('a client secret of another form is read by the rule that is given for it', () => {
  const url = `${SHOP}?payment_intent_client_secret=pay-7.s3cret`;
  const intentId = (clientSecret: string) => /^(pay-\d+)\./.exec(clientSecret)?.[1] ?? null;
  expect(readReturn(url, intentId)).toMatchObject({
    intentId: 'pay-7',
    clientSecret: 'pay-7.s3cret',
    cleanUrl: SHOP,
  });
  expect(readReturn(url).clientSecret).toBeNull();
});

it('reads the return of a SetupIntent, and cleans its URL as that of a payment', () => {
  const url = `${SHOP}?order=7&setup_intent=seti_1&setup_intent_client_secret=seti_1_secret_2&redirect_status=succeeded`;
  expect(readReturn(url)).toEqual({
    intentId: 'seti_1',
    account: null,
    clientSecret: 'seti_1_secret_2',
    redirectStatus: 'succeeded',
    cleanUrl: `${SHOP}?order=7&setup_intent=seti_1&redirect_status=succeeded`,
    bareUrl: `${SHOP}?order=7`,
  });
});
