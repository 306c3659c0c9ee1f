/** Where the script tag's other files lie: the lazy ones, and the languages. */
import { webUrl } from '../step/url.ts';

/**
 * This file's own URL. Asked for now, since only a script that is running has it, and not left
 * to `import()`, which knows no URL in a script of another origin without `crossorigin`, and
 * goes by the page's `<base>` in a script without a URL. A module is no `currentScript`, but
 * its errors tell where they come from. What was evaluated as a text lies nowhere: beside whoever
 * has evaluated it, or beside the page, is the best guess then.
 */
const script = document.currentScript;
const scriptUrl =
  (script instanceof HTMLScriptElement && script.src) ||
  (/https?:[^\s()]+?(?=:\d+:\d+)/.exec(String(Error().stack))?.[0] ?? location.href);

/** A file of another name holds more than this script (a shop's bundle), or is a guess. */
const isOwnFile = /\/paystep[^/]*\.js$/.test(scriptUrl.replace(/[?#].*/, ''));

let base = scriptUrl;
let isPlaced = false;

/**
 * Takes the folder of the files from the shop: `assetsBase` in a script, else the attribute
 * `assets-base`. The first of a page counts. Who can put HTML into a page could write the
 * attribute, too, and what lies there is executed: so it counts only where this script's own
 * URL does not tell, and for a folder of the page's own origin.
 */
export function placeAssets(byScript: unknown, attribute: string | null): void {
  if (isPlaced) return;
  const folder = byScript ? folderOf(byScript, true) : !isOwnFile && folderOf(attribute, false);
  if (!folder) return;
  base = folder;
  isPlaced = true;
}

function folderOf(value: unknown, byScript: boolean): string | null {
  if (!value) return null;
  try {
    const { protocol, origin, pathname } = new URL(String(value), location.href);
    const folder = `${origin}${pathname.replace(/[^/]*\.js$/, '').replace(/\/*$/, '/')}`;
    const isOpen = webUrl(folder) && (byScript || protocol === 'http:');
    return /^http/.test(protocol) && (origin === location.origin || isOpen) ? folder : null;
  } catch {
    return null;
  }
}

/** A browser remembers a URL that has failed, so there are two, both to be pinned. */
const failed = new Set<string>();

/** Loads another file of ours. Goes by this script's nonce and policy; no Trusted Type is asked for. */
export async function loadAsset(file: string): Promise<unknown> {
  let url = file;
  try {
    const again = failed.has(file) ? '&retry' : '';
    url = new URL(`${file}?v=${PAYSTEP_VERSION}${again}`, base).href;
    return await import(/* @vite-ignore */ url);
  } catch (cause) {
    failed.add(file);
    throw new Error(
      `Paystep: ${url} could not be loaded. Put it there, or give its folder: assets-base (this origin), assetsBase in Paystep.mount() (any).`,
      { cause },
    );
  }
}
