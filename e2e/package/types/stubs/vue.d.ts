// As much of Vue's types as a custom element meets (https://vuejs.org/guide/extras/web-components).
export interface GlobalComponents {
  readonly RouterLink: new () => { readonly $props: { to: string } };
}
export interface HTMLAttributes {
  class?: unknown;
  id?: string | undefined;
  onClick?: ((payload: MouseEvent) => void) | undefined;
}
export interface PublicProps {
  key?: PropertyKey;
  ref?: unknown;
}
