import type { Meta, StoryObj } from '@storybook/react-vite';
import { TRANSFER_SCHEMES } from '../../sandbox/methods/bankAccounts.ts';
import { CheckoutView, type CheckoutViewProps } from '../CheckoutView.tsx';
import { NOW, stateWithAction } from './shop/checkoutStates.ts';
import { CONTROLS, ON_PHONE, PHONE, SHOP_PROPS } from './shop/screen.ts';

const meta = {
  title: 'Steps/Vouchers and transfers',
  component: CheckoutView,
  args: SHOP_PROPS,
  argTypes: CONTROLS,
} satisfies Meta<typeof CheckoutView>;

export default meta;

type Story = StoryObj<CheckoutViewProps>;

const hosted_voucher_url = 'https://gateway.example/voucher';
const IN_THREE_DAYS = NOW / 1000 + 3 * 24 * 3600;

const OXXO = { number: '12345678901234657890123456789012', hosted_voucher_url };
const MXN = { currency: 'mxn', amount: 34_900 };
const KONBINI = {
  stores: {
    familymart: { payment_code: '404001', confirmation_number: '01234567890' },
    lawson: { payment_code: '500005', confirmation_number: '01234567890' },
    ministop: { payment_code: '600006', confirmation_number: '01234567890' },
    seicomart: { payment_code: '700007', confirmation_number: '01234567890' },
  },
  hosted_voucher_url,
  expires_at: IN_THREE_DAYS,
};
const JPY = { currency: 'jpy', amount: 5_200 };

/** A transfer of 1,250.00 in one of the sandbox's schemes, of which this much is still to come. */
function transfer(scheme: string, amount_remaining = 125_000, device = {}) {
  const { currency, accounts } = TRANSFER_SCHEMES[scheme] ?? { currency: 'usd', accounts: [] };
  const payload = {
    amount_remaining,
    currency,
    reference: 'K7M2PX4QRT',
    financial_addresses: accounts,
    hosted_instructions_url: 'https://gateway.example/transfer',
  };
  return stateWithAction('display_bank_transfer_instructions', payload, device, {
    currency,
    amount: 125_000,
  });
}

export const Oxxo: Story = {
  name: 'OXXO',
  args: {
    state: stateWithAction(
      'oxxo_display_details',
      { ...OXXO, expires_after: IN_THREE_DAYS },
      {},
      MXN,
    ),
  },
};

export const OxxoExpired: Story = {
  name: 'OXXO, expired',
  args: {
    state: stateWithAction('oxxo_display_details', { ...OXXO, expires_after: NOW / 1000 }, {}, MXN),
  },
};

export const OxxoExpiredWithoutRefresh: Story = {
  name: 'OXXO, expired, without another try',
  args: { ...OxxoExpired.args, onRetry: undefined },
};

export const OxxoOnPhone: Story = {
  name: 'OXXO on a phone',
  args: {
    state: stateWithAction(
      'oxxo_display_details',
      { ...OXXO, expires_after: IN_THREE_DAYS },
      PHONE,
      MXN,
    ),
  },
  globals: ON_PHONE,
};

const BOLETO = {
  number: '23793381286000782713695000063305975520000370000',
  hosted_voucher_url,
  pdf: 'https://gateway.example/boleto.pdf',
  expires_at: IN_THREE_DAYS,
};
const BRL = { currency: 'brl', amount: 370_000 };

export const Boleto: Story = {
  args: { state: stateWithAction('boleto_display_details', BOLETO, {}, BRL) },
};

export const BoletoOnPhone: Story = {
  name: 'Boleto on a phone',
  args: { state: stateWithAction('boleto_display_details', BOLETO, PHONE, BRL) },
  globals: ON_PHONE,
};

export const BoletoWithoutBarcode: Story = {
  name: 'Boleto whose number has no barcode',
  args: {
    state: stateWithAction(
      'boleto_display_details',
      { ...BOLETO, number: '01010101010101010101010101010101010101010101010' },
      {},
      BRL,
    ),
  },
};

export const Konbini: Story = {
  args: { state: stateWithAction('konbini_display_details', KONBINI, {}, JPY) },
};

export const KonbiniOnPhone: Story = {
  name: 'Konbini on a phone',
  args: { state: stateWithAction('konbini_display_details', KONBINI, PHONE, JPY) },
  globals: ON_PHONE,
};

export const Multibanco: Story = {
  args: {
    state: stateWithAction(
      'multibanco_display_details',
      { entity: '12345', reference: '999123456', hosted_voucher_url, expires_at: IN_THREE_DAYS },
      {},
      { currency: 'eur' },
    ),
  },
};

export const VoucherPage: Story = {
  name: 'A voucher that is only a page',
  args: { state: stateWithAction('oxxo_display_details', { hosted_voucher_url }, {}, MXN) },
};

export const TransferEuro: Story = {
  name: 'Transfer in euros',
  args: { state: transfer('eu_bank_transfer') },
};

export const TransferEuroOnPhone: Story = {
  name: 'Transfer in euros on a phone',
  args: { state: transfer('eu_bank_transfer', 125_000, PHONE) },
  globals: ON_PHONE,
};

export const TransferInParts: Story = {
  name: 'Transfer, a part of which has arrived',
  args: { state: transfer('eu_bank_transfer', 75_050) },
};

export const TransferPounds: Story = {
  name: 'Transfer in pounds',
  args: { state: transfer('gb_bank_transfer') },
};

export const TransferDollars: Story = {
  name: 'Transfer in dollars, two ways',
  args: { state: transfer('us_bank_transfer') },
};

export const TransferYen: Story = {
  name: 'Transfer in yen',
  args: { state: transfer('jp_bank_transfer') },
};

export const TransferPesos: Story = {
  name: 'Transfer in pesos',
  args: { state: transfer('mx_bank_transfer') },
};

export const TransferPage: Story = {
  name: 'A transfer that is only a page',
  args: {
    state: stateWithAction(
      'display_bank_transfer_instructions',
      {
        amount_remaining: 125_000,
        currency: 'eur',
        reference: 'K7M2PX4QRT',
        hosted_instructions_url: 'https://gateway.example/transfer',
      },
      {},
      { currency: 'eur', amount: 125_000 },
    ),
  },
};
