import { loadViews } from './useLazyViews.ts';

/**
 * Takes the place of `checkout/return/yieldToOuterCheckout.ts` in the script tag's first file: few pages are in a window
 * that Paystep has named, so this comes with the steps. Where that cannot be had, nobody is
 * believed to wait.
 */
export async function yieldToOuterCheckout(intentId: string | null): Promise<boolean> {
  const views = await loadViews('steps');
  return views ? views.yieldToOuterCheckout(intentId) : false;
}
