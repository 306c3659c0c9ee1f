/** Rejects where the file cannot be loaded: a new deployment of an app removes its old files. */
export const loadBarcodes = () => import('../barcode/barcodes.ts');
