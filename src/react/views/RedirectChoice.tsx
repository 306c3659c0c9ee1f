import { useEffect, useRef, useState } from 'react';
import { POPUP } from '../../checkout/index.ts';
import { waitIn } from '../../checkout/return/yieldToOuterCheckout.ts';
import { methodName } from '../../locales/index.ts';
import type { RedirectStep } from '../../step/index.ts';
import { useActions, usePayment, useWords } from '../contexts.ts';
import { LeaveLink } from '../redirect/LeaveLink.tsx';
import { useBeforeRedirect } from '../redirect/useBeforeRedirect.ts';
import { isFramed, type Redirect } from '../redirect/useRedirect.ts';
import { Button, Check, Screen } from '../screen/Screen.tsx';

interface Props {
  readonly step: RedirectStep;
  readonly redirecting: Redirect;
}

/** The way to the bank's or wallet's page for those whom nothing takes there by itself. */
export function RedirectChoice({ step, redirecting }: Props) {
  const { redirect } = usePayment();
  return redirect === 'popup' ? (
    <Popup step={step} redirecting={redirecting} />
  ) : (
    <Page step={step} redirecting={redirecting} />
  );
}

function Page({ step, redirecting: { state, leave } }: Props) {
  const { messages: m } = useWords();
  const name = methodName(step.method, m);
  const text = state === 'refused' ? m.redirect.refused : m.redirect.text(name);
  return (
    <Screen title={m.redirect.title(name)} text={text}>
      {/* Banks refuse to be framed, so the way out of a frame is the whole window. */}
      <LeaveLink
        href={step.url}
        stuck={state === 'stuck'}
        onClick={(event) => {
          if (leave) event.preventDefault();
          leave?.();
        }}
      >
        {m.go(name)}
      </LeaveLink>
      <Check label={m.iHavePaid} />
    </Screen>
  );
}

const FEATURES = 'popup,width=480,height=720';

/**
 * Another window each time, by a name that only it has. Its opener is cut: the bank's page, or any on
 * the way through it, could put a page of its own in the shop's place. So the shop may not lead or
 * close it any more either, except on pages of its own; such a page closes itself (`return.ts`).
 */
function openPopup(intentId: string): Window | null {
  const name = `${POPUP}-${Math.random().toString(36).slice(2)}`;
  const popup = window.open('', name, FEATURES);
  if (!popup) return null;
  popup.opener = null;
  // Until this page goes: the bank sends its customers back also after all is paid.
  waitIn(name, intentId);
  return popup;
}

function closePopup(popup: Window | null): void {
  try {
    // A browser asked to close the bank's page would refuse, and log its URL.
    if (popup?.location.href) popup.close();
  } catch {
    // It is the bank's.
  }
}

function Popup({ step, redirecting }: Props) {
  const { messages: m } = useWords();
  const { intent } = usePayment();
  const { refetch } = useActions();
  const name = methodName(step.method, m);
  const popup = useRef<Window | null>(null);
  const place = useRef<HTMLSpanElement>(null);
  const askShop = useBeforeRedirect(step);
  const [state, setState] = useState<'closed' | 'open' | 'blocked' | 'refused'>('closed');
  useEffect(() => {
    const { current } = place;
    return () =>
      queueMicrotask(() => {
        // Whatever comes after this step, its window has nothing more to show. Where the step is only
        // hidden (React's Activity), it goes on.
        if (!current?.isConnected) closePopup(popup.current);
      });
  }, []);
  useEffect(() => {
    if (state !== 'open') return;
    // No event tells that a window was closed. A page may cut itself off from its opener and then
    // looks closed too, so all that follows is a read.
    let wasClosed = false;
    const timer = setInterval(() => {
      const isClosed = popup.current?.closed === true;
      if (isClosed && !wasClosed) void refetch();
      wasClosed = isClosed;
    }, 500);
    return () => clearInterval(timer);
  }, [state, refetch]);

  const openWindow = async () => {
    closePopup(popup.current);
    // Only the tap itself may open a window; while the shop is asked it stays empty.
    const opened = openPopup(intent?.id ?? '');
    popup.current = opened;
    const may = !askShop || (await askShop());
    if (!may) {
      closePopup(opened);
      return setState('refused');
    }
    if (!opened) {
      setState('blocked');
      if (!isFramed()) location.assign(step.url);
      return;
    }
    opened.location.replace(step.url);
    setState('open');
  };

  if (state === 'blocked') return <Page step={step} redirecting={redirecting} />;
  const opened = state === 'open';
  const text = {
    open: m.redirect.popup,
    refused: m.redirect.refused,
    closed: m.redirect.text(name),
  }[state];
  return (
    <Screen title={m.redirect.title(name)} text={text}>
      <span ref={place} hidden />
      <Button onClick={openWindow}>{opened ? m.redirect.again : m.go(name)}</Button>
      {opened && <Check label={m.iHavePaid} />}
    </Screen>
  );
}
