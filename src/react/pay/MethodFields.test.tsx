import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { QR } from '../../checkout/testing/createTestCheckout.ts';
import { en as m } from '../../locales/index.ts';
import { messages as ptBR } from '../../locales/pt-BR.ts';
import { passTime } from '../testing/clock.ts';
import { heading } from '../testing/openCheckout.tsx';
import { chosen, field, isWrong, openUnpaid, radios, unpaid } from '../testing/unpaid.tsx';

const f = m.pay.fields;

describe('by keyboard alone', () => {
  it('a method is chosen with the arrows, its fields are filled in, and Enter pays', async () => {
    const { user, sent, confirmWith } = await openUnpaid(['alipay', 'konbini', 'blik']);
    confirmWith(QR);
    await user.tab();
    expect(document.activeElement).toBe(radios()[0]);
    await user.keyboard('{ArrowDown}');
    expect(chosen()).toBe('konbini');
    await user.tab();
    expect(document.activeElement).toBe(field(f.name));
    await user.keyboard('Ana Souza');
    await user.tab();
    await user.keyboard('ana@example.com{Enter}');
    await passTime();
    expect(sent).toHaveLength(1);
    expect(heading()).toBe('Pay with WeChat Pay');
  });

  it('the group is one stop, and the button the next', async () => {
    const { user } = await openUnpaid(['alipay', 'wechat_pay']);
    await user.tab();
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /Alipay/ }));
  });

  it('the button keeps the focus while the payment is under way', async () => {
    const { user, confirmWith } = await openUnpaid(['alipay']);
    confirmWith({ after: 5_000, gives: QR });
    await user.tab();
    await user.tab();
    await user.keyboard('{Enter}');
    await passTime();
    expect(document.activeElement?.textContent).toBe(m.pay.busy);
    await passTime(6_000);
  });
});

describe('what was entered', () => {
  it('stays while another method is looked at', async () => {
    const { user } = await openUnpaid(['konbini', 'alipay', 'boleto']);
    await user.type(field(f.name), 'Ana Souza');
    await user.click(screen.getByRole('radio', { name: 'Alipay' }));
    await user.click(screen.getByRole('radio', { name: 'Boleto' }));
    expect(field(f.name).value).toBe('Ana Souza');
  });

  it('is in groups, what the shop knows of the customer included', async () => {
    const customer = { phone: '+351912345678' };
    const { user, click, sent, confirmWith } = await openUnpaid(['mb_way'], { customer });
    expect(field(f.phone).value).toBe('+351 912 345 678');
    await user.clear(field(f.phone));
    await user.type(field(f.phone), '961234567');
    expect(field(f.phone).value).toBe('961 234 567');
    confirmWith(QR);
    await click(/^Pay/);
    expect(sent[0]?.['payment_method_data[billing_details][phone]']).toBe('+351961234567');
  });

  it('is wrong only for the method that refuses it', async () => {
    const { user } = await openUnpaid(['oxxo', 'konbini']);
    await user.type(field(f.name), 'Ana');
    await user.tab();
    expect(isWrong(f.name)).toBe(true);
    await user.click(screen.getByRole('radio', { name: 'Konbini' }));
    expect(isWrong(f.name)).toBe(false);
    await user.click(screen.getByRole('radio', { name: 'OXXO' }));
    await user.click(field(f.name));
    await user.tab();
    expect(isWrong(f.name)).toBe(true);
  });

  it('is asked for by its name, and told in words what is wrong', async () => {
    const { click } = await openUnpaid(['boleto']);
    await click(m.pay.voucher);
    for (const name of [
      'name',
      'email',
      'taxId',
      'line1',
      'city',
      'state',
      'postalCode',
    ] as const) {
      const input = field(f[name]);
      expect(input.required).toBe(true);
      const told = document.getElementById(input.getAttribute('aria-describedby') ?? '');
      expect(told?.textContent).toBe(m.pay.wrong[name]);
    }
    expect(document.activeElement).toBe(field(f.name));
  });

  it('is a number on a phone’s keyboard, and a code that the phone can fill in', async () => {
    await openUnpaid(['blik', 'mb_way']);
    expect(field(f.code)).toMatchObject({ inputMode: 'numeric', autocomplete: 'one-time-code' });
  });

  it('may be left out where it is optional', async () => {
    const { click, user, sent, confirmWith } = await openUnpaid(['eps']);
    confirmWith(QR);
    await user.type(field(f.name), 'Ana');
    await click(/eps/i);
    await passTime();
    expect(Object.keys(sent[0] ?? {})).not.toContain('payment_method_data[eps][bank]');
    expect(sent).toHaveLength(1);
  });

  it('may be a bank from a list', async () => {
    const { click, user, sent, confirmWith } = await openUnpaid(['fpx']);
    confirmWith(QR);
    await click(/FPX/);
    expect(document.activeElement).toBe(field(f.bank));
    await user.selectOptions(field(f.bank), 'Maybank2U');
    await click(/FPX/);
    await passTime();
    expect(sent[0]).toMatchObject({ 'payment_method_data[fpx][bank]': 'maybank2u' });
  });

  it.each([
    ['pt-BR', ptBR, 'Alemanha'],
    ['pt_BR', ptBR, 'Alemanha'],
    ['x', m, 'Germany'],
  ])('may be a country, in the customer’s language: %s', async (locale, words, name) => {
    await openUnpaid(['klarna'], { locale });
    await vi.dynamicImportSettled();
    await passTime();
    const options = field(words.pay.fields.country).querySelectorAll('option');
    expect([...options].map(({ text }) => text)).toContain(name);
  });

  it('is what the shop knows already, until the customer changes it', async () => {
    const customer = { name: 'Ana', email: 'ana@example.com' };
    const { click, user, sent, confirmWith } = await openUnpaid(['konbini'], { customer });
    confirmWith(QR);
    await user.clear(field(f.name));
    await user.type(field(f.name), 'Bea');
    await click(m.pay.voucher);
    await passTime();
    expect(sent[0]).toMatchObject({
      'payment_method_data[billing_details][name]': 'Bea',
      'payment_method_data[billing_details][email]': 'ana@example.com',
    });
  });

  it('is stored nowhere', async () => {
    const store = vi.spyOn(Storage.prototype, 'setItem');
    const { click, user, confirmWith } = await openUnpaid(['konbini']);
    confirmWith(QR);
    await user.type(field(f.name), 'Ana Souza');
    await user.type(field(f.email), 'ana@example.com');
    await click(m.pay.voucher);
    await passTime();
    for (const [, value] of store.mock.calls) expect(value).not.toMatch(/Ana|example/);
    expect(document.cookie).not.toContain('Ana');
  });
});

