import { useEffect, useState } from 'react';
import { drawPicture } from './drawPicture.ts';
import type { QrPath } from './qrPath.ts';

export interface Picture {
  /** A blob: address of the PNG. */
  readonly url: string;
  /** Opens the phone's own sheet to save or send it; null where the browser has none. */
  readonly share: (() => void) | null;
}

/**
 * A picture of the code to keep. It is made before anybody asks for it: sharing has to follow the
 * tap at once (Safari), and making a PNG takes longer than that.
 */
export function usePicture(code: QrPath | null, lines: readonly string[]): Picture | null {
  const [picture, setPicture] = useState<Picture | null>(null);
  const text = lines.join('\n');
  useEffect(() => {
    let url: string | null = null;
    let isWanted = true;
    const canvas = code && drawPicture(code, text ? text.split('\n') : []);
    canvas?.toBlob((blob) => {
      if (!blob || !isWanted) return;
      url = URL.createObjectURL(blob);
      setPicture({ url, share: shareOf(blob) });
    });
    return () => {
      isWanted = false;
      setPicture(null);
      if (url) URL.revokeObjectURL(url);
    };
  }, [code, text]);
  return picture;
}

function shareOf(blob: Blob): (() => void) | null {
  const data = { files: [new File([blob], 'payment-qr.png', { type: blob.type })] };
  if (!navigator.canShare?.(data)) return null;
  // A customer who closes the sheet rejects the promise; nothing is lost.
  return () => void navigator.share(data).catch(() => {});
}
