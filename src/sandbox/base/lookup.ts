/** The row of a table for a key that came from outside: `constructor` is not a row. */
export function lookup<T>(table: Readonly<Record<string, T>>, key: unknown): T | undefined {
  const name = String(key);
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
