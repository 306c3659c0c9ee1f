// As much of `svelte/elements` as a custom element meets (https://svelte.dev/docs/svelte/typescript).
export interface HTMLAttributes<T extends EventTarget> {
  class?: unknown;
  id?: string | undefined | null;
  onclick?: ((event: MouseEvent & { currentTarget: T }) => void) | undefined | null;
}
declare global {
  namespace svelteHTML {
    function createElement<Elements extends IntrinsicElements, Key extends keyof Elements>(
      element: Key,
      attributes: Elements[Key],
    ): unknown;
    interface IntrinsicElements {
      div: HTMLAttributes<HTMLDivElement>;
    }
  }
}
