import type { CustomerPage } from '../payment/customerPage.ts';
import type { Intent } from '../payment/intent.ts';

/** Banks and wallets forbid frames; the pages of 3-D Secure are made for frames. */
const UNFRAMED: readonly CustomerPage[] = ['bank', 'wallet', 'wechat'];

/**
 * Chromium also checks `form-action` for the redirect after the POST, so the return URL is allowed.
 */
function formAction(returnUrl: string | null): string {
  const scheme = returnUrl ? new URL(returnUrl).protocol : 'https:';
  const app = /^https?:$/.test(scheme) ? '' : ` ${scheme}`;
  return `form-action 'self' http: https:${app}`;
}

/** The headers of a page: a strict policy, and whether it may be framed. */
export function pageHeaders(place: CustomerPage, intent?: Intent): Record<string, string> {
  const unframed = UNFRAMED.includes(place);
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    formAction(intent?.returnUrl ?? null),
    ...(unframed ? ["frame-ancestors 'none'"] : []),
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(unframed && { 'X-Frame-Options': 'DENY' }),
  };
}
