import QRCode from 'qrcode';

/** Black on white, with the quiet zone of the standard. */
const LOOK = { errorCorrectionLevel: 'M', margin: 4, width: 320 } as const;

/** A QR code as SVG. The library calls back synchronously. */
export function svgOf(text: string): string {
  let picture = '';
  QRCode.toString(text, { ...LOOK, type: 'svg' }, (error, drawn) => {
    if (error) throw error;
    picture = drawn;
  });
  return picture;
}

/** The same as a data URL. */
export const svgDataUrl = (text: string) => `data:image/svg+xml;base64,${btoa(svgOf(text))}`;

/** The same as PNG; null in a browser, where the library cannot write it. */
export async function pngOf(text: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!('toBuffer' in QRCode)) return null;
  return new Uint8Array(await QRCode.toBuffer(text, LOOK));
}
