import { minify, type Plugin } from 'vite';

/**
 * Has the built-in minifier compress a script before Terser does: together they find what neither
 * finds by itself, a tenth of a kilobyte. Names, spaces and characters stay Terser's.
 */
export function compress(target: string): Plugin {
  return {
    name: 'paystep:compress',
    async renderChunk(source, { fileName }) {
      const { code, map, errors } = await minify(fileName, source, {
        compress: { target },
        mangle: false,
        codegen: { removeWhitespace: false },
        sourcemap: true,
      });
      if (errors[0]) this.error(errors[0].message);
      return { code, map: map ?? null };
    },
  };
}
