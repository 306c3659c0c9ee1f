import { useMemo, useState } from 'react';
import { appName, methodName } from '../../locales/index.ts';
import type { AppStep } from '../../step/index.ts';
import { Copy } from '../Copy.tsx';
import { Button, Check, Link, Screen } from '../parts.tsx';
import { qrPath } from '../qrPath.ts';
import { useBeforeRedirect } from '../useBeforeRedirect.ts';
import { useOpening } from '../useOpening.ts';
import { useView } from '../view.ts';

/** A wallet app. Only a tap opens an app, so nothing jumps by itself. */
export function AppView({ step }: { readonly step: AppStep }) {
  if (step.surface === 'desktop') return <Desktop step={step} />;
  return step.refused ? <Refused step={step} /> : <Phone step={step} />;
}

function Phone({ step }: { readonly step: AppStep }) {
  const { messages: m } = useView();
  const [opening, begin] = useOpening();
  const [taps, setTaps] = useState(0);
  const name = appName(step.method);
  const before = useBeforeRedirect(step);
  const onTap = () => {
    setTaps(taps + 1);
    begin();
    void before?.();
  };
  const isBack = opening === 'back';
  return (
    <Screen
      title={m.app.title(methodName(step.method))}
      text={isBack ? m.app.back(name) : m.app.text(name)}
    >
      {isBack ? (
        <>
          <Check quiet={false} label={m.iHavePaid} />
          <Again step={step} taps={taps} onTap={onTap} />
        </>
      ) : (
        <>
          <Link href={step.links[0]} target="_top" onClick={onTap}>
            {m.app.open(name)}
          </Link>
          {opening === 'stuck' && <Stuck step={step} />}
          <OtherLinks step={step} onTap={onTap} />
          <Check label={m.iHavePaid} />
        </>
      )}
    </Screen>
  );
}

/** Some wallets' addresses open once only: after two attempts it takes a new one, from the shop. */
function Again(props: { readonly step: AppStep; readonly taps: number; onTap: () => void }) {
  const { messages: m, onRefresh } = useView();
  const { step, taps, onTap } = props;
  if (onRefresh && taps > 1) {
    return (
      <Button quiet onClick={onRefresh}>
        {m.app.again}
      </Button>
    );
  }
  return (
    <>
      <Link href={step.links[0]} target="_top" quiet onClick={onTap}>
        {m.app.again}
      </Link>
      {taps > 1 && <OtherLinks step={step} onTap={onTap} />}
    </>
  );
}

function OtherLinks({ step, onTap }: { readonly step: AppStep; readonly onTap: () => void }) {
  const { messages: m } = useView();
  return step.links.slice(1).map((link) => (
    <Link key={link} href={link} target="_top" quiet onClick={onTap}>
      {link.startsWith('http') ? m.app.page : m.app.direct}
    </Link>
  ));
}

function Stuck({ step }: { readonly step: AppStep }) {
  const { messages: m } = useView();
  return (
    <div className="ps-help" role="status">
      <strong>{m.app.stuck}</strong>
      <p>{m.app.missing(appName(step.method))}</p>
      {step.surface === 'in-app' && (
        <>
          <p>{m.app.browser}</p>
          <PageAddress />
        </>
      )}
    </div>
  );
}

/** WeChat blocks Alipay, and its own page for other browsers: it takes another browser. */
function Refused({ step }: { readonly step: AppStep }) {
  const { messages: m } = useView();
  const name = methodName(step.method);
  return (
    <Screen title={m.app.title(name)} text={m.app.refused(name)}>
      <p className="ps-help">{m.app.browser}</p>
      <PageAddress />
      <Link href={step.links[0]} target="_top" quiet>
        {m.app.open(appName(step.method))}
      </Link>
      <Check label={m.iHavePaid} />
    </Screen>
  );
}

function Desktop({ step }: { readonly step: AppStep }) {
  const { messages: m } = useView();
  const name = appName(step.method);
  const code = useMemo(() => (step.scan ? qrPath(step.scan) : null), [step.scan]);
  return (
    <Screen
      title={m.app.title(methodName(step.method))}
      text={code ? m.app.scan(name) : m.app.phone(name)}
    >
      {code && (
        <div className="ps-code">
          <svg
            className="ps-qr"
            viewBox={`0 0 ${code.size} ${code.size}`}
            shapeRendering="crispEdges"
            role="img"
            aria-label={m.app.label(name)}
          >
            <path d={code.path} />
          </svg>
        </div>
      )}
      {!code && <PageAddress />}
      {step.links.map((link) => (
        <Link key={link} href={link} target="_top" quiet>
          {link.startsWith('http') ? m.app.page : m.app.open(name)}
        </Link>
      ))}
      <Check label={m.iHavePaid} />
    </Screen>
  );
}

/** To take the payment elsewhere. The return script has taken any secret out of it. */
export function PageAddress() {
  const { messages: m } = useView();
  return <Copy text={() => location.href} label={m.app.address} />;
}
