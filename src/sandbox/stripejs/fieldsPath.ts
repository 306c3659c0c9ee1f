/** Where a page finds the frame with the fields, under the sandbox's URL. */
export const FIELDS_PATH = '/sandbox/stripejs/fields';
