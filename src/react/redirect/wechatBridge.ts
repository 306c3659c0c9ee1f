import { hasOwn } from '../../intent/index.ts';
import type { WechatPayParams } from '../../step/index.ts';

/** What WeChat's sheet ended with. `ok` is no payment: only the gateway knows of one. */
export type WechatResult = 'ok' | 'cancel' | 'fail';

interface Bridge {
  invoke(
    name: 'getBrandWCPayRequest',
    params: WechatPayParams,
    callback: (result: { readonly err_msg?: unknown }) => void,
  ): void;
}

/** WeChat puts its bridge into the page a moment after it has loaded, if at all. */
const BRIDGE_MS = 5_000;

/**
 * Opens WeChat's own sheet (pay.weixin.qq.com/doc/v3/merchant/4012791857). Results are matched by
 * how they begin, since a failure may carry more text. Never rejects; may never end.
 *
 * @param isWanted asked when the bridge is there: a sheet for a payment that is over must not open.
 */
export async function payInWechat(
  params: WechatPayParams,
  isWanted: () => boolean,
): Promise<WechatResult> {
  const bridge = await findBridge();
  if (!bridge || !isWanted()) return 'fail';
  return new Promise<WechatResult>((resolve) => {
    bridge.invoke('getBrandWCPayRequest', params, (answer) => {
      const [, result] = /^get_brand_wcpay_request:(ok|cancel)/.exec(String(answer?.err_msg)) ?? [];
      resolve((result as WechatResult | undefined) ?? 'fail');
    });
  }).catch(() => 'fail');
}

/** The window's own: HTML can put an element under a name that it does not have. */
const current = () =>
  hasOwn(window, 'WeixinJSBridge')
    ? (window as { WeixinJSBridge?: Bridge }).WeixinJSBridge
    : undefined;

function findBridge(): Promise<Bridge | undefined> {
  return new Promise((resolve) => {
    const found = current();
    if (found) return resolve(found);
    const ready = () => resolve(current());
    document.addEventListener('WeixinJSBridgeReady', ready, { once: true });
    setTimeout(ready, BRIDGE_MS);
  });
}
