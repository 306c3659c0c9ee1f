import { useEffect, useRef, useState } from 'react';
import { POPUP } from '../../checkout/index.ts';
import { methodName } from '../../locales/index.ts';
import type { RedirectStep } from '../../step/index.ts';
import { Button, Check, Link, Screen } from '../parts.tsx';
import { useBeforeRedirect } from '../useBeforeRedirect.ts';
import { type Departure, isFramed } from '../useDeparture.ts';
import { useReturnMessage } from '../useReturnMessage.ts';
import { useView } from '../view.ts';

interface Props {
  readonly step: RedirectStep;
  readonly departure: Departure;
}

/** The way to the bank's or wallet's page for those whom nothing takes there by itself. */
export function RedirectChoice({ step, departure }: Props) {
  const { redirect } = useView();
  return redirect === 'popup' ? (
    <Popup step={step} departure={departure} />
  ) : (
    <Page step={step} departure={departure} />
  );
}

function Page({ step, departure: { state, leave } }: Props) {
  const { messages: m } = useView();
  const name = methodName(step.method, m);
  const text = state === 'refused' ? m.redirect.refused : m.redirect.text(name);
  return (
    <Screen title={m.redirect.title(name)} text={text}>
      {/* Banks refuse to be framed, so the way out of a frame is the whole window. */}
      <Link
        href={step.url}
        target="_top"
        onClick={(event) => {
          if (leave) event.preventDefault();
          leave?.();
        }}
      >
        {m.go(name)}
      </Link>
      <Check label={m.iHavePaid} />
    </Screen>
  );
}

const FEATURES = 'popup,width=480,height=720';

function Popup({ step, departure }: Props) {
  const { messages: m, wake } = useView();
  const name = methodName(step.method, m);
  const popup = useRef<Window | null>(null);
  const before = useBeforeRedirect(step);
  const [state, setState] = useState<'closed' | 'open' | 'blocked' | 'refused'>('closed');
  useReturnMessage(() => popup.current);
  // Whatever comes after this step, its window has nothing more to show.
  useEffect(() => () => popup.current?.close(), []);
  useEffect(() => {
    if (state !== 'open') return;
    // No event tells that a window was closed. A page may cut itself off from its opener and then
    // looks closed too, so all that follows is a read.
    let wasClosed = false;
    const timer = setInterval(() => {
      const isClosed = popup.current?.closed === true;
      if (isClosed && !wasClosed) void wake('return');
      wasClosed = isClosed;
    }, 500);
    return () => clearInterval(timer);
  }, [state, wake]);

  const openWindow = async () => {
    // Only the tap itself may open a window; while the shop is asked it stays empty.
    popup.current = window.open(before ? '' : step.url, POPUP, FEATURES);
    const may = !before || (await before());
    if (!may) {
      popup.current?.close();
      return setState('refused');
    }
    if (!popup.current) {
      setState('blocked');
      if (!isFramed()) location.assign(step.url);
      return;
    }
    if (before) popup.current.location.replace(step.url);
    setState('open');
  };

  if (state === 'blocked') return <Page step={step} departure={departure} />;
  const opened = state === 'open';
  const text = {
    open: m.redirect.popup,
    refused: m.redirect.refused,
    closed: m.redirect.text(name),
  }[state];
  return (
    <Screen title={m.redirect.title(name)} text={text}>
      <Button onClick={openWindow}>{opened ? m.redirect.again : m.go(name)}</Button>
      {opened && <Check label={m.iHavePaid} />}
    </Screen>
  );
}
