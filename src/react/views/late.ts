import { confirmOnce } from '../../checkout/confirm/confirmOnce.ts';
import { giveWay } from '../../checkout/return/giveWay.ts';
import { AnotherWay } from '../pay/AnotherWay.tsx';
import { PayScreen } from '../pay/PayScreen.tsx';
import { QrExpired } from '../qr/QrExpired.tsx';
import { QrHostedLink } from '../qr/QrHostedLink.tsx';
import { QrPicture } from '../qr/QrPicture.tsx';
import { QrTools } from '../qr/QrTools.tsx';
import { LateStepView } from './LateStepView.tsx';
import { RedirectChoice } from './RedirectChoice.tsx';

/** The views that a QR code or a redirect does not need, and what a page in the bank's window does. */
export const lateViews = {
  confirmOnce,
  giveWay,
  AnotherWay,
  PayScreen,
  LateStepView,
  QrElsewhere: QrHostedLink,
  QrExpired,
  QrPicture,
  QrTools,
  RedirectChoice,
};

export type LateViews = typeof lateViews;
