import { useMemo, useState } from 'react';
import { appName, methodName } from '../../locales/index.ts';
import type { QrStep } from '../../step/index.ts';
import { Button, Link, Screen } from '../parts.tsx';
import { qrPath } from '../qrPath.ts';
import { useView } from '../view.ts';

/** A code to scan with the phone, as sharp as the screen and always black on white. */
export function QrView({ step, expired }: { readonly step: QrStep; readonly expired: boolean }) {
  const { messages: m, amount, connection, onRefresh } = useView();
  const app = appName(step.method);
  return (
    <Screen title={m.qr.title(methodName(step.method))}>
      <div className="ps-code" data-expired={expired || undefined}>
        <Code step={step} hidden={expired} />
        {expired && <Expired />}
      </div>
      {!expired && (
        <>
          <ol className="ps-steps">
            <li>{m.qr.open(app)}</li>
            <li>{m.qr.scan}</li>
            <li>{m.qr.confirm(amount)}</li>
          </ol>
          {connection !== 'paused' && <p className="ps-waiting">{m.qr.waiting}</p>}
        </>
      )}
      {expired && <p className="ps-text">{onRefresh ? m.qr.renew : m.qr.goBack}</p>}
    </Screen>
  );
}

function Code({ step, hidden }: { readonly step: QrStep; readonly hidden: boolean }) {
  const { messages: m, amount } = useView();
  const [isImageBroken, setImageBroken] = useState(false);
  const code = useMemo(() => (step.data === null ? null : qrPath(step.data)), [step.data]);
  const label = m.qr.label(methodName(step.method), amount);
  if (code) {
    return (
      <svg
        className="ps-qr"
        viewBox={`0 0 ${code.size} ${code.size}`}
        shapeRendering="crispEdges"
        role="img"
        aria-label={label}
        aria-hidden={hidden || undefined}
      >
        <path d={code.path} />
      </svg>
    );
  }
  if (step.image && !isImageBroken) {
    // A page's own policy may refuse pictures from elsewhere.
    return (
      <img
        className="ps-qr"
        src={step.image}
        alt={label}
        aria-hidden={hidden || undefined}
        onError={() => setImageBroken(true)}
      />
    );
  }
  if (step.hostedUrl)
    return (
      <Link href={step.hostedUrl} target="_blank">
        {m.qr.hosted}
      </Link>
    );
  return <p className="ps-text">{m.unsupported.text}</p>;
}

function Expired() {
  const { messages: m, onRefresh, wake } = useView();
  return (
    <div className="ps-veil" role="alert">
      <strong>{m.qr.expired}</strong>
      {onRefresh && <Button onClick={onRefresh}>{m.qr.newCode}</Button>}
      <Button quiet={Boolean(onRefresh)} onClick={() => wake('tap')}>
        {m.checkAgain}
      </Button>
    </div>
  );
}
