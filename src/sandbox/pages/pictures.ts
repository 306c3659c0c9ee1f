import type { Context, Hono } from 'hono';
import { pngOf, svgOf } from '../methods/qrPicture.ts';
import { pageUrl } from '../payment/customerPage.ts';
import type { SandboxContext } from '../world/context.ts';

/** Any page may draw the pictures to a canvas. */
const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Content-Security-Policy': "default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
};

/** Sends an SVG where no PNG can be made: browsers go by the type. */
async function draw(c: Context, text: string, form: string): Promise<Response> {
  const png = form === 'png' ? await pngOf(text) : null;
  const type = png ? 'image/png' : 'image/svg+xml';
  return c.body(png ?? svgOf(text), 200, { ...HEADERS, 'Content-Type': type });
}

/** `/qr/{id}.svg` and `/qr/{id}.png`: the code that opens the page `/qr/{id}` on a phone. */
export function pictures(
  pages: Hono,
  context: SandboxContext,
  originOf: (c: Context) => string,
): void {
  pages.get('/qr/:picture{.+\\.(?:svg|png)}', async (c) => {
    const [id = '', form = ''] = c.req.param('picture').split('.');
    if (!context.store.get(id)) return c.text('No such payment.\n', 404, HEADERS);
    return draw(c, pageUrl(originOf(c), 'qr', id), form);
  });
}
