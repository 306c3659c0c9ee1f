import { describe, expect, it } from 'vitest';
import { type Device, readDevice } from './device.ts';

const iphone = (suffix: string) =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ${suffix}`;
const ipad = (suffix: string) =>
  `Mozilla/5.0 (iPad; CPU OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ${suffix}`;
const mac = (suffix: string) =>
  `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) ${suffix}`;
const android = (suffix: string, model = 'Pixel 8') =>
  `Mozilla/5.0 (Linux; Android 14; ${model}) AppleWebKit/537.36 (KHTML, like Gecko) ${suffix}`;
const view = (suffix: string) =>
  android(`Version/4.0 Chrome/126.0.6478.71 ${suffix}`, 'Pixel 8; wv');

/**
 * User agents as they are in the field: most are in the fixtures of matomo-org/device-detector, the
 * others in public tests and issues.
 */
const IN_APP: Readonly<Record<string, string>> = {
  'a plain web view': iphone('Mobile/15E148'),
  'a plain web view of an iPad': ipad('Mobile/15E148'),
  'a plain web view of an app of tomorrow': iphone('Mobile/15E148 Tomorrow/1.0'),
  LinkedIn: iphone('Mobile/15E148 [LinkedInApp]/9.24.1488'),
  'LinkedIn on Android': view('Mobile Safari/537.36 [LinkedInApp]'),
  Threads: iphone(
    'Mobile/23D8133 Barcelona 379.0.0.26.99 (iPhone18,5; iOS 26_3_1; en_GB; en-GB; scale=3.00; 1170x2532; 729743846)',
  ),
  'Threads on Android': view(
    'Mobile Safari/537.36 Barcelona 384.0.0.33.86 Android (35/15; 400dpi)',
  ),
  Instagram: iphone('Mobile/15E148 Instagram 334.0.0.23.97 (iPhone15,2; iOS 17_5; en_US)'),
  Facebook: iphone('Mobile/21F79 [FBAN/FBIOS;FBAV/467.0.0.41.107;FBDV/iPhone15,2;FBMD/iPhone]'),
  'Facebook on an iPad': ipad('Mobile/19C63 [FBAN/FBIOS;FBDV/iPad6,12;FBMD/iPad;FBSN/iPadOS]'),
  'Facebook on Android': view('Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/468.0.0.55.54;]'),
  Messenger: iphone('Mobile/14F89 [FBAN/MessengerForiOS;FBAV/142.0.0.38.63;FBDV/iPhone9,3]'),
  'Messenger on Android': view('Mobile Safari/537.36 [FB_IAB/Orca-Android;FBAV/267.0.0;]'),
  Pinterest: iphone('Mobile/15E148 [Pinterest/iOS]'),
  'Pinterest on Android': view('Mobile Safari/537.36 [Pinterest/Android]'),
  // It names Safari, and is not.
  Snapchat: iphone('Version/17.5 Mobile/15E148 Snapchat/12.95.0.37 (like Safari/8617.2.4, panda)'),
  'Snapchat on Android': view('Mobile Safari/537.36Snapchat11.83.0.31 (Pixel 6 Pro; gzip; )'),
  TikTok: iphone('Mobile/15E148 musical_ly_34.1.0 JsSdk/2.0 NetType/WIFI BytedanceWebview/d8a21c6'),
  'TikTok on Android': view('Mobile Safari/537.36 trill_340102 JsSdk/1.0 AppName/musical_ly'),
  Douyin: iphone('Mobile/15E148 aweme_31.9.0 Region/CN JsSdk/2.0 BytedanceWebview/d8a21c6'),
  X: iphone('Mobile/15A372 Twitter for iPhone/7.52'),
  'X on Android': view('Mobile Safari/537.36 TwitterAndroid'),
  LINE: iphone('Mobile/15E148 Safari Line/14.9.0'),
  'LINE that names Safari whole': iphone(
    'Version/16.6 Mobile/15E148 Safari/604.1 Line/13.12.0/IAB',
  ),
  'LINE on Android': view('Mobile Safari/537.36 Line/14.9.1/IAB'),
  'LINE on an Android that does not say so': android(
    'Chrome/126.0.0.0 Mobile Safari/537.36 Line/14',
  ),
  KakaoTalk: iphone('Mobile/15E148 Safari/604.1 KAKAOTALK/10.7.1 (INAPP)'),
  'KakaoTalk of old': iphone('Mobile/15E148 KAKAOTALK 8.6.3'),
  'KakaoTalk on Android': view('Mobile Safari/537.36;KAKAOTALK 1908210'),
  Naver: iphone('Version/15.1 Mobile/15E148 Safari/605.1 NAVER(inapp; search; 1000; 11.8.10)'),
  'Naver on Android': android(
    'Chrome/69.0 Whale/1.0.0.0 Mobile Safari/537.36 NAVER(inapp; search)',
  ),
  Daum: view('Mobile Safari/537.36 DaumApps/6.9.13 DaumDevice/mobile'),
  'Reddit on Android': view(
    'Mobile Safari/537.36 Reddit/Version 2022.28.0/Build 533235/Android 12',
  ),
  'Telegram on Android': android(
    'Chrome/124.0.0.0 Mobile Safari/537.36 Telegram-Android/11.7.4 (Google Pixel 8; Android 14)',
  ),
  Teams: ipad('Mobile/15E148 TeamsMobile-iOS'),
  'Teams on Android': view('Safari/537.36 TeamsMobile-Android'),
  QQ: iphone('Mobile/15E148 QQ/9.0.17.638 V1_IPH_SQ_9.0.17_1_APP_A Core/WKWebView NetType/WIFI'),
  'QQ on Android': view('MQQBrowser/6.2 TBS/045 Mobile Safari/537.36 V1_AND_SQ_8.4 QQ/8.4.1'),
  Weibo: iphone('Mobile/15E148 Weibo (iPhone15,2__weibo__14.5.0__iphone__os17.5)'),
  DingTalk: iphone('Mobile/15D100 AliApp(DingTalk/5.1.12) com.laiwang.DingTalk/13441885'),
  'DingTalk on Android': android(
    'Version/4.0 Chrome/69.0.3497.100 UWS/3.22.1.233 Mobile Safari/537.36 AliApp(DingTalk/6.5.50)',
  ),
  Lark: iphone('Version/16.3.1 Mobile/15E148 Safari/604.1 Lark/5.29.6 LKBrowserIdentifier/x'),
  Baidu: iphone('Mobile/15E148 SP-engine/2.40.0 baiduboxapp/13.2.0.10 (Baidu; P2 17.5)'),
  'Baidu on Android': view('Mobile Safari/537.36 T7/13.59 baiduboxapp/13.59.0.12 (Baidu; P1 14)'),
  Zalo: iphone('Mobile/15E148 Zalo iOS/448 ZaloTheme/light ZaloLanguage/en'),
  'Zalo on Android': android('Version/4.0 Chrome/97.0 Mobile Safari/537.36 Zalo android/12100580'),
  'Viber on Android': view('Safari/537.36 Viber/11.9.5.8'),
  Shopee: iphone('Mobile/15E148 Beeshop locale=id version=34436 Shopee language=id app_type=1'),
  'the Google app': iphone('GSA/376.0.777690323 Mobile/15E148 Safari/604.1'),
  'the Google app on Android': view('Mobile Safari/537.36 GSA/15.20.30.29.arm64'),
  Klarna: iphone('Mobile/15E148 Klarna/21.19.146'),
};

const BROWSERS: Readonly<Record<string, string>> = {
  // So are the views that Slack, Discord, Gmail, Outlook and Reddit open a link in on iOS.
  Safari: iphone('Version/17.5 Mobile/15E148 Safari/604.1'),
  'Safari on an iPad': ipad('Version/12.1.2 Mobile/15E148 Safari/604.1'),
  'Chrome on iOS': iphone('CriOS/135.0.7049.53 Mobile/15E148 Safari/604.1'),
  'Firefox on iOS': iphone('FxiOS/127.0 Mobile/15E148 Safari/605.1.15'),
  'Edge on iOS': iphone('Version/17.0 EdgiOS/129.0.2792.84 Mobile/15E148 Safari/605.1.15'),
  'Edge on iOS of old': iphone('Mobile/14F89 Safari/603.2.4 EdgiOS/41.1.35.1'),
  'Opera on iOS': iphone('Version/17.0 Mobile/15E148 Safari/604.1 OPT/5.0.2'),
  'Opera Touch': iphone('OPT/3.3.3 Mobile/15E148'),
  'Opera Mini on iOS': iphone('OPiOS/16.0.15 Mobile/15E148 Safari/9537.53'),
  'Opera GX on iOS': iphone('Mobile/15E148 OPX/1.3.1'),
  'Brave on iOS': iphone('Version/17.5 Mobile/15E148 Safari/604.1 Brave'),
  'Brave on an iPad': ipad('Brave/1 Mobile/15E148 Safari/604.1'),
  'DuckDuckGo on iOS': iphone('Version/17.0 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15'),
  'DuckDuckGo of today': iphone('Version/17.6 Mobile/15E148 Safari/604.1 Ddg/17.6'),
  'Yandex on iOS': iphone(
    'Mobile/15E148 YaBrowser/26.4 YaApp_iOS/2604.3 Safari/604.1 Version/26.5',
  ),
  'Vivaldi on iOS': iphone('CriOS/146.0.7680.55 Mobile/15E148 Safari/604.1 VivaiOS/7.9.3974'),
  'Aloha on iOS': iphone('Version/10.0 Mobile/14A456 Safari/602.1 AlohaBrowser/1.4'),
  'Ecosia on iOS': iphone('Mobile/14D27 (Ecosia ios@3.0.1.533)'),
  'Quark on iOS': iphone('Mobile/20A362 Quark/5.8.9.1457 Mobile'),
  'QQ Browser on iOS': iphone('Version/15.0 MQQBrowser/13.6 Mobile/15E148 Safari/604.1'),
  'Chrome on Android': android('Chrome/126.0.0.0 Mobile Safari/537.36', 'K'),
  'Firefox on Android': 'Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0',
  'Edge on Android': android('Chrome/126.0.0.0 Mobile Safari/537.36 EdgA/126.0.0.0'),
  'Opera on Android': android('Chrome/110.0.5481.192 Mobile Safari/537.36 OPR/74.1.3922'),
  // Made of a web view, and still a browser.
  'Opera Mini on Android': view('Mobile Safari/537.36 OPR/80.0.2254.71036'),
  'DuckDuckGo on Android': android('Version/4.0 Chrome/77.0 Mobile Safari/537.36 DuckDuckGo/5'),
  'Brave on Android': android('Chrome/132.0.0.0 Mobile Safari/537.36 Brave/132.0'),
  'Samsung Internet': android('SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36', 'SM-S918B'),
  UC: android('Version/4.0 Chrome/57.0.2987.108 UCBrowser/12.2.0.1089 Mobile Safari/537.36'),
  MIUI: android('Version/4.0 Chrome/89.0 Mobile Safari/537.36 XiaoMi/MiuiBrowser/13.3.1-gn'),
  Huawei: android('Chrome/99.0.4844.88 HuaweiBrowser/13.0.1.301 Mobile Safari/537.36'),
  Vivo: android('Chrome/62.0.3202.84 Mobile Safari/537.36 VivoBrowser/6.4.1.3', 'V2256A; wv'),
  Oppo: android('Chrome/115.0.5970.168 Mobile Safari/537.36 HeyTapBrowser/45.14.3.1'),
  'QQ Browser': android('Version/4.0 Chrome/77.0.3865.120 MQQBrowser/11.6 Mobile Safari/537.36'),
  'Yandex on Android': android('Chrome/62.0.3202.94 YaBrowser/17.11.1.628.01 Safari/537.36'),
  'Firefox Focus': android('Version/4.0 Focus/8.0 Chrome/70.0.3538.64 Mobile Safari/537.36'),
  'Android’s first browser':
    'Mozilla/5.0 (Linux; U; Android 4.0.4; en-us; U807N) AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Mobile Safari/534.30',
};

describe('a browser inside an app', () => {
  it.each(Object.entries(IN_APP))('is recognized: %s', (_, userAgent) => {
    expect(readDevice({ userAgent })).toMatchObject({ formFactor: 'mobile', inApp: 'other' });
  });

  it.each(Object.entries(BROWSERS))('is not %s', (_, userAgent) => {
    expect(readDevice({ userAgent })).toMatchObject({ formFactor: 'mobile', inApp: null });
  });

  it.each<[string, string, Device['inApp']]>([
    ['Safari', 'Version/17.5 Safari/605.1.15', null],
    ['Chrome', 'CriOS/135 Version/17.5 Safari/604.1', null],
    ['a web view', 'Mobile/15E148', 'other'],
    ['a web view that says nothing', '', 'other'],
  ])('is recognized on an iPad that calls itself a Macintosh: %s', (_, suffix, inApp) => {
    const device = readDevice({ userAgent: mac(suffix), maxTouchPoints: 5 });
    expect(device).toEqual({ formFactor: 'mobile', os: 'ios', inApp });
  });

  it('is no page on the home screen, which has the user agent of a web view', () => {
    const userAgent = iphone('Mobile/15E148');
    expect(readDevice({ userAgent, standalone: true }).inApp).toBeNull();
    expect(readDevice({ userAgent, standalone: false }).inApp).toBe('other');
  });

  it('is no matter on a desktop', () => {
    expect(readDevice({ userAgent: mac('Version/17.5 Safari/605.1.15') }).inApp).toBeNull();
    expect(readDevice({ userAgent: mac('') }).inApp).toBeNull();
  });
});
