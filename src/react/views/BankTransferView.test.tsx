import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { loadLocale } from '#loadLocale';
import { intentWithAction, type Json } from '../../checkout/testing/createTestCheckout.ts';
import { en } from '../../locales/index.ts';
import { LOCALES } from '../../locales/pickLocale.ts';
import { pasted, refuseClipboard } from '../testing/clipboard.ts';
import { passTime } from '../testing/clock.ts';
import { heading, linkTo, type Options, openCheckout, spoken } from '../testing/openCheckout.tsx';

const hosted_instructions_url = 'https://pay.example/transfer';
const holder = {
  account_holder_name: 'Tea & Co',
  account_holder_address: { line1: '1 Test Street', city: 'London', country: 'GB' },
};

/** An address of each kind, and the rows that it has to show. */
const KINDS: Readonly<Record<string, readonly [account: Json, rows: string[]]>> = {
  iban: [
    { ...holder, iban: 'DE89370400440532013000', bic: 'TESTDEFF', country: 'DE' },
    ['IBAN: DE89 3704 0044 0532 0130 00', 'BIC: TESTDEFF', 'Country: Germany'],
  ],
  sort_code: [
    { ...holder, sort_code: '108800', account_number: '00012345' },
    ['Sort code: 10-88-00', 'Account number: 00012345'],
  ],
  aba: [
    { ...holder, routing_number: '110000000', account_number: '000123456789', bank_name: 'Bank' },
    ['Routing number: 110000000', 'Bank: Bank', 'Account number: 000123456789'],
  ],
  swift: [
    { ...holder, swift_code: 'TESTUS99XXX', account_number: '000123456789' },
    ['SWIFT code: TESTUS99XXX', 'Account number: 000123456789'],
  ],
  zengin: [
    { ...holder, bank_code: '1100', branch_name: '東京営業部', account_type: 'futsu' },
    ['Bank code: 1100', 'Branch: 東京営業部', 'Account type: Ordinary (普通)'],
  ],
  spei: [
    { ...holder, clabe: '000000001234567897', bank_name: 'BANAMEX' },
    ['CLABE: 000000001234567897', 'Bank: BANAMEX'],
  ],
};

const address = (type: string) => ({ type, [type]: KINDS[type]?.[0] });

const openTransfer = (payload: Json, options?: Options) =>
  openCheckout(intentWithAction('display_bank_transfer_instructions', payload), {
    locale: 'en',
    ...options,
  });

function rows(): string[] {
  return [...document.querySelectorAll('.ps-detail')].map(
    (row) => `${row.querySelector('dt')?.textContent}: ${row.querySelector('dd')?.textContent}`,
  );
}

it.each(Object.entries(KINDS))(
  'shows an account of the kind %s as a bank asks for it',
  async (...kind) => {
    const [type, [, expected]] = kind;
    const { root } = await openTransfer({ financial_addresses: [address(type)] });
    expect(root.dataset.step).toBe('bank-transfer');
    expect(heading()).toBe('Pay by bank transfer');
    expect(rows()).toEqual([
      'Account holder: Tea & Co',
      ...expected,
      'Holder’s address: 1 Test Street, London, United Kingdom',
    ]);
    // One account is not hidden in a list of one.
    expect(screen.queryByRole('group')).toBeNull();
  },
);

it.each([
  ['ja', 'futsu', '普通'],
  ['de', 'checking', 'Girokonto'],
  ['de', 'certificate', 'certificate'],
  ['de', 'constructor', 'constructor'],
] as const)('names the kind of an account in %s: %s', async (language, account_type, name) => {
  const zengin = { account_type, bank_code: '1100' };
  const messages = await loadLocale(language);
  await openTransfer({ financial_addresses: [{ type: 'zengin', zengin }] }, { messages });
  expect(rows()).toContain(`${messages.details.account_type}: ${name}`);
});

it('shows what is still to come, and the reference that tells whose it is', async () => {
  const transfer = { reference: 'A1B2C3', amount_remaining: 7_550, currency: 'EUR' };
  const { answerNext } = await openTransfer({
    ...transfer,
    financial_addresses: [address('iban')],
  });
  expect(rows().slice(0, 2)).toEqual(['Still to pay: €75.50', 'Reference: A1B2C3']);
  expect(screen.getByText(/Include the reference in the transfer/)).toBeTruthy();
  expect(screen.getByText(/may take some days, and you may close this page/)).toBeTruthy();
  const rest = { ...transfer, amount_remaining: 50, financial_addresses: [address('iban')] };
  await answerNext(intentWithAction('display_bank_transfer_instructions', rest));
  expect(rows()[0]).toBe('Still to pay: €0.50');
});

