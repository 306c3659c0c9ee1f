import type { QrPath } from './qrPath.ts';

interface QrCodeProps {
  readonly code: QrPath;
  readonly label?: string;
  readonly hidden?: boolean;
}

/**
 * A code as sharp as the screen. It draws its own white ground: a dark mode that a browser or an
 * extension makes of a light page turns backgrounds dark, and shapes that are white already stay.
 */
export function QrCode({ code: { size, path }, label, hidden }: QrCodeProps) {
  return (
    <svg
      className="ps-qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      aria-hidden={hidden || undefined}
    >
      <path className="ps-ground" fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path d={path} />
    </svg>
  );
}

/** White ground alone, under a gateway's own picture of a code, which may be see-through. */
export const BLANK: QrPath = { size: 1, path: '' };
