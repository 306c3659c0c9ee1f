import { useEffect, useRef, useState } from 'react';
import { POPUP } from '../../checkout/index.ts';
import { methodName } from '../../locales/index.ts';
import type { RedirectStep } from '../../step/index.ts';
import { hasDeparted, rememberDeparture } from '../departure.ts';
import { Button, Link, Screen, Spinner } from '../parts.tsx';
import { useReturnMessage } from '../useReturnMessage.ts';
import { useView } from '../view.ts';

/** Leaves for the bank's or wallet's page: at once, by a tap, or in a window of its own. */
export function RedirectView({ step }: { readonly step: RedirectStep }) {
  const { messages: m, redirect, intent } = useView();
  const name = methodName(step.method);
  const leaving = useDeparture(redirect === 'auto', intent?.id ?? '', step.url);
  if (leaving) {
    return (
      <Screen mark={<Spinner />} title={m.redirect.leaving(name)}>
        <Link href={step.url} quiet>
          {m.redirect.go(name)}
        </Link>
      </Screen>
    );
  }
  return redirect === 'popup' ? <Popup step={step} /> : <Departure step={step} />;
}

function Departure({ step }: { readonly step: RedirectStep }) {
  const { messages: m, wake } = useView();
  const name = methodName(step.method);
  return (
    <Screen title={m.redirect.title(name)} text={m.redirect.text(name)}>
      {/* Banks refuse to be framed, so the way out of a frame is the whole window. */}
      <Link href={step.url} target="_top">
        {m.redirect.go(name)}
      </Link>
      <Button quiet onClick={() => wake('tap')}>
        {m.iHavePaid}
      </Button>
    </Screen>
  );
}

function Popup({ step }: { readonly step: RedirectStep }) {
  const { messages: m, wake, returnOrigin } = useView();
  const name = methodName(step.method);
  const popup = useRef<Window | null>(null);
  const [state, setState] = useState<'closed' | 'open' | 'blocked'>('closed');
  useReturnMessage(() => popup.current, returnOrigin);
  // Whatever comes after this step, its window has nothing more to show.
  useEffect(() => () => popup.current?.close(), []);
  const open = () => {
    popup.current = window.open(step.url, POPUP, 'popup,width=480,height=720');
    setState(popup.current ? 'open' : 'blocked');
    if (!popup.current && !isFramed()) location.assign(step.url);
  };
  if (state === 'blocked') return <Departure step={step} />;
  const opened = state === 'open';
  return (
    <Screen title={m.redirect.title(name)} text={opened ? m.redirect.popup : m.redirect.text(name)}>
      <Button onClick={open}>{opened ? m.redirect.again : m.redirect.go(name)}</Button>
      {opened && (
        <Button quiet onClick={() => wake('tap')}>
          {m.iHavePaid}
        </Button>
      )}
    </Screen>
  );
}

/**
 * Goes to the address by itself, once; true while it is on its way. Back to a page that the browser
 * kept, a reload or a second mount shows the button instead.
 */
function useDeparture(wanted: boolean, intentId: string, url: string): boolean {
  const [leaving, setLeaving] = useState(wanted);
  useEffect(() => {
    const free = wanted && !isFramed() && !hasDeparted(intentId, url);
    setLeaving(free);
    if (!free) return;
    // A tick later, so that a component mounted twice for a check (StrictMode) leaves only once.
    const timer = setTimeout(() => {
      rememberDeparture(intentId, url);
      location.assign(url);
    });
    const back = (event: PageTransitionEvent) => event.persisted && setLeaving(false);
    addEventListener('pageshow', back);
    return () => {
      clearTimeout(timer);
      removeEventListener('pageshow', back);
    };
  }, [wanted, intentId, url]);
  return leaving;
}

function isFramed(): boolean {
  return window.top !== window.self;
}
