import { loadAsset } from '../assets.ts';

/** Takes the place of `react/screen/loadBarcodes.ts` in the script tag: the file lies beside the script. */
export const loadBarcodes = () =>
  loadAsset('paystep-barcodes.js') as Promise<typeof import('../../react/barcode/barcodes.ts')>;