describe('what went wrong', () => {
  it('is no longer read when another method is chosen', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { click, user, confirmWith } = await openUnpaid(['alipay', 'wechat_pay']);
    confirmWith({ http: 400, error: { code: 'amount_too_small' } });
    await click(/Alipay/);
    await passTime();
    expect(screen.getByText(m.pay.refused).getAttribute('role')).toBe('alert');
    await user.click(screen.getByRole('radio', { name: 'WeChat Pay' }));
    expect(screen.queryByText(m.pay.refused)).toBeNull();
  });

  it('never shows the gateway’s own words, and never logs what was entered', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { click, user, confirmWith } = await openUnpaid(['konbini']);
    const message = 'No such payment_intent: Ana Souza pi_1_secret_2';
    confirmWith({ http: 400, error: { code: 'resource_missing', message } });
    await user.type(field(f.name), 'Ana Souza');
    await user.type(field(f.email), 'ana@example.com');
    await click(m.pay.voucher);
    await passTime();
    expect(document.body.textContent).not.toMatch(/resource_missing|No such/);
    expect(JSON.stringify(log.mock.calls)).not.toMatch(/Ana|ana@|secret_2|pk_test/);
  });

  it('may be that nobody answered; then trying again is safe', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { click, sent, confirmWith } = await openUnpaid(['alipay']);
    confirmWith({ http: 503 });
    await click(/Alipay/);
    await passTime(60_000);
    expect(screen.getByText(m.pay.unanswered)).toBeTruthy();
    expect(sent).toHaveLength(4);
    confirmWith(QR);
    await click(/Alipay/);
    await passTime();
    expect(heading()).toBe('Pay with WeChat Pay');
  });

  it('may be that the amount has changed: it is shown, and paid when the customer agrees', async () => {
    const { click, user, sent, setAnswer, confirmWith } = await openUnpaid(['blik']);
    await user.type(field(f.code), '123456');
    setAnswer(unpaid(['blik'], { amount: 9900 }));
    await click('Pay CN¥20.99');
    await passTime();
    expect(screen.getByText(m.pay.changed)).toBeTruthy();
    expect(sent).toEqual([]);
    confirmWith(QR);
    await click('Pay CN¥99.00');
    await passTime();
    expect(sent).toHaveLength(1);
  });
});
