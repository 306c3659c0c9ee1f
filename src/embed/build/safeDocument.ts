/**
 * No `document` that a page's HTML can change: each one in the script tag, Preact's included, is
 * `embed/safeDocument.ts`, whose head says why.
 */
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const FILE = resolve(import.meta.dirname, '../safeDocument.ts');

export function safeDocument(): Plugin {
  return {
    name: 'paystep:safe-document',
    options: (options) => ({
      ...options,
      transform: { ...options.transform, inject: { document: [FILE, 'document'] } },
    }),
    // Preact asks a node for its document, which is the page's.
    transform(code, id) {
      if (!id.endsWith('preact/dist/preact.mjs')) return;
      const safe = code.replace(/\w+\.ownerDocument\|\|document/, 'document');
      if (safe === code) this.error('Preact has another way now to find the document.');
      return { code: safe, map: null };
    },
  };
}
