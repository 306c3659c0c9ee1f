import type { Folded } from './normalizeInput.ts';

/** Characters that an address has only in quotes, which nobody's has (RFC 5322, `atext`). */
const ADDRESS = /^([^\s@<>()[\]\\,;:"]+)@((?:[\p{L}\p{M}\p{N}-]+\.)+[\p{L}\p{M}\p{N}-]+)$/u;

/** An address alone, of what mail programs and web pages copy: `Ana <ana@example.com>`, `mailto:…`. */
const bare = (entered: string) =>
  entered
    .replace(/^[^<]*<([^<>]*)>.*$/, '$1')
    .replace(/^mailto:([^?]*).*$/i, '$1')
    // Keyboards for Japanese and Chinese write a full stop of their own.
    .replace(/\u3002/g, '.')
    .replace(/ ?@ ?/, '@')
    .replace(/[.,;]+$/, '');

/** A domain as mail servers know it: `xn--…` for other letters, as Chrome's e-mail inputs give it. */
function asciiDomain(domain: string): string | null {
  if (/^[ -~]+$/.test(domain)) return domain;
  try {
    return new URL(`https://${domain}`).hostname;
  } catch {
    return null;
  }
}

/** An e-mail address; null where it can be none. */
export function readEmail(entered: Folded): string | null {
  const [, name, domain = ''] = ADDRESS.exec(bare(entered)) ?? [];
  const host = name ? asciiDomain(domain) : null;
  return host && `${name}@${host}`;
}
