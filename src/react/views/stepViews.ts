import { confirmOnce } from '../../checkout/confirm/confirmOnce.ts';
import { yieldToOuterCheckout } from '../../checkout/return/yieldToOuterCheckout.ts';
import { formTools } from '../pay/tools/formTools.ts';
import { QrExpired } from '../qr/QrExpired.tsx';
import { QrHostedLink } from '../qr/QrHostedLink.tsx';
import { QrPicture } from '../qr/QrPicture.tsx';
import { QrTools } from '../qr/QrTools.tsx';
import { warnOfOffers } from '../warnOfOffers.ts';
import { DelayedScreen } from './DelayedScreen.tsx';
import { LazyStepView } from './LazyStepView.tsx';
import { RedirectChoice } from './RedirectChoice.tsx';

/**
 * The steps that are no code or redirect, and what follows a press of the form's button; what a
 * page in the bank's window does, and what is said to developers.
 */
export const stepViews = {
  confirmOnce,
  yieldToOuterCheckout,
  warnOfOffers,
  formTools,
  DelayedScreen,
  LazyStepView,
  QrElsewhere: QrHostedLink,
  QrExpired,
  QrPicture,
  QrTools,
  RedirectChoice,
};
