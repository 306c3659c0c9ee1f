/**
 * Leaves out the parts of `qrcode` that a checkout never calls, 1.6 kB of the script tag: every mode
 * of a code but bytes, with the search for the shortest mix of modes, every level of error
 * correction but M, and the checks of arguments that are always right here. A replacement that the
 * build does not use is an error: a release of `qrcode` has moved that file, or its code.
 */
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

/** Files that are wholly replaced. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  mode: 'exports.BYTE = { bit: 4 }; exports.getCharCountIndicator = (_, version) => (version < 10 ? 8 : 16);',
  'error-correction-code': levelM(),
  // The same sums for one segment of bytes: its header has 12 bits, from version 10 on 20.
  version: `
    const { getBCHDigit, getSymbolTotalCodewords } = require('./utils');
    const { getTotalCodewordsCount } = require('./error-correction-code');
    const room = (version) =>
      getSymbolTotalCodewords(version) - getTotalCodewordsCount(version) - (version < 10 ? 1.5 : 2.5);
    exports.getBestVersionForData = ([bytes]) => {
      for (let version = 1; version <= 40; version++) {
        if (bytes.getLength() <= room(version)) return version;
      }
      throw new Error('too long');
    };
    exports.getEncodedBits = (version) => {
      let rest = version << 12;
      while (getBCHDigit(rest) >= 13) rest ^= 7973 << (getBCHDigit(rest) - 13);
      return (version << 12) | rest;
    };`,
};

/** A function of the library's, to its closing brace. */
const definition = (start: string) => new RegExp(`^${start} = function[\\s\\S]*?^}`, 'm');

/** An argument that is checked. */
const CHECK = /^ *if \(.+\) (\{\s+)?throw new Error\(.*\)(\s+\})?$/m;

/** What is replaced in the other files: each has to be found. */
const EDITS: Readonly<Record<string, readonly (readonly [found: RegExp, replacement: string])[]>> =
  {
    utils: [
      [CHECK, ''],
      [CHECK, ''],
      [definition('exports.setToSJISFunction'), ''],
      [definition('exports.isKanjiModeEnabled'), ''],
      [definition('exports.toSJIS'), ''],
    ],
    'bit-buffer': [[/^ {2}get: function[\s\S]*?^ {2}\},/m, '']],
    'bit-matrix': [[CHECK, '']],
    'byte-data': [
      [definition('ByteData.getBitsLength'), ''],
      [definition('ByteData.prototype.getBitsLength'), ''],
    ],
    'galois-field': [[CHECK, '']],
    'reed-solomon-encoder': [[CHECK, '']],
    'mask-pattern': [
      [/^exports.Patterns = [\s\S]*?^\}/m, ''],
      [definition('exports.isValid'), ''],
      [definition('exports.from'), ''],
      [/exports\.Patterns\.PATTERN/g, '0b'],
      [/^ *default: throw .*$/m, ''],
      [/Object\.keys\(exports\.Patterns\)\.length/, '8'],
    ],
    // The same steps, without the options.
    qrcode: [
      [/^const ECLevel = .*$/m, 'const LEVEL_M = { bit: 0 };'],
      [/^const Segments = .*$/m, "const Bytes = require('./byte-data');"],
      [
        /^function createSymbol [\s\S]*/m,
        `exports.create = (parts) => {
          const segments = parts.map((part) => new Bytes(part.data));
          const version = Version.getBestVersionForData(segments);
          const bits = createData(version, LEVEL_M, segments);
          const modules = new BitMatrix(Utils.getSymbolSize(version));
          const setupFormat = (mask) => setupFormatInfo(modules, LEVEL_M, mask);
          setupFinderPattern(modules, version);
          setupTimingPattern(modules);
          setupAlignmentPattern(modules, version);
          setupFormat(0);
          if (version >= 7) setupVersionInfo(modules, version);
          setupData(modules, bits);
          const mask = MaskPattern.getBestMask(modules, setupFormat);
          MaskPattern.applyMask(mask, modules);
          setupFormat(mask);
          return { modules };
        };`,
      ],
    ],
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
  const unused = new Set([...Object.keys(REPLACEMENTS), ...Object.keys(EDITS)]);
  return {
    name: 'paystep:small-qrcode',
    enforce: 'pre',
    transform(source, id) {
      const [, file = ''] = /\/qrcode\/lib\/core\/([\w-]+)\.js$/.exec(id) ?? [];
      let code = REPLACEMENTS[file] ?? source;
      unused.delete(file);
      for (const [found, replacement] of EDITS[file] ?? []) {
        const edited: string = code.replace(found, replacement);
        if (edited === code) this.error(`qrcode has no ${found} in ${file} any more.`);
        code = edited;
      }
      return code === source ? undefined : { code, map: null };
    },
    buildEnd(error) {
      if (!error && unused.size > 0)
        this.error(`qrcode has no ${[...unused].join(', ')} any more.`);
    },
  };
}
