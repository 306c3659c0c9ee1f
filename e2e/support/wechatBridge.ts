import type { Page } from '@playwright/test';
import { intentId, type Order } from './shop.ts';

/** What the customer does in WeChat's sheet, or that it does not open. */
export type Sheet = 'ok' | 'cancel' | 'fail';

interface Options {
  /** As documented, the bridge may come after the page, announced by `WeixinJSBridgeReady`. */
  readonly late?: boolean;
  /** WeChat reports success, and the gateway does not know the payment yet. */
  readonly unpaid?: boolean;
}

/**
 * A stand-in for the bridge that WeChat puts into pages of its browser, from the next page on. It
 * speaks the protocol of pay.weixin.qq.com/doc/v3/merchant/4012791857 and pays at the sandbox.
 * `window.invoked` has its calls; `window.sheet`, where set, overrules the answer.
 */
export async function installBridge(
  page: Page,
  order: Order,
  sheet: Sheet,
  options: Options = {},
): Promise<void> {
  const scenario = { id: intentId(order), sheet, ...options };
  await page.addInitScript(({ id, sheet, late, unpaid }) => {
    const invoked: unknown[] = [];
    const pay = () =>
      fetch(`/sandbox/intents/${id}/simulate`, { method: 'POST', body: '{"outcome":"succeed"}' });
    const WeixinJSBridge = {
      async invoke(name: string, params: unknown, callback: (answer: object) => void) {
        invoked.push([name, params]);
        const answer = (window as { sheet?: string }).sheet ?? sheet;
        if (answer === 'ok' && !unpaid) await pay();
        callback({ err_msg: `get_brand_wcpay_request:${answer}` });
      },
    };
    const insertBridge = () => {
      Object.assign(window, { WeixinJSBridge });
      document.dispatchEvent(new Event('WeixinJSBridgeReady'));
    };
    Object.assign(window, { invoked, insertBridge });
    if (!late) insertBridge();
  }, scenario);
}

/** The calls of the bridge so far. */
export function invoked(page: Page): Promise<[name: string, params: Record<string, string>][]> {
  return page.evaluate(() => (window as never as { invoked: never }).invoked);
}
