/**
 * Runs `work` while no other tab of this browser does for the same name. A browser without locks
 * (or a page that may not have them) runs it at once: the gateway's idempotency is behind it.
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
