import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { svgOf } from '../methods/qrPicture.ts';
import { confirmed, createTestClient, ORIGIN } from '../testing/client.ts';

const client = createTestClient();

async function start(type: string) {
  const { body } = await client.stripe('', confirmed(type));
  return { id: body.id, payload: body.next_action[body.next_action.type] };
}

const fetchPicture = (url: string) => client.sandbox.fetch(url);

/** The drawn lines of a picture, as the library writes them: rows of moves and runs. */
const linesOf = (svg: string) => /stroke="#000000" d="([^"]+)"/.exec(svg)?.[1];

describe('the picture of a code', () => {
  it('is a PNG that a phone reads', async () => {
    const { id, payload } = await start('paynow');
    const response = await fetchPicture(payload.image_url_png);
    expect(response.headers.get('content-type')).toBe('image/png');
    const { data, width, height } = PNG.sync.read(Buffer.from(await response.arrayBuffer()));
    const text = jsqr(new Uint8ClampedArray(data), width, height)?.data;
    expect(text).toBe(payload.data);
    expect(text).toBe(`${ORIGIN}/sandbox/qr/${id}`);
  });

  it('is an SVG of the same code', async () => {
    const { payload } = await start('upi');
    const response = await fetchPicture(payload.qr_code.image_url_svg);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    const svg = await response.text();
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+"/);
    expect(linesOf(svg)).toMatch(/^M4 4\.5h7/);
    expect(linesOf(svg)).toBe(linesOf(svgOf(payload.hosted_instructions_url)));
  });

  it('is in WeChat’s action itself', async () => {
    const { payload } = await start('wechat_pay');
    const [kind, encoded = ''] = payload.image_data_url.split(',');
    expect(kind).toBe('data:image/svg+xml;base64');
    expect(linesOf(atob(encoded))).toBe(linesOf(svgOf(payload.data)));
  });

  it('may be drawn to a canvas by any page', async () => {
    const { payload } = await start('pix');
    for (const url of [payload.image_url_png, payload.image_url_svg]) {
      const { headers } = await fetchPicture(url);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it('does not exist for an unknown payment', async () => {
    for (const file of ['pi_x.svg', 'pi_x.png']) {
      const { status, headers } = await client.send(`/sandbox/qr/${file}`);
      expect(status).toBe(404);
      expect(headers.get('access-control-allow-origin')).toBe('*');
    }
  });
});
