/** Puts an entry at the end of a map that holds so many at most: the oldest one goes. */
export function putBounded<T>(map: Map<string, T>, id: string, value: T, most: number): void {
  map.set(id, value);
  if (map.size <= most) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}
