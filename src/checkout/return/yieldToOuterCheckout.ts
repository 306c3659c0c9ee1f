import { FRAME, POPUP, type ReturnMessage } from './channel.ts';

/** What the checkout around a frame answers where it waits for that very PaymentIntent. */
export const WAITS = { paystep: 'waits' } as const;

/**
 * Keeps known to pages of this origin that a checkout waits in that window for a payment: by a lock
 * (Web Locks API), which nobody else can hold and which goes with this page, whatever ends it.
 *
 * @returns ends it.
 */
export function waitIn(windowName: string, intentId: string): () => void {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  // None where the page is not secure or its origin opaque: then nobody is believed to wait.
  navigator.locks
    ?.request(lockOf(windowName, intentId), { mode: 'shared' }, () => ended)
    .catch(() => {});
  return end;
}

/**
 * Gives way to a checkout outside of this frame or pop-up that waits in it for the payment, or for
 * any where it is not known: a pop-up is closed. The window's name alone says nothing, since any site
 * can open the shop in a window that it has given such a name.
 *
 * @returns whether there is one.
 */
export async function yieldToOuterCheckout(intentId: string | null): Promise<boolean> {
  const { name } = window;
  if (!name.startsWith(POPUP) && !name.startsWith(FRAME)) return false;
  // An opener is not asked: Paystep's pop-ups have none.
  const isWaitedFor =
    (await isLocked(name, intentId)) || (parent !== window && (await askParent(intentId)));
  if (isWaitedFor && name.startsWith(POPUP)) close();
  return isWaitedFor;
}

const lockOf = (windowName: string, intentId: string) => `${windowName} ${intentId}`;

async function isLocked(windowName: string, intentId: string | null): Promise<boolean> {
  const lock = lockOf(windowName, intentId ?? '');
  try {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name = '' }) => (intentId ? name === lock : name.startsWith(lock)));
  } catch {
    return false;
  }
}

/** So long a frame's page waits for an answer of the page around it. */
const PATIENCE_MS = 1_000;

/** Where the return page is of another origin than the shop, it sees none of its locks. */
function askParent(intent: string | null): Promise<boolean> {
  return new Promise((resolve) => {
    const onMessage = ({ source, data }: MessageEvent) => {
      if (source === parent && data?.paystep === WAITS.paystep) resolve(true);
    };
    addEventListener('message', onMessage);
    setTimeout(() => {
      removeEventListener('message', onMessage);
      resolve(false);
    }, PATIENCE_MS);
    const message: ReturnMessage = { paystep: 'return', intent };
    parent.postMessage(message, '*');
  });
}
