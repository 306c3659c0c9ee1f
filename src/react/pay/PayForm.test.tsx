import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { intent, QR } from '../../checkout/testing/createTestCheckout.ts';
import { STRIPE_VERSION } from '../../gateway/stripe.ts';
import { en as m } from '../../locales/index.ts';
import { passTime } from '../testing/clock.ts';
import { heading, openCheckout, spoken } from '../testing/openCheckout.tsx';
import { field, openUnpaid, radios, unpaid } from '../testing/unpaid.tsx';

const f = m.pay.fields;

describe('the list of methods', () => {
  it('is one group, with the first chosen, and says what it is about', async () => {
    await openUnpaid(['alipay', 'wechat_pay']);
    expect(screen.getByRole('group', { name: m.pay.title })).toBeTruthy();
    expect(radios().map(({ checked }) => checked)).toEqual([true, false]);
    expect(heading()).toBe(m.pay.title);
    expect(spoken()).toBe(m.pay.title);
  });

  it.each([
    ['alipay', 'Continue to Alipay'],
    ['wechat_pay', 'Show QR code'],
    ['konbini', 'Get the voucher'],
    ['customer_balance', 'Show the bank details'],
    ['blik', 'Pay CN¥20.99'],
  ])('has a button that says what comes next: %s, "%s"', async (type, words) => {
    await openUnpaid([type]);
    expect(screen.getByRole('button', { name: words })).toBeTruthy();
  });

  it('offers nothing where the shop only watches', async () => {
    await openUnpaid(['alipay'], { paymentMethodTypes: [] });
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByText(m.payable.text)).toBeTruthy();
  });

  it('says so where nothing of what the payment takes can be done here', async () => {
    await openUnpaid(['card']);
    expect(screen.getByText(m.pay.none)).toBeTruthy();
  });

  it('leaves a payment that only a server may confirm to that server', async () => {
    await openUnpaid(['alipay'], {}, { confirmation_method: 'manual' });
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('tells the developer what wants a return address', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    await openCheckout(unpaid(['twint', 'blik']));
    expect(radios().map(({ value }) => value)).toEqual(['blik']);
    expect(error).toHaveBeenCalledWith(expect.stringContaining('twint cannot be offered'));
  });
});

describe('a form', () => {
  it('helps the browser to fill it in', async () => {
    await openUnpaid(['boleto']);
    const tokens = [f.name, f.email, f.taxId, f.line1, f.city, f.state, f.postalCode].map(
      (label) => field(label).autocomplete,
    );
    expect(tokens).toEqual([
      ...['name', 'email', 'off', 'address-line1', 'address-level2', 'address-level1'],
      'postal-code',
    ]);
    expect(field(f.email)).toMatchObject({ type: 'email', inputMode: 'email' });
  });

  it('points at what is wrong when it is left, and not while it is typed', async () => {
    const { user } = await openUnpaid(['konbini']);
    await user.type(field(f.email), 'ana@');
    expect(field(f.email).getAttribute('aria-invalid')).toBe('false');
    await user.tab();
    expect(field(f.email).getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(m.pay.wrong.email)).toBeTruthy();
    // An empty field that is passed by is nobody's mistake yet.
    expect(field(f.name).getAttribute('aria-invalid')).toBe('false');
    await user.type(field(f.email), 'example.com');
    expect(field(f.email).getAttribute('aria-invalid')).toBe('false');
  });

  it('focuses the first that is wrong when it is sent', async () => {
    const { click, sent } = await openUnpaid(['konbini'], { customer: { name: 'Ana' } });
    await click(m.pay.voucher);
    expect(document.activeElement).toBe(field(f.email));
    expect(field(f.name).value).toBe('Ana');
    expect(sent).toEqual([]);
  });

  it('sends what was entered, with the key and the return address', async () => {
    const { click, user, sent, confirmWith } = await openUnpaid(['blik', 'konbini']);
    confirmWith(QR);
    await user.click(screen.getByRole('radio', { name: 'Konbini' }));
    await user.type(field(f.name), 'Ana Souza');
    await user.type(field(f.email), 'ana@example.com');
    await click(m.pay.voucher);
    await passTime();
    expect(sent).toEqual([
      {
        key: 'pk_test_1',
        ...STRIPE_VERSION,
        client_secret: 'pi_1_secret_2',
        'payment_method_data[type]': 'konbini',
        'payment_method_data[billing_details][name]': 'Ana Souza',
        'payment_method_data[billing_details][email]': 'ana@example.com',
        return_url: 'https://shop.example/return',
      },
    ]);
    expect(heading()).toBe('Pay with WeChat Pay');
  });

  it('lets nobody send it twice', async () => {
    const { user, sent, confirmWith } = await openUnpaid(['alipay'], { strict: true });
    confirmWith({ after: 5_000, gives: QR });
    const button = screen.getByRole('button', { name: 'Continue to Alipay' });
    await user.dblClick(button);
    await passTime();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.textContent).toBe(m.pay.busy);
    await user.click(button);
    // So that it does not go on into another test.
    await passTime(6_000);
    expect(sent).toHaveLength(1);
  });

  it('points at the field that the gateway finds wrong', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { click, user, confirmWith } = await openUnpaid(['blik']);
    confirmWith({ http: 400, error: { param: 'payment_method_options[blik][code]' } });
    await user.type(field(f.code), '123456');
    await click('Pay CN¥20.99');
    await passTime();
    expect(document.activeElement).toBe(field(f.code));
    expect(screen.getByText(m.pay.wrong.code)).toBeTruthy();
  });

  it('says plainly that a request was refused, and keeps what was entered', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { click, user, confirmWith } = await openUnpaid(['konbini']);
    confirmWith({ http: 403 });
    await user.type(field(f.name), 'Ana');
    await user.type(field(f.email), 'ana@example.com');
    await click(m.pay.voucher);
    await passTime();
    expect(screen.getByText(m.pay.refused)).toBeTruthy();
    expect(field(f.name).value).toBe('Ana');
    expect(error).toHaveBeenCalledWith(expect.stringContaining('could not be confirmed'));
  });

  it('goes when the payment has been made elsewhere meanwhile', async () => {
    const { answerNext } = await openUnpaid(['konbini']);
    await answerNext(intent({ status: 'succeeded' }));
    expect(heading()).toBe('Payment complete');
  });

  it('is taken off the page in the middle without a word', async () => {
    const { click, confirmWith, unmount } = await openUnpaid(['alipay']);
    confirmWith({ after: 5_000, gives: QR });
    await click('Continue to Alipay');
    unmount();
    await passTime(10_000);
  });
});
