import { confirmOnce } from '../../checkout/confirm/confirmOnce.ts';
import { yieldToOuterCheckout } from '../../checkout/return/yieldToOuterCheckout.ts';
import type { Messages } from '../../locales/index.ts';
import { AnotherWay } from '../pay/AnotherWay.tsx';
import { PayScreen } from '../pay/PayScreen.tsx';
import { QrExpired } from '../qr/QrExpired.tsx';
import { QrHostedLink } from '../qr/QrHostedLink.tsx';
import { QrPicture } from '../qr/QrPicture.tsx';
import { QrTools } from '../qr/QrTools.tsx';
import { LazyStepView } from './LazyStepView.tsx';
import { RedirectChoice } from './RedirectChoice.tsx';

/** The views that a QR code or a redirect does not need, and what a page in the bank's window does. */
export const lazyViews = {
  confirmOnce,
  yieldToOuterCheckout: yieldToOuterCheckout,
  AnotherWay,
  PayScreen,
  LazyStepView,
  QrElsewhere: QrHostedLink,
  QrExpired,
  QrPicture,
  QrTools,
  RedirectChoice,
};

export type LazyViews = typeof lazyViews;

/** What is there of them. */
export interface LazyState {
  readonly views: LazyViews | null;
  /** They could not be loaded; {@link LazyState.load} tries again. Only where they have to be loaded. */
  readonly failed?: boolean;
  readonly load?: () => void;
  readonly messages: Messages;
}
