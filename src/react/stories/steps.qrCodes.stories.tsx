import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { svgDataUrl } from '../../sandbox/methods/qrPicture.ts';
import { CheckoutView, type CheckoutViewProps } from '../CheckoutView.tsx';
import { NOW, stateWithAction } from './shop/checkoutStates.ts';
import { messagesOf } from './shop/messagesOf.ts';
import { CONTROLS, IN_APP, IN_WECHAT, ON_PHONE, PHONE, SHOP_PROPS } from './shop/screen.ts';

const meta = {
  title: 'Steps/QR codes',
  component: CheckoutView,
  args: SHOP_PROPS,
  argTypes: CONTROLS,
} satisfies Meta<typeof CheckoutView>;

export default meta;

type Story = StoryObj<CheckoutViewProps>;

const WECHAT = 'wechat_pay_display_qr_code';
const CODE = { data: 'weixin://wxpay/bizpayurl?pr=Yw8sandbox' };
const CNY = { currency: 'cny', amount: 12_900 };

const PIX = {
  data: '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-426655440000520400005303986540518.005802BR5908Tea & Co6009Sao Paulo62070503***63041D3D',
};
const BRL = { currency: 'brl' };

const CASH_APP = 'cashapp_handle_redirect_or_display_qr_code';
const UPI = 'upi_handle_redirect_or_display_qr_code';
const SWISH = 'swish_handle_redirect_or_display_qr_code';

/** A code whose text only the gateway knows. */
const picture = (text: string) => ({
  qr_code: { image_data_url: svgDataUrl(text) },
  hosted_instructions_url: 'https://gateway.example/instructions',
});

export const Wechat: Story = {
  name: 'WeChat Pay',
  args: { state: stateWithAction(WECHAT, CODE, {}, CNY) },
};

export const WechatOnPhone: Story = {
  name: 'WeChat Pay on a phone',
  args: { state: stateWithAction(WECHAT, CODE, PHONE, CNY) },
  globals: ON_PHONE,
};

export const WechatInWechat: Story = {
  name: 'WeChat Pay in WeChat',
  args: { state: stateWithAction(WECHAT, CODE, IN_WECHAT, CNY) },
  globals: ON_PHONE,
};

export const CustomIcon: Story = {
  name: 'With a mark of the shop’s own',
  args: { ...Wechat.args, icon: () => <img src="favicon.svg" alt="" /> },
};

/** By the clock on the wall, so it runs. */
export const Countdown: Story = {
  name: 'Time left',
  args: {
    state: stateWithAction(WECHAT, { ...CODE, expires_at: Math.ceil(Date.now() / 1000) + 299 }),
  },
};

export const CountdownEnding: Story = {
  name: 'Time left, the last seconds',
  args: {
    state: stateWithAction(WECHAT, { ...CODE, expires_at: Math.ceil(Date.now() / 1000) + 25 }),
  },
};

export const CountdownDays: Story = {
  name: 'Time left, days',
  args: {
    state: stateWithAction(WECHAT, { ...CODE, expires_at: Math.ceil(Date.now() / 1000) + 200_000 }),
  },
};

export const Expired: Story = {
  args: { state: stateWithAction(WECHAT, { ...CODE, expires_at: NOW / 1000 }, {}, CNY) },
};

export const NewCode: Story = {
  name: 'Expired, and a new code asked for',
  args: Expired.args ?? {},
  play: async ({ canvasElement, args, globals }) => {
    const messages = await messagesOf(globals);
    const canvas = within(canvasElement);
    const button = await canvas.findByRole('button', { name: messages.expired.newCode });
    await userEvent.dblClick(button);
    await expect(args.onRetry).toHaveBeenCalledOnce();
    await expect(args.refetch).toHaveBeenCalled();
  },
};

export const ExpiredWithoutRefresh: Story = {
  name: 'Expired, without a new code',
  args: { ...Expired.args, onRetry: undefined },
};

export const ExpiredOnPhone: Story = {
  name: 'Expired, on a phone',
  args: { state: stateWithAction(WECHAT, { ...CODE, expires_at: NOW / 1000 }, PHONE, CNY) },
  globals: ON_PHONE,
};

export const Pix: Story = {
  args: { state: stateWithAction('pix_display_qr_code', PIX, {}, BRL) },
};

export const PixOnPhone: Story = {
  name: 'Pix on a phone',
  args: { state: stateWithAction('pix_display_qr_code', PIX, PHONE, BRL) },
  globals: ON_PHONE,
};

export const PixInApp: Story = {
  name: 'Pix in another app',
  args: { state: stateWithAction('pix_display_qr_code', PIX, IN_APP, BRL) },
  globals: ON_PHONE,
};

export const PayNow: Story = {
  name: 'PayNow',
  args: {
    state: stateWithAction(
      'paynow_display_qr_code',
      { data: '00020101021226' },
      {},
      { currency: 'sgd' },
    ),
  },
};

export const CashApp: Story = {
  name: 'Cash App Pay, only a picture',
  args: { state: stateWithAction(CASH_APP, picture('https://cash.app/qr/sq_1')) },
};

export const Swish: Story = {
  args: {
    state: stateWithAction(SWISH, { qr_code: { data: 'D0123456789' } }, {}, { currency: 'sek' }),
  },
};

export const Upi: Story = {
  name: 'UPI, only a picture',
  args: { state: stateWithAction(UPI, picture('upi://pay?pa=tea@bank'), {}, { currency: 'inr' }) },
};

export const UpiOnPhone: Story = {
  name: 'UPI, only a picture, on a phone',
  args: {
    state: stateWithAction(UPI, picture('upi://pay?pa=tea@bank'), PHONE, { currency: 'inr' }),
  },
  globals: ON_PHONE,
};

/** A picture that does not load, and a page that has it. */
export const BrokenPicture: Story = {
  name: 'A picture that does not load',
  args: {
    state: stateWithAction(UPI, {
      qr_code: { image_url_png: new URL('nowhere.png', location.href).href },
      hosted_instructions_url: 'https://gateway.example/instructions',
    }),
  },
};

export const NothingToShow: Story = {
  name: 'Neither code nor picture',
  args: { state: stateWithAction(WECHAT, { data: 'x'.repeat(3000) }) },
};
