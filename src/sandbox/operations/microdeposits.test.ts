import { beforeEach, describe, expect, it } from 'vitest';
import {
  confirmed,
  createTestClient,
  PUBLISHABLE,
  SECRET,
  type TestClient,
} from '../testing/client.ts';

let client: TestClient;
beforeEach(() => {
  client = createTestClient();
});

const KINDS = {
  codes: { verification_method: 'microdeposits' },
  amounts: { sandbox_action: 'verify_with_amounts' },
} as const;

async function start(kind: keyof typeof KINDS) {
  const payment_method_options = { us_bank_account: KINDS[kind] };
  const { body } = await client.stripe(
    '',
    confirmed('us_bank_account', { payment_method_options }),
  );
  return body.id as string;
}

/** What is left of the payment: the same, whichever way the answer came. */
async function outcome(id: string) {
  const { body } = await client.read('stripe', id, SECRET);
  return [body.status, body.last_payment_error?.code, body.next_action === null];
}

const byApi = async (id: string, params: object) =>
  client.stripe(`/${id}/verify_microdeposits`, params, SECRET);

const byPage = (id: string, fields: Record<string, string>) =>
  client.submit(`/sandbox/microdeposits/${id}`, { answer: 'succeed', ...fields });

const PREFIX = 'payment_method_microdeposit_verification';

/** Stripe's test values, a wrong one, and what is none; with the end of the payment. */
const CODES: readonly [string, string, string?][] = [
  ['SM11AA', 'processing'],
  ['SM33CC', 'requires_payment_method', `${PREFIX}_attempts_exceeded`],
  ['SM44DD', 'requires_payment_method', `${PREFIX}_timeout`],
  ['SM99ZZ', 'requires_action'],
  ['AA11SM', 'requires_action'],
  ['', 'requires_action'],
];

const AMOUNTS: readonly [number, number, string, string?][] = [
  [32, 45, 'processing'],
  [45, 32, 'processing'],
  [10, 11, 'requires_payment_method', `${PREFIX}_attempts_exceeded`],
  [11, 10, 'requires_payment_method', `${PREFIX}_attempts_exceeded`],
  [40, 41, 'requires_payment_method', `${PREFIX}_timeout`],
  [1, 2, 'requires_action'],
  [0, 45, 'requires_action'],
  [-32, 45, 'requires_action'],
];

describe('the page and the API take the same answer alike', () => {
  it.each(CODES)('the code "%s"', async (code, status, error) => {
    const [viaApi, onPage] = [await start('codes'), await start('codes')];
    const answer = await byApi(viaApi, { descriptor_code: code });
    const page = await byPage(onPage, { code });
    const result = [status, error, status !== 'requires_action'];
    expect([await outcome(viaApi), await outcome(onPage)]).toEqual([result, result]);
    expect(page.status).toBe(status === 'requires_action' ? 400 : 303);
    expect(answer.status).toBe(status === 'processing' ? 200 : 400);
  });

  it.each(AMOUNTS)('the amounts %i and %i', async (first, second, status, error) => {
    const [viaApi, onPage] = [await start('amounts'), await start('amounts')];
    await byApi(viaApi, { amounts: [first, second] });
    const page = await byPage(onPage, { first: String(first), second: String(second) });
    const result = [status, error, status !== 'requires_action'];
    expect([await outcome(viaApi), await outcome(onPage)]).toEqual([result, result]);
    expect(page.status).toBe(status === 'requires_action' ? 400 : 303);
  });

  it('end alike after ten wrong answers, by page or API', async () => {
    const id = await start('codes');
    for (let attempt = 1; attempt < 9; attempt += 2) {
      await byApi(id, { descriptor_code: 'SM99ZZ' });
      await byPage(id, { code: 'sm99zz' });
    }
    const ninth = await byPage(id, { code: 'SM99ZZ' });
    expect(ninth.body).toContain('1 attempt is left. Try again.');
    expect((await outcome(id))[0]).toBe('requires_action');
    const last = await byPage(id, { code: 'SM99ZZ' });
    expect(last.status).toBe(303);
    expect(await outcome(id)).toEqual([
      'requires_payment_method',
      `${PREFIX}_attempts_exceeded`,
      true,
    ]);
    expect((await client.send(`/sandbox/microdeposits/${id}`)).body).toContain('Payment not made');
  });
});

it('says on the page what the API says, with what to do', async () => {
  const id = await start('codes');
  const { body } = await client.read('stripe', id, SECRET);
  const params = { client_secret: body.client_secret, descriptor_code: 'XX' };
  const answer = await client.stripe(`/${id}/verify_microdeposits`, params, PUBLISHABLE);
  const page = await byPage(id, { code: 'XX' });
  expect(page.body).toContain(`role="alert">${answer.body.error.message} Try again.`);
});
