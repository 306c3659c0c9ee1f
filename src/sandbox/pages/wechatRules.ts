import type { Context } from 'hono';
import type { Markup } from './layout.ts';
import { refusalView } from './statusViews.ts';

/**
 * WeChat's page for phones opens only from a shop's link, which it checks by the Referer
 * (pay.weixin.qq.com, guide to H5 payments, step 6), and never inside WeChat. In brackets: what the
 * real page says (payjs.cn/view/9vw7).
 */
export function wechatRefusal({ req }: Context): Markup | null {
  if (/MicroMessenger/i.test(req.header('user-agent') ?? '')) {
    return refusalView(
      'Open this order outside WeChat',
      'This page is for browsers outside WeChat. (请在微信外打开订单)',
    );
  }
  // In a service worker the Referer is a property of the request, not a header.
  if (req.header('referer') || /^https?:/.test(req.raw.referrer)) return null;
  return refusalView(
    'The merchant’s parameters are wrong',
    'The request came without a Referer: WeChat asks for the shop’s own. (商家参数格式有误)',
  );
}
