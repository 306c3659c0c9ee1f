import { useMemo, useState } from 'react';
import { appName, methodName } from '../../locales/index.ts';
import type { QrStep } from '../../step/index.ts';
import { useLate } from '../late.ts';
import { Link, Screen } from '../parts.tsx';
import { type QrPath, qrPath } from '../qrPath.ts';
import { useView } from '../view.ts';

/** A code to scan with the phone, as sharp as the screen and always black on white. */
export function QrView({ step, expired }: { readonly step: QrStep; readonly expired: boolean }) {
  const { messages: m, amount, connection } = useView();
  const app = appName(step.method);
  const code = useMemo(() => (step.data === null ? null : qrPath(step.data)), [step.data]);
  const onPhone = step.surface !== 'desktop';
  // What goes beyond the code itself loads after it is on screen.
  const { views } = useLate(onPhone || step.copyable || step.expiresAt !== null);
  return (
    <Screen title={m.qr.title(methodName(step.method))}>
      <div className="ps-code" data-expired={expired || undefined}>
        <Code step={step} code={code} hidden={expired} />
        {expired && views && <views.QrExpired />}
      </div>
      {!expired && (
        <>
          {views && <views.QrTools step={step} code={code} />}
          <ol className="ps-steps">
            {onPhone && <li>{step.surface === 'phone' ? m.qr.save : m.qr.hold}</li>}
            <li>{onPhone ? m.qr.choose(app) : m.qr.open(app)}</li>
            {!onPhone && <li>{m.qr.scan}</li>}
            <li>{m.qr.confirm(amount)}</li>
          </ol>
          {connection !== 'paused' && <p className="ps-waiting">{m.qr.waiting}</p>}
        </>
      )}
    </Screen>
  );
}

interface CodeProps {
  readonly step: QrStep;
  readonly code: QrPath | null;
  readonly hidden: boolean;
}

function Code({ step, code, hidden }: CodeProps) {
  const { messages: m, amount } = useView();
  const [isImageBroken, setImageBroken] = useState(false);
  const { views } = useLate();
  const label = m.qr.label(methodName(step.method), amount);
  if (code) {
    return (
      <>
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
        {views && !hidden && step.surface !== 'desktop' && <views.QrPicture code={code} />}
      </>
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
  return <p className="ps-text">{m.qr.unreadable}</p>;
}
