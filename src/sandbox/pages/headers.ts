import type { Intent } from '../payment/intent.ts';
import type { Place } from '../payment/place.ts';

/** Banks and wallets refuse to be framed; the pages of 3-D Secure are made for it. */
const UNFRAMED: readonly Place[] = ['bank', 'wallet', 'wechat'];

/** Chromium holds `form-action` against the redirect after the POST too, so the way back is in it. */
function formAction(returnUrl: string | null): string {
  const scheme = returnUrl ? new URL(returnUrl).protocol : 'https:';
  const app = /^https?:$/.test(scheme) ? '' : ` ${scheme}`;
  return `form-action 'self' http: https:${app}`;
}

/** The headers of a page: its own strict policy, and whether it may be framed. */
export function pageHeaders(place: Place, intent?: Intent): Record<string, string> {
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
