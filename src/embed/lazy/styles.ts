/** Nothing as yet: the second file brings `lazyStyles.ts`. */
export const lazyStyles = '';
