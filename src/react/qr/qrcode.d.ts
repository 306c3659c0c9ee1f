/** The part of `qrcode` that makes the matrix, without its canvas and file writers (7 of 20 kB). */
declare module 'qrcode/lib/core/qrcode.js' {
  export function create(
    segments: readonly { readonly data: string; readonly mode: 'byte' }[],
    options: { readonly errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ): { readonly modules: { readonly size: number; readonly data: Uint8Array } };
}