it('shows neither amount nor reference where the gateway gives none', async () => {
  await openTransfer({ currency: 'eur', financial_addresses: [address('iban')] });
  expect(rows().some((row) => /^(Still to pay|Reference)/.test(row))).toBe(false);
  expect(document.querySelector('dl:empty')).toBeNull();
  expect(screen.queryByText(/Include the reference/)).toBeNull();
});

it.each([
  ['IBAN', 'iban', 'DE89370400440532013000'],
  ['Sort code', 'sort_code', '108800'],
  ['CLABE', 'spei', '000000001234567897'],
  ['Branch', 'zengin', '東京営業部'],
  ['Account holder', 'swift', 'Tea & Co'],
  ['Holder’s address', 'aba', '1 Test Street, London, United Kingdom'],
  ['Account type', 'zengin', 'Ordinary (普通)'],
  ['Country', 'iban', 'Germany'],
])('copies the %s of %s as it is typed elsewhere, and says so', async (label, type, value) => {
  const { click } = await openTransfer({ financial_addresses: [address(type)] });
  await click(`Copy ${label}`);
  expect(await pasted()).toBe(value);
  const said = screen.getAllByRole('status').filter((place) => place.textContent === 'Copied');
  expect(said).toHaveLength(1);
});

it.each([
  ['en', 123_456, 'eur', 'Still to pay: €1,234.56', '1234.56'],
  ['de', 123_456, 'eur', 'Still to pay: 1.234,56 €', '1234,56'],
  ['en', 5_000, 'jpy', 'Still to pay: ¥5,000', '5000'],
])('copies the amount as a bank’s form takes it (%s, %i %s)', async (...transfer) => {
  const [locale, amount_remaining, currency, shown, copied] = transfer;
  const { click } = await openTransfer(
    { hosted_instructions_url, amount_remaining, currency },
    // The shop's own words, with the customer's way to write money.
    { locale, messages: en },
  );
  expect(rows()[0]?.replace(/\s/g, ' ')).toBe(shown);
  await click('Copy Still to pay');
  expect(await pasted()).toBe(copied);
});

it('copies the reference', async () => {
  const { click } = await openTransfer({ hosted_instructions_url, reference: 'A1B2C3' });
  await click('Copy Reference');
  expect(await pasted()).toBe('A1B2C3');
});

it('lets the customer choose between two accounts, in words', async () => {
  await openTransfer({ financial_addresses: [address('aba'), address('swift')] });
  const groups = screen.getAllByRole<HTMLDetailsElement>('group');
  expect(groups.map((group) => [group.querySelector('summary')?.textContent, group.open])).toEqual([
    ['US transfer (ACH or wire)', true],
    ['International transfer (SWIFT)', false],
  ]);
});

it('shows two accounts of one kind, which nothing but their values tells apart', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const other = { type: 'iban', iban: { iban: 'FR1420041010050500013M02606' } };
  await openTransfer({ financial_addresses: [address('iban'), other] });
  expect(screen.getAllByRole('group')).toHaveLength(2);
  expect(rows()).toContain('IBAN: FR14 2004 1010 0505 0001 3M02 606');
  expect(log).not.toHaveBeenCalled();
});

it('tells how to copy by hand where the clipboard is refused', async () => {
  const { click } = await openTransfer({ financial_addresses: [address('iban')] });
  refuseClipboard();
  await click('Copy IBAN');
  expect(screen.getByText('Select the text to copy it').getAttribute('role')).toBe('status');
});

it('leads to the gateway’s page where it gives no account, and offers no print', async () => {
  await openTransfer({ hosted_instructions_url });
  expect(linkTo('Open the instructions')).toMatchObject({
    href: hosted_instructions_url,
    target: '_blank',
  });
  expect(screen.queryByRole('button', { name: 'Print' })).toBeNull();
});

it('prints, and reads again, by a tap', async () => {
  const print = vi.fn();
  const { click, reads } = await openTransfer({ financial_addresses: [address('iban')] });
  vi.stubGlobal('print', print);
  await click('Print');
  expect(print).toHaveBeenCalledOnce();
  await click('Check again');
  expect(reads).toHaveLength(2);
});

