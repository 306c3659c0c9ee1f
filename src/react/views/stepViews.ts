import { confirmOnce } from '../../checkout/confirm/confirmOnce.ts';
import { yieldToOuterCheckout } from '../../checkout/return/yieldToOuterCheckout.ts';
import { QrExpired } from '../qr/QrExpired.tsx';
import { QrHostedLink } from '../qr/QrHostedLink.tsx';
import { QrPicture } from '../qr/QrPicture.tsx';
import { QrTools } from '../qr/QrTools.tsx';
import { warnOfOffers } from '../warnOfOffers.ts';
import { LazyStepView } from './LazyStepView.tsx';

/**
 * The steps that are no code, and what follows a press of the form's button; what a
 * page in the bank's window does, and what is said to developers.
 */
export const stepViews = {
  confirmOnce,
  yieldToOuterCheckout,
  warnOfOffers,
  LazyStepView,
  QrElsewhere: QrHostedLink,
  QrExpired,
  QrPicture,
  QrTools,
};

/** What is there of them, for the form: as `LazyState` has it. */
export interface LazySteps {
  readonly views: typeof stepViews | null;
  readonly load?: () => void;
}
