import type { Origins } from './options.ts';

/** A stream has no cookies to protect: an origin that is not listed is only not told the answer. */
export function corsHeaders(request: Request, origins: Origins): Record<string, string> {
  if (origins === '*') return { 'Access-Control-Allow-Origin': '*' };
  if (origins.length === 0) return {};
  const origin = request.headers.get('origin');
  const isAllowed = origin !== null && origins.includes(origin);
  return { Vary: 'Origin', ...(isAllowed && { 'Access-Control-Allow-Origin': origin }) };
}
