import type { Meta, StoryObj } from '@storybook/react-vite';
import { CheckoutView, type CheckoutViewProps } from '../CheckoutView.tsx';
import { stateWithAction } from './shop/checkoutStates.ts';
import { CONTROLS, IN_APP, IN_WECHAT, IPHONE, ON_PHONE, PHONE, SHOP_PROPS } from './shop/screen.ts';

const meta = {
  title: 'Steps/Wallet apps',
  component: CheckoutView,
  args: SHOP_PROPS,
  argTypes: CONTROLS,
} satisfies Meta<typeof CheckoutView>;

export default meta;

type Story = StoryObj<CheckoutViewProps>;

const url = 'https://wallet.example/pay';
const CNY = { currency: 'cny', amount: 12_900 };

const ALIPAY = 'alipay_handle_redirect';
const ALIPAY_PLUS = 'alipayplus_handle_redirect';
const WECHAT_PAGE = 'wechat_pay_redirect_to_web';
const WECHAT_APP = 'wechat_pay_redirect_to_ios_app';
const BRIDGE = 'wechat_pay_official_account_params';
const PARAMS = {
  appId: 'wx2421b1c4370ec43b',
  timeStamp: '1779278400',
  nonceStr: 'e61463f8efa94090b1f366cccfbbb444',
  package: 'prepay_id=wx20260520120000',
  signType: 'RSA',
  paySign: 'sandbox',
};

export const Alipay: Story = {
  args: { state: stateWithAction(ALIPAY, { url }, PHONE, CNY) },
  globals: ON_PHONE,
};

export const AlipayInWechat: Story = {
  name: 'Alipay in WeChat',
  args: { state: stateWithAction(ALIPAY, { url }, IN_WECHAT, CNY) },
  globals: ON_PHONE,
};

export const AlipayPlus: Story = {
  name: 'Alipay+, with many ways',
  args: {
    state: stateWithAction(
      ALIPAY_PLUS,
      {
        applinkUrl: 'https://app.wallet.example/pay',
        normalUrl: url,
        schemeUrl: 'gcash://pay',
      },
      PHONE,
    ),
  },
  globals: ON_PHONE,
};

export const AlipayPlusInApp: Story = {
  name: 'Alipay+ in another app',
  args: {
    state: stateWithAction(
      ALIPAY_PLUS,
      { applinkUrl: 'https://app.wallet.example/pay', normalUrl: url },
      IN_APP,
    ),
  },
  globals: ON_PHONE,
};

export const AlipayPlusOnDesktop: Story = {
  name: 'Alipay+ on a desktop, a code',
  args: { state: stateWithAction(ALIPAY_PLUS, { applinkUrl: 'https://app.wallet.example/pay' }) },
};

export const CashApp: Story = {
  name: 'Cash App Pay',
  args: {
    state: stateWithAction(
      'cashapp_handle_redirect_or_display_qr_code',
      { mobile_auth_url: url },
      PHONE,
    ),
  },
  globals: ON_PHONE,
};

export const Swish: Story = {
  args: {
    state: stateWithAction(
      'swish_handle_redirect_or_display_qr_code',
      { mobile_auth_url: 'swish://paymentrequest?token=1' },
      PHONE,
      { currency: 'sek' },
    ),
  },
  globals: ON_PHONE,
};

export const WechatPage: Story = {
  name: 'WeChat Pay, its page for phones',
  args: { state: stateWithAction(WECHAT_PAGE, { url }, PHONE, CNY) },
  globals: ON_PHONE,
};

export const WechatPageOnDesktop: Story = {
  name: 'WeChat Pay, its page for phones, on a desktop',
  args: { state: stateWithAction(WECHAT_PAGE, { url }, {}, CNY) },
};

export const WechatPageInWechat: Story = {
  name: 'WeChat Pay, its page for phones, in WeChat',
  args: { state: stateWithAction(WECHAT_PAGE, { url }, IN_WECHAT, CNY) },
  globals: ON_PHONE,
};

const UPI = 'upi_handle_redirect_or_display_qr_code';
const UPI_CODE = { qr_code: { data: 'upi://pay?pa=tea@bank&pn=Tea%20%26%20Co&am=18.00&cu=INR' } };
const INR = { currency: 'inr', amount: 149_900 };

/** No page on an iPhone knows which apps are there. */
export const UpiOnIphone: Story = {
  name: 'UPI, a choice of apps',
  args: { state: stateWithAction(UPI, UPI_CODE, IPHONE, INR) },
  globals: ON_PHONE,
};

/** Android asks which of its apps is to pay. */
export const UpiOnAndroid: Story = {
  name: 'UPI on Android',
  args: { state: stateWithAction(UPI, UPI_CODE, PHONE, INR) },
  globals: ON_PHONE,
};

export const WechatAppOnDesktop: Story = {
  name: 'WeChat Pay, a link into the app, on a desktop',
  args: {
    state: stateWithAction(WECHAT_APP, { native_url: 'weixin://app/wx1/pay/?nonceStr=1' }, {}, CNY),
  },
};

export const WechatAppCode: Story = {
  name: 'WeChat Pay, a page that opens the app, on a desktop',
  args: {
    state: stateWithAction(WECHAT_APP, { native_url: 'https://wx.example/pay?id=1' }, {}, CNY),
  },
};

/** Values for a native app, which no page can use. */
export const WechatForNativeApp: Story = {
  name: 'WeChat Pay, for a native app',
  args: {
    state: stateWithAction(
      'wechat_pay_redirect_to_android_app',
      { app_id: PARAMS.appId, prepay_id: 'wx20260520120000', package: 'Sign=WXPay' },
      PHONE,
      CNY,
    ),
  },
  globals: ON_PHONE,
};

/** Without WeChat's own bridge, this one comes to its end after five seconds. */
export const WechatInside: Story = {
  name: 'WeChat Pay, WeChat’s own sheet',
  args: { state: stateWithAction(BRIDGE, PARAMS, IN_WECHAT, CNY) },
  globals: ON_PHONE,
};

export const WechatOutside: Story = {
  name: 'WeChat Pay, WeChat’s own sheet, outside WeChat',
  args: { state: stateWithAction(BRIDGE, PARAMS, {}, CNY) },
};
