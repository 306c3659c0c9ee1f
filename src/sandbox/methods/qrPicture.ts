import QRCode from 'qrcode';

/** Black on white with the quiet zone that the standard asks for. */
const LOOK = { errorCorrectionLevel: 'M', margin: 4, width: 320 } as const;

/** A text as a QR code. The library draws at once and calls back before it returns. */
export function svgOf(text: string): string {
  let picture = '';
  QRCode.toString(text, { ...LOOK, type: 'svg' }, (error, drawn) => {
    if (error) throw error;
    picture = drawn;
  });
  return picture;
}

/** The same as an address that holds the picture itself. */
export const svgDataUrl = (text: string) => `data:image/svg+xml;base64,${btoa(svgOf(text))}`;

/** The same as a PNG; null in a browser, where the library writes none. */
export async function pngOf(text: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!('toBuffer' in QRCode)) return null;
  return new Uint8Array(await QRCode.toBuffer(text, LOOK));
}
