/**
 * A 32-bit checksum (FNV-1a, with a last mix that brings up the low bits of short texts). Tells
 * texts apart where the text itself must not be kept. Not for what is short or can be guessed: whoever
 * tries all finds it.
 */
export function checksum(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
}
