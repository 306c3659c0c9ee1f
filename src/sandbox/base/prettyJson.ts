import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/**
 * JSON as Stripe writes it: two spaces, and no newline at the end (recorded answers with their
 * `Content-Length`: pay-rails/pay 11.7, `test/vcr_cassettes`). So what is written for `curl` and
 * `grep '"status": "succeeded"'` works here, too. Webhooks come in the same form (stripe 23.1.0,
 * `README.md`, "Testing Webhook signing").
 */
export const prettyJson = (value: unknown): string => JSON.stringify(value, null, 2);

/** Answers with JSON. */
export function answerJson(c: Context, body: object, status: ContentfulStatusCode = 200): Response {
  return c.body(prettyJson(body), status, { 'Content-Type': 'application/json' });
}
