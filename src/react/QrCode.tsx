import type { QrPath } from './qrPath.ts';

interface QrCodeProps {
  readonly code: QrPath;
  readonly label: string;
  readonly hidden?: boolean;
}

/** A code as sharp as the screen; its box makes it black on white. */
export function QrCode({ code, label, hidden }: QrCodeProps) {
  return (
    <svg
      className="ps-qr"
      viewBox={`0 0 ${code.size} ${code.size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
      aria-hidden={hidden || undefined}
    >
      <path d={code.path} />
    </svg>
  );
}
