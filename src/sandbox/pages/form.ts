import type { Context } from 'hono';

type Form = Readonly<Record<string, unknown>>;

/** What a page's form has sent; nothing, where that cannot be read. */
export async function formOf(c: Context): Promise<Form> {
  try {
    return await c.req.parseBody();
  } catch {
    return {};
  }
}
