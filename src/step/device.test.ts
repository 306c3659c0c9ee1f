import { describe, expect, it } from 'vitest';
import { readDevice } from './device.ts';

const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)';
const WEBVIEW =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';

const CASES: Record<
  string,
  readonly [string, formFactor: string, os: string, inApp: string | null]
> = {
  'Safari on an iPhone': [
    `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`,
    'mobile',
    'ios',
    null,
  ],
  'Chrome on an iPhone': [
    `${IPHONE} CriOS/126.0.6478.35 Mobile/15E148 Safari/604.1`,
    'mobile',
    'ios',
    null,
  ],
  'Safari on an iPad that says so': [
    'Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1.2 Mobile/15E148 Safari/604.1',
    'mobile',
    'ios',
    null,
  ],
  'Chrome on Android': [
    `${ANDROID} Chrome/126.0.0.0 Mobile Safari/537.36`,
    'mobile',
    'android',
    null,
  ],
  'Chrome on an Android tablet': [
    `${ANDROID} Chrome/126.0.0.0 Safari/537.36`,
    'mobile',
    'android',
    null,
  ],
  'Firefox on Android': [
    'Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0',
    'mobile',
    'android',
    null,
  ],
  'a phone that is neither': [
    'Mozilla/5.0 (Mobile; Nokia 8110 4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5',
    'mobile',
    'other',
    null,
  ],
  'WeChat on an iPhone': [
    `${IPHONE} Mobile/15E148 MicroMessenger/8.0.49(0x18003137) NetType/WIFI Language/zh_CN`,
    'mobile',
    'ios',
    'wechat',
  ],
  'WeChat on Android': [
    `${WEBVIEW} Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160117 MMWEBSDK/20240501 MicroMessenger/8.0.50.2701(0x2800325B) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64`,
    'mobile',
    'android',
    'wechat',
  ],
  'WeChat on a Mac': [
    `${MAC} MicroMessenger/6.8.0(0x16080000) MacWechat/3.8.7(0x13080712) NetType/WIFI`,
    'desktop',
    'other',
    'wechat',
  ],
  'Alipay on an iPhone': [
    `${IPHONE} Mobile/15E148 NetType/WIFI AlipayClient/10.6.0.6000 Language/zh-Hans AliApp(AP/10.6.0.6000)`,
    'mobile',
    'ios',
    'alipay',
  ],
  'Alipay on Android': [
    `${WEBVIEW} Chrome/105.0.5195.148 Mobile Safari/537.36 UCBS/3.22.2 NebulaSDK/1.8 AlipayDefined(nt:WIFI) AliApp(AP/10.6.0) AlipayClient/10.6.0 Language/zh-Hans`,
    'mobile',
    'android',
    'alipay',
  ],
  Instagram: [
    `${IPHONE} Mobile/21F79 Instagram 334.0.0.23.97 (iPhone15,2; iOS 17_5; en_US; en; scale=3.00; 1179x2556)`,
    'mobile',
    'ios',
    'other',
  ],
  'Facebook on an iPhone': [
    `${IPHONE} Mobile/21F79 [FBAN/FBIOS;FBAV/467.0.0.41.107;FBDV/iPhone15,2;FBMD/iPhone]`,
    'mobile',
    'ios',
    'other',
  ],
  'Facebook on Android': [
    `${WEBVIEW} Chrome/126.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/468.0.0.55.54;]`,
    'mobile',
    'android',
    'other',
  ],
  'LINE on an iPhone': [`${IPHONE} Mobile/15E148 Safari Line/14.9.0`, 'mobile', 'ios', 'other'],
  'LINE on Android': [
    `${WEBVIEW} Chrome/126.0.0.0 Mobile Safari/537.36 Line/14.9.1/IAB`,
    'mobile',
    'android',
    'other',
  ],
  'any other Android app': [
    `${WEBVIEW} Chrome/126.0.0.0 Mobile Safari/537.36`,
    'mobile',
    'android',
    'other',
  ],
  'the Google app': [
    `${IPHONE} GSA/323.0.6474 Mobile/15E148 Safari/604.1`,
    'mobile',
    'ios',
    'other',
  ],
  'Safari on a Mac': [`${MAC} Version/17.5 Safari/605.1.15`, 'desktop', 'other', null],
  'Chrome on Windows': [
    `${WINDOWS} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36`,
    'desktop',
    'other',
    null,
  ],
  'Firefox on Linux': [
    'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0',
    'desktop',
    'other',
    null,
  ],
  'a word that ends in "line"': [`${WINDOWS} Online/1.0`, 'desktop', 'other', null],
  'an empty user agent': ['', 'desktop', 'other', null],
};

describe('readDevice', () => {
  it.each(Object.entries(CASES))('tells %s', (_, [userAgent, formFactor, os, inApp]) => {
    expect(readDevice({ userAgent })).toEqual({ formFactor, os, inApp });
  });

  it.each([
    ['an iPad, which calls itself a Macintosh', MAC, 5, 'mobile'],
    ['a Mac, which has no touch screen', MAC, 0, 'desktop'],
    ['a Windows laptop with a touch screen', WINDOWS, 10, 'desktop'],
  ])('tells %s by its touch points', (_, userAgent, maxTouchPoints, formFactor) => {
    expect(readDevice({ userAgent, maxTouchPoints }).formFactor).toBe(formFactor);
  });
});
