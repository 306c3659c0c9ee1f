/** Texts with others in place of some, or beside them, at any depth. */
export function mergeMessages<T extends object>(base: T, overrides: object): T {
  const merged = { ...base } as Record<string, unknown>;
  for (const [name, value] of Object.entries(overrides)) {
    const current = merged[name];
    const isGroup = typeof current === 'object' && current && typeof value === 'object' && value;
    if (isGroup) merged[name] = mergeMessages(current, value);
    // Of what has not come yet, any text can stand in place.
    else if (value != null && typeof value === typeof (current ?? value)) merged[name] = value;
  }
  return merged as T;
}
