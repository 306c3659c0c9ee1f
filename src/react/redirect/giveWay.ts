/** At hand on npm; the script tag has `embed/giveWay.ts` in place of this file. */
export { giveWay } from '../../checkout/return/giveWay.ts';
