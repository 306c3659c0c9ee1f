import { giveWay } from '../../checkout/giveWay.ts';
import { AnotherWay } from '../pay/AnotherWay.tsx';
import { PayScreen } from '../pay/PayScreen.tsx';
import { LateStepView } from './LateStepView.tsx';
import { QrElsewhere } from './QrElsewhere.tsx';
import { QrExpired } from './QrExpired.tsx';
import { QrPicture } from './QrPicture.tsx';
import { QrTools } from './QrTools.tsx';
import { RedirectChoice } from './RedirectChoice.tsx';

/** The views that a QR code or a redirect does not need, and what a page in the bank's window does. */
export const lateViews = {
  giveWay,
  AnotherWay,
  PayScreen,
  LateStepView,
  QrElsewhere,
  QrExpired,
  QrPicture,
  QrTools,
  RedirectChoice,
};

export type LateViews = typeof lateViews;
