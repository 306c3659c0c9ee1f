import type { Device } from '../device.ts';
import { planStep } from '../planStep.ts';
import type { Step } from '../step.ts';

export const DEVICES = {
  desktop: { formFactor: 'desktop', os: 'other', inApp: null },
  iphone: { formFactor: 'mobile', os: 'ios', inApp: null },
  android: { formFactor: 'mobile', os: 'android', inApp: null },
  wechat: { formFactor: 'mobile', os: 'ios', inApp: 'wechat' },
  wechatDesktop: { formFactor: 'desktop', os: 'other', inApp: 'wechat' },
  alipay: { formFactor: 'mobile', os: 'android', inApp: 'alipay' },
  instagram: { formFactor: 'mobile', os: 'ios', inApp: 'other' },
} as const satisfies Record<string, Device>;

export type DeviceName = keyof typeof DEVICES;

export const DEVICE_NAMES = Object.keys(DEVICES) as DeviceName[];

/** What is planned for an action of this type on one of the devices. */
export function plan(
  type: string,
  payload: Readonly<Record<string, unknown>>,
  device: DeviceName = 'desktop',
): Step {
  return planStep({ nextAction: { type, payload }, paymentMethodTypes: [] }, DEVICES[device]);
}
