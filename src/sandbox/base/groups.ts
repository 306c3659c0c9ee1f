/** Which members each group has, in the order in which they came: an index of objects by another's id. */
export class Groups {
  readonly #members = new Map<string, Set<string>>();

  add(group: string, member: string): void {
    const members = this.#members.get(group) ?? new Set();
    this.#members.set(group, members.add(member));
  }

  /** An empty group leaves nothing behind. */
  delete(group: string, member: string): void {
    const members = this.#members.get(group);
    members?.delete(member);
    if (members?.size === 0) this.#members.delete(group);
  }

  /** Oldest first. */
  of(group: string): string[] {
    return [...(this.#members.get(group) ?? [])];
  }
}
