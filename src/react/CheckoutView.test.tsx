import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { intent, PAID, QR, SECRET } from '../checkout/testing/createTestCheckout.ts';
import { en as m } from '../locales/index.ts';
import { CheckoutView, useCheckout } from './index.ts';
import { CustomView } from './stories/shop/CustomView.tsx';
import { passTime, stopClock } from './testing/clock.ts';
import { createFakeGateway } from './testing/fakeGateway.ts';

const PAYABLE = intent({
  status: 'requires_payment_method',
  payment_method_types: ['wechat_pay', 'alipay'],
});

const RETURN_URL = 'https://shop.example/return';

it('pays, within a view of the shop’s own that draws the code and the end', async () => {
  const user = stopClock();
  const gateway = createFakeGateway(PAYABLE);
  gateway.confirmWith(QR);
  render(<CustomView gateway={gateway.make()} clientSecret={SECRET} returnUrl={RETURN_URL} />);
  await passTime();
  await user.click(screen.getByRole('radio', { name: 'WeChat Pay' }));
  await user.click(screen.getByRole('button', { name: m.pay.code }));
  await passTime();
  expect(gateway.sent).toMatchObject([
    { 'payment_method_data[type]': 'wechat_pay', return_url: RETURN_URL },
  ]);
  expect(screen.getByRole('img', { name: 'QR code for wechat_pay' })).toBeTruthy();
  expect(document.querySelector('.paystep')).toBeNull();
  gateway.setAnswer(PAID);
  await passTime(10_000);
  expect(screen.getByRole('heading').textContent).toMatch(/^Thank you/);
});

it('shows what a failure leaves, and pays again', async () => {
  const user = stopClock();
  const error = { code: 'card_declined', payment_method: { id: 'pm_1', type: 'wechat_pay' } };
  const gateway = createFakeGateway({ ...PAYABLE, last_payment_error: error });
  gateway.confirmWith(QR);
  render(<CustomView gateway={gateway.make()} clientSecret={SECRET} returnUrl={RETURN_URL} />);
  await passTime();
  await user.click(screen.getByRole('button', { name: m.tryAgain }));
  await passTime();
  expect(gateway.sent).toHaveLength(1);
  expect(screen.getByRole('img', { name: 'QR code for wechat_pay' })).toBeTruthy();
});

it('takes the options of <Checkout>', async () => {
  stopClock();
  const gateway = createFakeGateway(PAYABLE).make();
  const View = () => (
    <CheckoutView
      {...useCheckout({ gateway, clientSecret: SECRET })}
      returnUrl={RETURN_URL}
      paymentMethodTypes={['alipay']}
      messages={{ pay: { title: 'How?' } }}
      className="own"
    />
  );
  render(<View />);
  await passTime();
  expect(document.querySelector('.paystep.own')).toBeTruthy();
  expect(screen.getByRole('heading').textContent).toBe('How?');
  expect(screen.getAllByRole<HTMLInputElement>('radio').map(({ value }) => value)).toEqual([
    'alipay',
  ]);
});

it('only watches without a way to confirm', async () => {
  stopClock();
  const gateway = createFakeGateway(PAYABLE).make();
  const View = () => {
    const { state, refetch } = useCheckout({ gateway, clientSecret: SECRET });
    return <CheckoutView state={state} refetch={refetch} />;
  };
  render(<View />);
  await passTime();
  expect(screen.queryAllByRole('radio')).toEqual([]);
  expect(screen.getByRole('heading').textContent).toBe(m.payable.title);
});

it('reads when the customer asks', async () => {
  const user = stopClock();
  const gateway = createFakeGateway({ http: 404 });
  const made = gateway.make();
  const View = () => <CheckoutView {...useCheckout({ gateway: made, clientSecret: SECRET })} />;
  render(<View />);
  await passTime();
  const before = gateway.reads.length;
  await user.click(screen.getByRole('button', { name: m.checkAgain }));
  await passTime(1_000);
  expect(gateway.reads.length).toBeGreaterThan(before);
});
