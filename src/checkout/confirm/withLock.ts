/**
 * Runs `work` under a lock that all tabs of this browser share (Web Locks API). Where the page may not
 * use locks it runs at once: the gateway's idempotency keys still guard it.
 */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  if (!locks) return work();
  let begun = false;
  const once = () => {
    begun = true;
    return work();
  };
  try {
    return await locks.request(`paystep ${name}`, once);
  } catch (error) {
    // Refused to this page (an opaque origin), unless it is the work itself that failed.
    if (begun) throw error;
    return work();
  }
}
