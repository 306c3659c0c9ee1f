/** Its encoders, one a file; the library's own types are of its drawing function alone. */
declare module 'jsbarcode/src/barcodes/*' {
  // biome-ignore lint/style/noDefaultExport: as the library has it
  export default class {
    constructor(data: string, options: object);
    /** Gives a digit a module: 1 for dark, 0 for light. */
    encode(): { readonly data: string };
  }
}
