import { describe, expect, it } from 'vitest';
import type { DetailName } from '../step.ts';
import { DEVICE_NAMES, plan } from '../testing/devices.ts';
import { example } from '../testing/examples.ts';

const hostedUrl = 'https://voucher.example/page';
const AT = 1_700_000_000;
const EXPIRES_AT = AT * 1000;

type Values = Partial<Record<DetailName, string>>;

/** What a step shows of its groups, in the order in which it shows it. */
function groupsOf(step: object) {
  if (!('groups' in step)) throw new Error(`no groups in ${JSON.stringify(step)}`);
  return step.groups;
}

/** A group as it is expected: its values in their order. */
function group(name: string, values: Values) {
  const details = Object.entries(values).map(([name, value]) => ({ name, value }));
  return { name, details };
}

function voucher(method: string, groups: object[], fields: object = {}) {
  return {
    kind: 'voucher',
    method,
    groups,
    hostedUrl,
    pdfUrl: null,
    expiresAt: EXPIRES_AT,
    ...fields,
  };
}

const UNUSABLE = {
  number: '',
  entity: null,
  reference: null,
  hosted_voucher_url: 'javascript:alert(1)',
  pdf: 'data:application/pdf;base64,AAAA',
  expires_at: AT,
};

describe('a voucher', () => {
  it.each([
    [
      'oxxo_display_details',
      voucher('oxxo', [group('', { number: '12345678901234657890123456789012' })]),
    ],
    [
      'boleto_display_details',
      voucher(
        'boleto',
        [group('', { number: '01010101010101010101010101010101010101010101010' })],
        {
          pdfUrl: 'https://voucher.example/boleto.pdf',
        },
      ),
    ],
    [
      'multibanco_display_details',
      voucher('multibanco', [group('', { entity: '12345', reference: '123 456 789' })]),
    ],
    [
      'konbini_display_details',
      voucher('konbini', [
        group('familymart', { payment_code: '404001', confirmation_number: '01234567890' }),
        group('lawson', { payment_code: '500005', confirmation_number: '01234567890' }),
        group('ministop', { payment_code: '600006' }),
      ]),
    ],
  ])('%s shows all that the gateway gives, on every device', (type, expected) => {
    for (const device of DEVICE_NAMES) {
      expect(plan(type, example(type), device)).toEqual(expected);
    }
  });

  const TYPES =
    'oxxo_display_details boleto_display_details multibanco_display_details konbini_display_details';

  it.each(TYPES.split(' '))("%s is only the gateway's page where there is no value", (type) => {
    const step = plan(type, { hosted_voucher_url: hostedUrl, stores: null });
    expect(step).toMatchObject({ kind: 'voucher', groups: [], hostedUrl, expiresAt: null });
  });

  it.each(TYPES.split(' '))('%s is only its values where the page is null', (type) => {
    const { hosted_voucher_url: _, pdf: __, ...values } = example(type);
    const step = plan(type, { ...values, hosted_voucher_url: null });
    expect(step).toMatchObject({ kind: 'voucher', hostedUrl: null });
    expect(groupsOf(step)).not.toHaveLength(0);
  });

  it.each(TYPES.split(' '))('%s is not supported where nothing of it can be used', (type) => {
    expect(plan(type, UNUSABLE).kind).toBe('unsupported');
    expect(plan(type, {}).kind).toBe('unsupported');
  });

  it('is only a PDF where there is nothing else', () => {
    const pdf = 'https://voucher.example/boleto.pdf';
    const step = plan('boleto_display_details', { pdf });
    expect(step).toMatchObject({ groups: [], hostedUrl: null, pdfUrl: pdf });
  });

  it('shows of two values the one that is there', () => {
    const step = plan('multibanco_display_details', { entity: null, reference: '123 456 789' });
    expect(groupsOf(step)).toEqual([group('', { reference: '123 456 789' })]);
  });

  it.each([
    ['expires_after, as OXXO says', { expires_after: AT }, EXPIRES_AT],
    ['expires_at, as all others say', { expires_at: AT }, EXPIRES_AT],
    ['expires_after beside a null', { expires_at: null, expires_after: AT }, EXPIRES_AT],
    ['expires_at of the two', { expires_at: AT, expires_after: AT + 60 }, EXPIRES_AT],
    ['neither', {}, null],
    ['a text', { expires_at: '1700000000' }, null],
  ])('expires at %s', (_, times, expiresAt) => {
    expect(plan('oxxo_display_details', { number: '1', ...times })).toMatchObject({ expiresAt });
  });
});

describe('a konbini voucher', () => {
  const type = 'konbini_display_details';

  it.each([
    ['null', null],
    ['empty', {}],
    ['without a code', { payment_code: null, confirmation_number: '' }],
    ['a text', '404001'],
    ['a list', ['404001']],
  ])('leaves out a chain that is %s', (_, seicomart) => {
    const stores = { seicomart, lawson: { payment_code: '500005' } };
    const step = plan(type, { stores });
    expect(groupsOf(step)).toEqual([group('lawson', { payment_code: '500005' })]);
  });

  it('shows a chain that nobody knows yet', () => {
    const stores = { seven_eleven: { payment_code: '7' } };
    expect(groupsOf(plan(type, { stores }))).toEqual([
      group('seven_eleven', { payment_code: '7' }),
    ]);
  });

  it('is only the page where every chain is null', () => {
    const stores = { familymart: null, lawson: null, ministop: null, seicomart: null };
    expect(plan(type, { stores }).kind).toBe('unsupported');
    const step = plan(type, { stores, hosted_voucher_url: hostedUrl });
    expect(step).toMatchObject({ kind: 'voucher', groups: [] });
  });
});
