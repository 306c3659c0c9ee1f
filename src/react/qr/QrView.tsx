import { useEffect, useMemo, useState } from 'react';
import { useLazyViews } from '#useLazyViews';
import { appName, methodName } from '../../locales/index.ts';
import type { QrStep } from '../../step/index.ts';
import { usePayment, useWords } from '../contexts.ts';
import { Check, Screen } from '../screen/Screen.tsx';
import { amountPlaceholder } from '../words/useAmount.ts';
import { BLANK, QrCode } from './QrCode.tsx';
import { qrPath } from './qrPath.ts';

/** A code to scan with the phone, as sharp as the screen and always black on white. */
export function QrView({ step, expired }: { readonly step: QrStep; readonly expired: boolean }) {
  const { messages: m, amount } = useWords();
  const { connection, intent } = usePayment();
  const app = appName(step.method, m);
  const code = useMemo(() => (step.data === null ? null : qrPath(step.data)), [step.data]);
  // A page's own policy may refuse pictures from elsewhere.
  const [broken, setBroken] = useState<string | null>(null);
  // What was out of reach with the gateway may be there again with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts
  useEffect(() => setBroken(null), [connection]);
  const image = code || step.image === broken ? null : step.image;
  const isShown = code !== null || image !== null;
  const onPhone = step.surface !== 'desktop';
  // What goes beyond the code itself loads after it is on screen.
  const { views } = useLazyViews(
    'steps',
    onPhone || !isShown || step.copyable || step.expiresAt !== null,
  );
  const label = m.qr.label(methodName(step.method, m), amount);
  return (
    <Screen title={m.qr.title(methodName(step.method, m))}>
      {isShown || expired ? (
        <div className="ps-code" part="code" data-expired={expired || undefined}>
          {code && <QrCode code={code} label={label} hidden={expired} />}
          {code && views && onPhone && !expired && <views.QrPicture code={code} />}
          {image && <QrCode code={BLANK} hidden />}
          {image && (
            <img
              className="ps-qr"
              src={image}
              alt={label}
              aria-hidden={expired || undefined}
              onError={() => setBroken(image)}
            />
          )}
          {expired && views && <views.QrExpired method={step.method} />}
        </div>
      ) : (
        views && <views.QrElsewhere step={step} />
      )}
      {expired && !views && <Check label={m.checkAgain} />}
      {!expired && (
        <>
          {views && <views.QrTools step={step} code={code} isShown={isShown} />}
          {isShown && (
            <ol className="ps-steps">
              {onPhone && <li>{step.surface === 'phone' && code ? m.qr.save : m.qr.hold}</li>}
              <li>{onPhone ? m.qr.choose(app) : m.qr.open(app)}</li>
              {!onPhone && <li>{m.qr.scan}</li>}
              <li>{m.qr.confirm(amount || amountPlaceholder(intent))}</li>
            </ol>
          )}
          {connection !== 'paused' && <p className="ps-waiting">{m.qr.waiting}</p>}
        </>
      )}
    </Screen>
  );
}
