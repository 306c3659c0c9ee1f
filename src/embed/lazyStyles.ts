import lazy from '../react/styles/lazy.css?inline';
import pay from '../react/styles/pay.css?inline';

/**
 * The look of what the first code or redirect does not need. The script tag's first file has
 * `lazy/styles.ts` in place of this file, and gets each half with the views that it is for.
 */
export const lazyStyles: string = lazy + pay;
