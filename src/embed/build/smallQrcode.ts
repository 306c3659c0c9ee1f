/**
 * Leaves out the parts of `qrcode` that a checkout never calls, 1 kB of the script tag: every mode
 * of a code but bytes, with the search for the shortest mix of modes, and every level of error
 * correction but M. A replacement that the build does not use is an error: a release of
 * `qrcode` has moved that file.
 */
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const REPLACEMENTS: Readonly<Record<string, string>> = {
  mode: 'exports.BYTE = { bit: 4 }; exports.getCharCountIndicator = (_, version) => (version < 10 ? 8 : 16);',
  'error-correction-level': 'exports.M = { bit: 0 }; exports.from = () => exports.M;',
  'error-correction-code': levelM(),
  // The same sums for one segment of bytes: its header has 12 bits, from version 10 on 20.
  version: `
    const { getBCHDigit, getSymbolTotalCodewords } = require('./utils');
    const { getTotalCodewordsCount } = require('./error-correction-code');
    const room = (version) =>
      getSymbolTotalCodewords(version) - getTotalCodewordsCount(version) - (version < 10 ? 1.5 : 2.5);
    exports.from = () => {};
    exports.getBestVersionForData = ([bytes]) => {
      for (let version = 1; version <= 40; version++) {
        if (bytes.getLength() <= room(version)) return version;
      }
    };
    exports.getEncodedBits = (version) => {
      let rest = version << 12;
      while (getBCHDigit(rest) >= 13) rest ^= 7973 << (getBCHDigit(rest) - 13);
      return (version << 12) | rest;
    };`,
  segments:
    "const Bytes = require('./byte-data'); exports.fromArray = (parts) => parts.map((part) => new Bytes(part.data));",
};

/** The library's own figures of level M, by version. */
function levelM(): string {
  const require = createRequire(import.meta.url);
  const code = require('qrcode/lib/core/error-correction-code');
  const { M } = require('qrcode/lib/core/error-correction-level');
  return ['getBlocksCount', 'getTotalCodewordsCount']
    .map((name) => {
      const figures = Array.from({ length: 40 }, (_, i) => code[name](i + 1, M));
      return `exports.${name} = (version) => [${figures}][version - 1];`;
    })
    .join('\n');
}

export function smallQrcode(): Plugin {
  const unused = new Set(Object.keys(REPLACEMENTS));
  return {
    name: 'paystep:small-qrcode',
    enforce: 'pre',
    transform(_, id) {
      const [, file = ''] = /\/qrcode\/lib\/core\/([\w-]+)\.js$/.exec(id) ?? [];
      const code = REPLACEMENTS[file];
      if (code === undefined) return;
      unused.delete(file);
      return { code, map: null };
    },
    buildEnd(error) {
      if (!error && unused.size > 0)
        this.error(`qrcode has no ${[...unused].join(', ')} any more.`);
    },
  };
}
