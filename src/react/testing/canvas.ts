import { vi } from 'vitest';

/** A canvas that keeps what is drawn on it; the DOM of the tests has none to draw on. */
export function fakeCanvas() {
  const texts: string[] = [];
  const codes: string[] = [];
  const scales: number[] = [];
  const pen = {
    fillRect() {},
    scale: (x: number) => scales.push(x),
    fillText: (text: string) => texts.push(text),
    fill: ({ path }: FakePath) => codes.push(path),
  };
  const canvas = HTMLCanvasElement.prototype;
  vi.stubGlobal('Path2D', FakePath);
  vi.spyOn(canvas, 'getContext').mockReturnValue(pen as never);
  vi.spyOn(canvas, 'toDataURL').mockReturnValue('data:image/png;base64,AAAA');
  vi.spyOn(canvas, 'toBlob').mockImplementation((take) => {
    // As in a browser: not before the code that asks for it has ended.
    setTimeout(() => take(new Blob(['PNG'], { type: 'image/png' })));
  });
  return { texts, codes, scales };
}

class FakePath {
  readonly path: string;
  constructor(path: string) {
    this.path = path;
  }
}
