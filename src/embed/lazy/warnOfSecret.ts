import { secretHint } from '../../gateway/secretHint.ts';
import { warnOnce } from '../../gateway/warnOnce.ts';
import type { CheckElement } from '../checkElement.ts';
import { isMixedUp } from './secretHint.ts';

/** Says what may have been mixed up, which the script tag's first file does not know. */
export const warnOfSecret: CheckElement = (_, options) => {
  if (isMixedUp(options))
    warnOnce(`the client secret is not one. ${secretHint(options.clientSecret ?? '')}`);
};
