/** The version that answers are made after, where a request names none. */
export const VERSION = '2026-10-28.endive';

/** With what a preview adds: `2026-10-28.preview; some_beta=v1`. */
export const VERSION_FORM = /^\d{4}-\d{2}-\d{2}(\.[a-z]+)?(;[\x20-\x7e]{0,200})?$/;
