/** Calls back once after so many milliseconds; returns what cancels it. It keeps no process alive. */
export function after(ms: number, run: () => void): () => void {
  const timer: unknown = setTimeout(run, ms);
  (timer as { unref?(): void }).unref?.();
  return () => clearTimeout(timer as number);
}

/** A time between the two, so that many do not come back at the same moment. */
export const between = (least: number, most: number) =>
  Math.round(least + Math.random() * (most - least));

/** What a promise gives, or undefined where that takes longer. */
export async function withinTime<T>(
  ms: number,
  promise: Promise<T> | undefined,
): Promise<T | undefined> {
  let stop = () => {};
  const tooLong = new Promise<undefined>((resolve) => {
    stop = after(ms, () => resolve(undefined));
  });
  return Promise.race([promise, tooLong]).finally(() => stop());
}
