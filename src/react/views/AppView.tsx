import { useState } from 'react';
import { appName, methodName } from '../../locales/index.ts';
import type { AppStep } from '../../step/index.ts';
import { useActions, useWords } from '../contexts.ts';
import { NewTab } from '../redirect/LeaveLink.tsx';
import { useAppLaunch } from '../redirect/useAppLaunch.ts';
import { useBeforeRedirect } from '../redirect/useBeforeRedirect.ts';
import { isFramed } from '../redirect/useRedirect.ts';
import { PageUrl } from '../screen/PageUrl.tsx';
import { Button, Check, Link, Screen, useAnnounced } from '../screen/Screen.tsx';
import { AppChoice, isChoice } from './AppChoice.tsx';
import { AppOnDesktop, AppRefused } from './AppOtherDevice.tsx';

/** A wallet app. Only a tap opens an app, so nothing jumps by itself. */
export function AppView({ step }: { readonly step: AppStep }) {
  if (step.surface === 'desktop') return <AppOnDesktop step={step} />;
  return step.refused ? <AppRefused step={step} /> : <Phone step={step} />;
}

function Phone({ step }: { readonly step: AppStep }) {
  const { messages: m } = useWords();
  const [launch, begin] = useAppLaunch();
  const [taps, setTaps] = useState(0);
  const name = appName(step.method, m);
  const askShop = useBeforeRedirect(step);
  const onTap = () => {
    setTaps(taps + 1);
    begin();
    void askShop?.();
  };
  const isBack = launch === 'back';
  return (
    <Screen
      title={m.app.title(methodName(step.method, m))}
      text={isBack ? m.app.back(name) : m.app.text(name)}
    >
      {isBack ? (
        <>
          <Check quiet={false} label={m.iHavePaid} />
          <Again step={step} taps={taps} onTap={onTap} />
        </>
      ) : (
        <>
          {isChoice(step) ? (
            <AppChoice step={step} onTap={onTap} />
          ) : (
            <Link href={step.links[0]} target="_top" onClick={onTap}>
              {/* Inside other apps the first address is a page, which opens the app if it may. */}
              {step.surface === 'in-app'
                ? m.go(name || methodName(step.method, m))
                : m.app.open(name)}
            </Link>
          )}
          {launch === 'stuck' && <Stuck step={step} />}
          {launch === 'stuck' && isFramed() && isPage(step.links[0]) && (
            <NewTab href={step.links[0]} />
          )}
          <OtherLinks step={step} onTap={onTap} />
          <Check label={m.iHavePaid} />
        </>
      )}
    </Screen>
  );
}

/** Some wallets' URLs open only once: after two attempts it takes a new one, from the shop. */
function Again(props: { readonly step: AppStep; readonly taps: number; onTap: () => void }) {
  const { messages: m } = useWords();
  const { onRetry } = useActions();
  const { step, taps, onTap } = props;
  if (onRetry && taps > 1) {
    return (
      <Button quiet onClick={onRetry}>
        {m.app.again}
      </Button>
    );
  }
  if (isChoice(step)) return <AppChoice step={step} onTap={onTap} />;
  return (
    <>
      <Link href={step.links[0]} target="_top" quiet onClick={onTap}>
        {m.app.again}
      </Link>
      {taps > 1 && <OtherLinks step={step} onTap={onTap} />}
    </>
  );
}

/** An address of the web, which may open an app; not an app's own. */
const isPage = (link: string) => link.startsWith('http');

function OtherLinks({ step, onTap }: { readonly step: AppStep; readonly onTap: () => void }) {
  const { messages: m } = useWords();
  if (isChoice(step)) return null;
  return step.links.slice(1).map((link) => (
    <Link key={link} href={link} target="_top" quiet onClick={onTap}>
      {isPage(link) && step.surface === 'phone' ? m.app.page : m.app.direct}
    </Link>
  ));
}

function Stuck({ step }: { readonly step: AppStep }) {
  const { messages: m } = useWords();
  const missing = m.app.missing(appName(step.method, m));
  useAnnounced(`${m.app.stuck} ${missing}`);
  return (
    <div className="ps-help">
      <strong>{m.app.stuck}</strong>
      <p>{missing}</p>
      {step.surface === 'in-app' && (
        <>
          <p>{m.app.browser}</p>
          <PageUrl />
        </>
      )}
    </div>
  );
}
