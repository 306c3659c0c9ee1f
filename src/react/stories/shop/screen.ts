import { fn } from 'storybook/test';

/** A shop that is asked for everything, and that leaves nobody's story by itself. */
export const SHOP_PROPS = {
  redirect: 'button',
  merchantName: 'Tea & Co',
  refetch: fn(async () => {}),
  onRetry: fn(),
  onSdkAction: fn(),
} as const;

export const CONTROLS = {
  state: { control: false },
  redirect: { control: 'inline-radio', options: ['button', 'popup'] },
  locale: { control: 'text' },
} as const;

/** The toolbar's choice for what is seen on a phone. */
export const ON_PHONE = { viewport: { value: 'phone', isRotated: false } } as const;

/** What the customer may hold, for the control. */
export const DEVICES = {
  desktop: { formFactor: 'desktop', os: 'other', inApp: null },
  iPhone: { formFactor: 'mobile', os: 'ios', inApp: null },
  Android: { formFactor: 'mobile', os: 'android', inApp: null },
  'iPhone, in WeChat': { formFactor: 'mobile', os: 'ios', inApp: 'wechat' },
} as const;

/** What the customer holds. */
export const PHONE = { device: { formFactor: 'mobile', os: 'android', inApp: null } } as const;
export const IPHONE = { device: { formFactor: 'mobile', os: 'ios', inApp: null } } as const;
export const IN_WECHAT = { device: { formFactor: 'mobile', os: 'ios', inApp: 'wechat' } } as const;
export const IN_APP = { device: { formFactor: 'mobile', os: 'ios', inApp: 'other' } } as const;
