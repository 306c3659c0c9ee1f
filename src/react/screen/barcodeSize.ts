/** So that a short number is no poster. CSS pixels to a module. */
const MOST = 2;

export interface BarcodeSize {
  /** CSS pixels from end to end. */
  readonly length: number;
  /** It stands on its side, since it is too long for the column. */
  readonly isTurned: boolean;
}

/**
 * How large a barcode is drawn. A module is a whole number of the screen's own pixels, since grey
 * edges mislead a scanner, and at least one CSS pixel, since phones' own are too fine for a till's.
 *
 * @param modules how many there are, quiet zones included
 * @param width of the column, in CSS pixels
 * @param ratio the screen's pixels to a CSS pixel
 */
export function barcodeSize(modules: number, width: number, ratio: number): BarcodeSize {
  const pixels = Math.min(Math.floor((width * ratio) / modules), Math.floor(MOST * ratio));
  const isTurned = pixels < ratio;
  return { length: (modules * (isTurned ? Math.ceil(ratio) : pixels)) / ratio, isTurned };
}
