import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { intent, intentWithAction, PAID } from '../../checkout/testing/createTestCheckout.ts';
import { DEVICES } from '../../step/testing/devices.ts';
import { passTime } from '../testing/clock.ts';
import { heading, type Options, openCheckout } from '../testing/openCheckout.tsx';

const PARAMS = {
  appId: 'wx2421b1c4370ec43b',
  timeStamp: '1700000000',
  nonceStr: 'e61463f8efa94090b1f366cccfbbb444',
  package: 'prepay_id=wx21201855730335ac86f8c43d1889123400',
  signType: 'RSA',
  paySign: 'oR9d8PuhnIc+YZ8cBHFCwfgpaK9gd7vaRvkYD7rthRAZ',
};
const STEP = intentWithAction('wechat_pay_official_account_params', PARAMS);
const OK = 'get_brand_wcpay_request:ok';
const OPENING = 'Opening WeChat Pay…';

beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, '', '/checkout');
});

/** Stands in for what WeChat puts into the pages of its browser; a test answers for its sheet. */
function createBridge() {
  const asked: unknown[][] = [];
  let answer: (result: unknown) => void = () => {};
  return {
    asked,
    /** What WeChat does when it is ready. */
    arrive(): void {
      vi.stubGlobal('WeixinJSBridge', {
        invoke(name: string, params: unknown, callback: (result: unknown) => void) {
          asked.push([name, params]);
          answer = callback;
        },
      });
      fireEvent(document, new Event('WeixinJSBridgeReady'));
    },
    /** The sheet closes with this result. */
    async end(result: unknown): Promise<void> {
      answer(result);
      await passTime();
    },
  };
}

/** A page inside WeChat, whose bridge is there from the start. */
async function openInWechat(options?: Options) {
  const bridge = createBridge();
  bridge.arrive();
  const page = await openCheckout(STEP, { device: DEVICES.wechat, ...options });
  await passTime();
  return { ...page, ...bridge };
}

it.each([{ strict: false }, { strict: true }])(
  'brings up WeChat’s own sheet once by itself, with what the gateway has signed (%o)',
  async (options) => {
    const { asked, change, root } = await openInWechat(options);
    expect(root.dataset.step).toBe('wechat-jsapi');
    expect(heading()).toBe(OPENING);
    await change({ className: 'other' });
    await passTime(60_000);
    expect(asked).toEqual([['getBrandWCPayRequest', PARAMS]]);
  },
);

it('waits for a bridge that arrives late', async () => {
  const bridge = createBridge();
  await openCheckout(STEP, { device: DEVICES.wechat });
  await passTime(3_000);
  expect(heading()).toBe(OPENING);
  bridge.arrive();
  await passTime();
  expect(bridge.asked).toHaveLength(1);
  await passTime(10_000);
  expect(bridge.asked).toHaveLength(1);
  expect(heading()).toBe(OPENING);
});

it('says after five seconds without a bridge that it could not open, and tries again by a tap', async () => {
  const bridge = createBridge();
  const { click } = await openCheckout(STEP, { device: DEVICES.wechat });
  await passTime(4_900);
  expect(heading()).toBe(OPENING);
  await passTime(100);
  expect(screen.getByText('WeChat Pay could not be opened.')).toBeTruthy();
  bridge.arrive();
  await click('Pay with WeChat Pay');
  await passTime();
  expect(bridge.asked).toHaveLength(1);
});

it('lets a customer go on whose sheet ends without a word', async () => {
  const { click, asked, reads } = await openInWechat();
  const before = reads.length;
  await click('I have paid');
  expect(reads).toHaveLength(before + 1);
  await click('Pay with WeChat Pay');
  await passTime();
  expect(asked).toHaveLength(2);
});

it('brings up one sheet for a customer who taps while the bridge is on its way', async () => {
  const bridge = createBridge();
  const { click } = await openCheckout(STEP, { device: DEVICES.wechat });
  await passTime(1_000);
  await click('Pay with WeChat Pay');
  await click('Pay with WeChat Pay');
  bridge.arrive();
  await passTime(10_000);
  expect(bridge.asked).toHaveLength(1);
  expect(heading()).toBe(OPENING);
});

it.each<[string, (page: Awaited<ReturnType<typeof openCheckout>>) => unknown]>([
  ['the payment has come', ({ answerNext }) => answerNext(PAID)],
  ['the checkout is gone', ({ unmount }) => unmount()],
])('brings up no sheet with a bridge that arrives after %s', async (_, happen) => {
  const bridge = createBridge();
  const page = await openCheckout(STEP, { device: DEVICES.wechat });
  await passTime(1_000);
  await happen(page);
  bridge.arrive();
  await passTime(10_000);
  expect(bridge.asked).toEqual([]);
});

