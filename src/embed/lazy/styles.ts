/** Nothing as yet: the lazy files bring what is in `lazyStyles.ts`. */
export const lazyStyles = '';
