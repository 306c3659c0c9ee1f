/**
 * Leaves out the parts of `qrcode` that a checkout never calls, 2 kB of the script tag: every mode
 * of a code but bytes, with the search for the shortest mix of modes, every level of error
 * correction but M, and the checks of arguments that are always right here. Its CommonJS becomes
 * modules, of which the bundler keeps only what is called. What the build does not find is an
 * error: a release of `qrcode` has moved that file, or its code.
 */
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

/** Files that are wholly replaced. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  mode: `
    export const BYTE = { bit: 4 };
    export const getCharCountIndicator = (_, version) => (version < 10 ? 8 : 16);`,
  'error-correction-code': levelM(),
  // The same sums for one segment of bytes: its header has 12 bits, from version 10 on 20.
  version: `
    import { getBCHDigit, getSymbolTotalCodewords } from './utils.js';
    import { getTotalCodewordsCount } from './error-correction-code.js';
    const room = (version) =>
      getSymbolTotalCodewords(version) - getTotalCodewordsCount(version) - (version < 10 ? 1.5 : 2.5);
    export function getBestVersionForData([bytes]) {
      for (let version = 1; version <= 40; version++) {
        if (bytes.getLength() <= room(version)) return version;
      }
      throw new Error('too long');
    }
    export function getEncodedBits(version) {
      let rest = version << 12;
      while (getBCHDigit(rest) >= 13) rest ^= 7973 << (getBCHDigit(rest) - 13);
      return (version << 12) | rest;
    }`,
};

type Edit = readonly [found: RegExp, replacement: string];

/** An argument that is checked. */
const CHECK: Edit = [/^ *if \(.+\) (\{\s+)?throw new Error\(.*\)(\s+\})?$/m, ''];

/** A method of a class that the bundler cannot know to be unused. */
const method = (name: string): Edit => [new RegExp(`^${name} = function[\\s\\S]*?^}`, 'm'), ''];

/** What is replaced in the other files: each has to be found. */
const EDITS: Readonly<Record<string, readonly Edit[]>> = {
  utils: [CHECK, CHECK],
  'alignment-pattern': [],
  'bit-buffer': [[/^ {2}get: function[\s\S]*?^ {2}\},/m, '']],
  'bit-matrix': [CHECK],
  'byte-data': [method('ByteData.getBitsLength'), method('ByteData.prototype.getBitsLength')],
  'finder-pattern': [],
  'format-info': [],
  'galois-field': [CHECK],
  'mask-pattern': [
    [/^exports.Patterns = [\s\S]*?^\}/m, ''],
    [/exports\.Patterns\.PATTERN/g, '0b'],
    [/^ *default: throw .*$/m, ''],
    [/Object\.keys\(exports\.Patterns\)\.length/, '8'],
  ],
  polynomial: [],
  'reed-solomon-encoder': [CHECK],
  // The same steps, without the options.
  qrcode: [
    [/^const ECLevel = .*$/m, 'const LEVEL_M = { bit: 0 };'],
    [/^const Segments = .*$/m, "const ByteData = require('./byte-data')"],
    [
      /^function createSymbol [\s\S]*/m,
      `export function create(parts) {
        const segments = parts.map((part) => new ByteData(part.data));
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
      }`,
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
      return `export const ${name} = (version) => [${figures}][version - 1];`;
    })
    .join('\n');
}

/** The library's classes are what their files export; all other files export functions. */
const CLASSES = /^(BitBuffer|BitMatrix|ByteData|ReedSolomonEncoder)$/;

/** The same code as a module. */
function moduleOf(code: string): string {
  return code
    .replace(/^const (\w+) = require\('(.+)'\)\.(\w+)$/gm, "import { $3 as $1 } from '$2.js'")
    .replace(/^const (\w+) = require\('(.+)'\)$/gm, (_, name: string, file: string) =>
      CLASSES.test(name)
        ? `import ${name} from '${file}.js'`
        : `import * as ${name} from '${file}.js'`,
    )
    .replace(/^exports\.(\w+) = function (\w+ )?\(/gm, 'export function $1 (')
    .replace(/^module\.exports = /m, 'export default ')
    .replace(/\bexports\./g, '');
}

export function smallQrcode(): Plugin {
  const unused = new Set([...Object.keys(REPLACEMENTS), ...Object.keys(EDITS)]);
  return {
    name: 'paystep:small-qrcode',
    enforce: 'pre',
    transform(source, id) {
      const [, file] = /\/qrcode\/lib\/core\/([\w-]+)\.js$/.exec(id) ?? [];
      if (!file) return;
      unused.delete(file);
      let code = REPLACEMENTS[file] ?? source;
      for (const [found, replacement] of EDITS[file] ?? []) {
        const edited: string = code.replace(found, replacement);
        if (edited === code) this.error(`qrcode has no ${found} in ${file} any more.`);
        code = edited;
      }
      return { code: moduleOf(code), map: null };
    },
    buildEnd(error) {
      if (!error && unused.size > 0)
        this.error(`qrcode has no ${[...unused].join(', ')} any more.`);
    },
  };
}