it('shows no success on WeChat’s word: the gateway is asked', async () => {
  const { end, reads, root } = await openInWechat();
  const before = reads.length;
  await end({ err_msg: OK });
  expect(reads).toHaveLength(before + 1);
  expect(root.dataset.phase).toBe('action');
  expect(screen.queryByText(/complete|Thank you/)).toBeNull();
  expect(
    screen.getByText('Have you paid in WeChat? We are looking for your payment.'),
  ).toBeTruthy();
});

it('asks nobody to pay twice whom WeChat says to have paid, and still lets them', async () => {
  const { end, asked, click } = await openInWechat();
  await end({ err_msg: OK });
  expect(screen.getByRole('button', { name: 'I have paid' }).className).not.toMatch(/quiet/);
  expect(screen.getByRole('button', { name: 'Pay again' }).className).toMatch(/quiet/);
  await click('Pay again');
  await passTime();
  expect(asked).toHaveLength(2);
});

it('shows the success that the gateway tells after WeChat’s word', async () => {
  const { end, setAnswer, root } = await openInWechat();
  setAnswer(PAID);
  await end({ err_msg: OK });
  expect(root.dataset.phase).toBe('succeeded');
});

const FAILED = 'WeChat Pay could not be opened.';
const CANCELED = 'WeChat Pay was closed before the payment was made.';

it.each<[answer: unknown, text: string]>([
  [{ err_msg: 'get_brand_wcpay_request:cancel' }, CANCELED],
  [{ err_msg: 'get_brand_wcpay_request:fail' }, FAILED],
  [{ err_msg: 'get_brand_wcpay_request:fail_no permission' }, FAILED],
  [{ err_msg: 'get_brand_wcpay_request:fail_invalid appid', err_desc: 'x' }, FAILED],
  [{ err_msg: 'system:access_denied' }, FAILED],
  [{ err_msg: 'chooseImage:ok' }, FAILED],
  [{ err_msg: 7 }, FAILED],
  [{ errMsg: OK }, FAILED],
  [{}, FAILED],
  [OK, FAILED],
  [null, FAILED],
  [undefined, FAILED],
])('says in words what %j means, reads, and lets the customer pay again', async (answer, text) => {
  const { end, reads, click, asked } = await openInWechat();
  const before = reads.length;
  await end(answer);
  expect(screen.getByText(text)).toBeTruthy();
  expect(reads).toHaveLength(before + 1);
  await click('Pay with WeChat Pay');
  await passTime();
  expect(asked).toHaveLength(2);
  expect(heading()).toBe(OPENING);
});

it('says so where the bridge itself breaks', async () => {
  vi.stubGlobal('WeixinJSBridge', {
    invoke() {
      throw new Error('system:function_not_exist');
    },
  });
  await openCheckout(STEP, { device: DEVICES.wechat });
  await passTime();
  expect(screen.getByText(FAILED)).toBeTruthy();
});

it('shows the button to a customer who comes back', async () => {
  const { unmount, asked } = await openInWechat();
  unmount();
  await openCheckout(STEP, { device: DEVICES.wechat });
  await passTime(10_000);
  expect(asked).toHaveLength(1);
  expect(heading()).toBe('Pay with WeChat Pay');
  expect(screen.getByText('Confirm the payment in WeChat.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Pay with WeChat Pay' })).toBeTruthy();
});

it('asks by itself again for another attempt', async () => {
  const { asked, answerNext, end } = await openInWechat();
  await end({ err_msg: 'get_brand_wcpay_request:cancel' });
  const next = { ...PARAMS, package: 'prepay_id=wx2' };
  await answerNext(intentWithAction('wechat_pay_official_account_params', next));
  await passTime();
  expect(asked.map(([, params]) => params)).toEqual([PARAMS, next]);
});

it('reads again when the customer says to have paid', async () => {
  const { end, click, reads } = await openInWechat();
  await end({ err_msg: OK });
  const before = reads.length;
  await click('I have paid');
  // A second after the read at the bridge's end.
  await passTime(1_000);
  expect(reads).toHaveLength(before + 1);
});

it('leaves the sheet behind when the payment has come meanwhile', async () => {
  const { answerNext, end, root } = await openInWechat();
  await answerNext(intent({ status: 'succeeded' }));
  await end({ err_msg: 'get_brand_wcpay_request:fail' });
  expect(root.dataset.phase).toBe('succeeded');
  expect(heading()).toBe('Payment complete');
});

it.each(['desktop', 'iphone', 'instagram'] as const)(
  'sends the customer on %s to WeChat with the page’s address, and asks nobody for a sheet',
  async (device) => {
    const bridge = createBridge();
    bridge.arrive();
    const { user, click, reads } = await openCheckout(STEP, { device: DEVICES[device] });
    await passTime(60_000);
    expect(bridge.asked).toEqual([]);
    expect(screen.getByText(/can only be made inside WeChat. Open this page there/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Copy the address of this page' }));
    expect(await navigator.clipboard.readText()).toBe(location.href);
    const before = reads.length;
    await click('I have paid');
    expect(reads).toHaveLength(before + 1);
  },
);
