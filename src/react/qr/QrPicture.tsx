import { useEffect, useState } from 'react';
import { drawPicture } from './drawPicture.ts';
import type { QrPath } from './qrPath.ts';

/**
 * The code as a real picture over the drawn one: a long press saves a picture, and in WeChat reads
 * the code in it, but neither works on a drawing. It says nothing that the drawing does not.
 */
export function QrPicture({ code }: { readonly code: QrPath }) {
  const [src, setSrc] = useState<string | null>(null);
  useEffect(() => setSrc(drawPicture(code, [])?.toDataURL() ?? null), [code]);
  if (!src) return null;
  // A page's own policy may refuse data: pictures; the drawing stays.
  return <img className="ps-qr-picture" src={src} alt="" onError={() => setSrc(null)} />;
}
