import { BoundedMap } from '../base/bounded.ts';
import { caveatsOf } from './caveats.ts';
import type { Store } from './store.ts';

/** Payments whose notes are remembered; an older one may be noted again. */
const REMEMBERED = { entries: 5000, characters: 5_000_000 } as const;

/**
 * Tells each caveat of each payment once, when a change brings it: `note: pi_…: …`. Returns the
 * function that stops it.
 */
export function noteCaveats(store: Store, log: (line: string) => void): () => void {
  const logged = new BoundedMap<readonly string[]>(REMEMBERED);
  return store.onChange((_, intent) => {
    const known = logged.get(intent.id) ?? [];
    const fresh = caveatsOf(intent).filter((caveat) => !known.includes(caveat));
    if (fresh.length === 0) return;
    logged.set(intent.id, [...known, ...fresh]);
    for (const caveat of fresh) log(`note: ${intent.id}: ${caveat}`);
  });
}
