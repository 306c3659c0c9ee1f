import { en } from '../../src/locales/en.ts';
import { expect, FACES, type Face, type OrderRequest, type Shop, test } from '../support/shop.ts';

const fields = en.pay.fields;

/** Pastes as a customer does, so that whatever an input cuts is cut here, too. */
async function paste({ page }: Shop, label: string, text: string): Promise<void> {
  await page.getByLabel(label).focus();
  await page.keyboard.insertText(text);
}

interface Case {
  readonly order: OrderRequest;
  readonly pasted: Readonly<Record<string, string>>;
  /** What the inputs have in place of what was pasted: values in groups. */
  readonly shown?: Readonly<Record<string, string>>;
  readonly sent: Readonly<Record<string, string>>;
}

const BLIK = { gateway: 'stripe', methods: ['blik'], currency: 'pln' } as const;
const MB_WAY = { gateway: 'stripe', methods: ['mb_way'], currency: 'eur' } as const;
const CODE = 'payment_method_options[blik][code]';
const PHONE = 'payment_method_data[billing_details][phone]';
const EMAIL = 'payment_method_data[billing_details][email]';
const NAME = 'payment_method_data[billing_details][name]';

const CASES: Readonly<Record<string, Case>> = {
  'a code with a blank before it': {
    order: BLIK,
    pasted: { [fields.code]: ' 123 456' },
    shown: { [fields.code]: '123 456' },
    sent: { [CODE]: '123456' },
  },
  'a code in full width': {
    order: BLIK,
    pasted: { [fields.code]: '１２３ ４５６' },
    shown: { [fields.code]: '123 456' },
    sent: { [CODE]: '123456' },
  },
  'a code with its label': {
    order: BLIK,
    pasted: { [fields.code]: 'BLIK: 123 456' },
    sent: { [CODE]: '123456' },
  },
  'a number in Arabic digits': {
    order: MB_WAY,
    pasted: { [fields.phone]: '٩١٢٣٤٥٦٧٨' },
    shown: { [fields.phone]: '912 345 678' },
    sent: { [PHONE]: '+351912345678' },
  },
  'a number with a zero in brackets': {
    order: MB_WAY,
    pasted: { [fields.phone]: '+351 (0) 912 345 678' },
    sent: { [PHONE]: '+351912345678' },
  },
  'a voucher’s data from a Japanese keyboard and an address book': {
    order: { gateway: 'stripe', methods: ['boleto'], currency: 'brl' },
    pasted: {
      [fields.name]: 'Ame\u0301lie O’Neill',
      [fields.email]: 'taro＠example\u200b.com',
      [fields.taxId]: '\u202a 11.222.333/0001-81\u202c',
      [fields.line1]: 'Avenida Paulista,\u00a0１５７８',
      [fields.city]: 'São Paulo\u200e',
      [fields.state]: 'SP ',
      [fields.postalCode]: 'CEP: 01310\u2011100',
    },
    shown: { [fields.taxId]: '11.222.333/0001-81' },
    sent: {
      [NAME]: 'Amélie O’Neill',
      [EMAIL]: 'taro@example.com',
      'payment_method_data[boleto][tax_id]': '11222333000181',
      'payment_method_data[billing_details][address][line1]': 'Avenida Paulista, 1578',
      'payment_method_data[billing_details][address][city]': 'São Paulo',
      'payment_method_data[billing_details][address][state]': 'SP',
      'payment_method_data[billing_details][address][postal_code]': '01310-100',
    },
  },
};

for (const [name, { order: request, pasted, shown, sent }] of Object.entries(CASES)) {
  for (const face of Object.keys(FACES) as Face[]) {
    test(`${name} is sent as it is meant and shown as it was pasted or in groups, by ${face}`, async ({
      shop,
      page,
    }) => {
      await shop.open(face, await shop.order(request));
      await shop.expectPhase('payable');
      for (const [label, text] of Object.entries(pasted)) await paste(shop, label, text);
      for (const [label, text] of Object.entries(pasted)) {
        await expect(page.getByLabel(label)).toHaveValue(shown?.[label] ?? text);
      }
      const [confirm] = await Promise.all([
        page.waitForRequest(/\/confirm$/),
        page.keyboard.press('Enter'),
      ]);
      const body = Object.fromEntries(new URLSearchParams(confirm.postData() ?? ''));
      expect(body).toMatchObject(sent);
      await shop.expectPhase('action');
    });
  }
}
