import type { QrPath } from './qrPath.ts';

/** Side of the drawn code; bank apps read a picture of 600 pixels and more without fail. */
const SIDE = 720;
const LINE = 44;
const FONT = 'system-ui, sans-serif';

/**
 * Draws a code as a picture of at least 720 pixels, with lines of text under it: the first one in
 * bold. Null where the browser has no canvas to draw on.
 */
export function drawPicture(code: QrPath, lines: readonly string[]): HTMLCanvasElement | null {
  // Whole pixels to a module: a scaled code has grey edges.
  const module = Math.ceil(SIDE / code.size);
  const side = module * code.size;
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side + (lines.length ? (lines.length + 0.5) * LINE : 0);
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000';
  pen.textAlign = 'center';
  lines.forEach((line, at) => {
    pen.font = `${at === 0 ? 600 : 400} ${LINE * 0.68}px ${FONT}`;
    pen.fillText(line, side / 2, side + LINE * (at + 0.55), side - LINE);
  });
  pen.scale(module, module);
  pen.fill(new Path2D(code.path));
  return canvas;
}