describe('a part of the transfer', () => {
  /** A payment of 20.99 of which this much is still to come. */
  const left = (amount_remaining: number, more: Json = {}) => ({
    ...intentWithAction('display_bank_transfer_instructions', {
      amount_remaining,
      currency: 'eur',
      reference: 'A1B2C3',
      financial_addresses: [address('iban')],
    }),
    currency: 'eur',
    ...more,
  });
  const TITLE = 'Pay by bank transfer';
  const FIVE =
    '€5.00 of €20.99 has arrived. Please transfer the remaining €15.99 with these details.';
  const notes = () => [...document.querySelectorAll('.ps-note')].map((note) => note.textContent);

  it('is told by how much of how much has come, and what is missing, aloud and once', async () => {
    const { answerNext } = await openCheckout(left(2_099), { locale: 'en' });
    expect(spoken()).toBe(`${TITLE}. Make a transfer at your bank with these details.`);
    const spokenNow: (string | null)[] = [];
    const place = document.querySelector('.ps-spoken[role=status]') as Element;
    new MutationObserver(() => spokenNow.push(spoken())).observe(place, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    await answerNext(left(1_599));
    await answerNext(left(1_599, { description: 'changed' }));
    await answerNext(left(1_599));
    expect(screen.getAllByText(FIVE)).toHaveLength(1);
    expect(rows()[0]).toBe('Still to pay: €15.99');
    expect(spokenNow.filter(Boolean)).toEqual([`${TITLE}. ${FIVE}`]);
    await answerNext(left(99));
    expect(screen.getByText(/^€20\.00 of €20\.99 has arrived\..* remaining €0\.99/)).toBeTruthy();
    expect(screen.queryByText(FIVE)).toBeNull();
  });

  it('is told on a page that is opened later, too', async () => {
    await openCheckout(left(1_599), { locale: 'en' });
    expect(spoken()).toBe(`${TITLE}. ${FIVE}`);
  });

  it('is not taken for nothing by who looks again', async () => {
    const { click, answerNext } = await openCheckout(left(1_599), { locale: 'en' });
    await click('Check again');
    expect(notes()).toEqual(['Nothing beyond €5.00 has arrived yet. We keep looking.']);
    expect(document.body.textContent).not.toContain('No payment has come in yet');
    // What was said of the part before is no longer so.
    await answerNext(left(599));
    expect(notes()).toEqual(['']);
    await click('Check again');
    await passTime(1_000);
    expect(notes()).toEqual(['Nothing beyond €15.00 has arrived yet. We keep looking.']);
  });

  it('that is found by looking again is news, not nothing', async () => {
    const { click, setAnswer } = await openCheckout(left(2_099), { locale: 'en' });
    await click('Check again');
    expect(notes()).toEqual(['No payment has come in yet. We keep looking.']);
    setAnswer(left(1_599));
    await click('Check again');
    await passTime(1_000);
    expect(screen.getByText(FIVE)).toBeTruthy();
    expect(notes()).toEqual(['']);
  });

  it.each([
    ['jpy', 5_000, 2_000, '¥3,000 of ¥5,000 has arrived.', 'remaining ¥2,000'],
    ['kwd', 12_345, 1, 'KWD 12.344 of KWD 12.345 has arrived.', 'remaining KWD 0.001'],
    ['mxn', 100, 1, 'MX$0.99 of MX$1.00 has arrived.', 'remaining MX$0.01'],
  ])('has the decimals of its currency: %s', async (currency, amount, rest, came, missing) => {
    const payload = { amount_remaining: rest, currency, hosted_instructions_url };
    const wire = intentWithAction('display_bank_transfer_instructions', payload);
    await openCheckout({ ...wire, amount, currency }, { locale: 'en' });
    const text = document.querySelector('.ps-text')?.textContent?.replace(/\s/g, ' ');
    expect(text).toContain(came);
    expect(text).toContain(missing);
  });

  it.each([
    ['nothing has come', left(2_099)],
    ['more is asked for than the payment', left(3_000)],
    ['the currencies differ', left(1_599, { currency: 'usd' })],
    ['the payment has no amount', left(1_599, { amount: null })],
  ])('is not told where %s', async (_, wire) => {
    await openCheckout(wire, { locale: 'en' });
    expect(screen.getByText('Make a transfer at your bank with these details.')).toBeTruthy();
  });

  it('that is the whole asks for no more', async () => {
    const { click, answerNext } = await openCheckout(left(1_599), { locale: 'en' });
    await answerNext(left(0));
    expect(heading()).toBe('Processing your payment');
    expect(rows()).toEqual([]);
    await click('Check again');
    expect(document.body.textContent).not.toMatch(/No payment|Nothing beyond/);
  });

  it.each(LOCALES)('is told in %s, with the three amounts', async (locale) => {
    const messages = locale === 'en' ? en : await loadLocale(locale);
    await openCheckout(left(1_599), { messages });
    const text = document.querySelector('.ps-text')?.textContent ?? '';
    for (const digits of [/5[.,]00/, /20[.,]99/, /15[.,]99/]) expect(text).toMatch(digits);
  });
});
