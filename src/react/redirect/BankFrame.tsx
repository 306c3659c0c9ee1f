import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import { FRAME } from '../../checkout/index.ts';
import { waitIn } from '../../checkout/return/yieldToOuterCheckout.ts';
import { useActions, usePayment } from '../contexts.ts';
import { useLatest } from '../useLatest.ts';
import { useReturnMessage } from './useReturnMessage.ts';

export interface BankFrameProps {
  readonly url: string;
  /** Where the bank's page ends, if the gateway says so. */
  readonly returnUrl: string | null;
  readonly title: string;
  readonly hidden?: boolean;
  /** Some page has loaded in it, or an error page that cannot be told apart. */
  readonly onLoad?: () => void;
  /** The merchant's own Content-Security-Policy has refused the frame. */
  readonly onBlocked?: () => void;
}

/**
 * A bank's page in a frame. Its end shows in three ways, none of them needed: the return page's
 * message, a load of a page of our own origin, and the poller that goes on reading.
 * There is no `sandbox`: banks' pages break in one. `allow` lets them use payment confirmation and
 * passkeys (EMVCo SB-214v3); the `*` is needed because the frame goes through unknown origins.
 */
export function BankFrame({ url, returnUrl, title, hidden, ...on }: BankFrameProps) {
  const { intent } = usePayment();
  const { refetch } = useActions();
  const intentId = intent?.id ?? '';
  const frame = useRef<HTMLIFrameElement>(null);
  const name = FRAME + useId();
  useEffect(() => waitIn(name, intentId), [name, intentId]);
  useReturnMessage(() => frame.current?.contentWindow, returnUrl);
  useBlocked(url, on.onBlocked);
  const onLoad = () => {
    on.onLoad?.();
    if (isOurs(frame.current)) refetch();
  };
  return (
    <iframe
      ref={frame}
      className={hidden ? 'ps-unseen' : 'ps-frame'}
      src={url}
      name={name}
      title={title}
      aria-hidden={hidden || undefined}
      tabIndex={hidden ? -1 : undefined}
      allow="payment *; publickey-credentials-get *"
      referrerPolicy="origin"
      onLoad={onLoad}
    />
  );
}

/** Whether the frame has come back to a page of our own origin, which alone can be looked into. */
function isOurs(frame: HTMLIFrameElement | null): boolean {
  try {
    const href = frame?.contentWindow?.location.href;
    return href !== undefined && href !== 'about:blank';
  } catch {
    return false;
  }
}

function useBlocked(url: string, onBlocked: (() => void) | undefined): void {
  const latest = useLatest(onBlocked);
  // In the commit itself: the browser refuses a frame before an effect after the paint would listen.
  useLayoutEffect(() => {
    const violated = (event: SecurityPolicyViolationEvent) => {
      const ours = url.startsWith(event.blockedURI) || event.blockedURI === new URL(url).origin;
      if (event.disposition !== 'report' && event.effectiveDirective === 'frame-src' && ours)
        latest.current?.();
    };
    document.addEventListener('securitypolicyviolation', violated);
    return () => document.removeEventListener('securitypolicyviolation', violated);
  }, [url, latest]);
}
