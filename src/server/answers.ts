/** Plain text for whoever looks into the gateway's log of deliveries, or into the browser's tools. */
export function answer(
  status: number,
  message: string | null,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(message, { status, headers: { 'Cache-Control': 'no-store', ...headers } });
}

export const methodNotAllowed = (allow: string) =>
  answer(405, `This URL takes ${allow} only.`, { Allow: allow });

/** Seconds, so that those who were turned away do not come back together. */
const RETRY_AFTER = [5, 30] as const;

const retryAfter = () => {
  const [least, most] = RETRY_AFTER;
  return String(least + Math.floor(Math.random() * (most - least)));
};

/** 429 or 503, with when to come back. */
export const retryLater = (status: 429 | 503, message: string) =>
  answer(status, message, { 'Retry-After': retryAfter() });
