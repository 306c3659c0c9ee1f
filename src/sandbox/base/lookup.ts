/** The row of a table by a key from outside. Inherited names such as `constructor` are no rows. */
export function lookup<T>(table: Readonly<Record<string, T>>, key: unknown): T | undefined {
  const name = String(key);
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
