import { methodName } from '../../locales/index.ts';
import type { QrStep } from '../../step/index.ts';
import { usePayment, useWords } from '../contexts.ts';
import { Copy } from '../screen/Copy.tsx';
import { Countdown } from '../screen/Countdown.tsx';
import { Button, Link } from '../screen/Screen.tsx';
import { QrOverdue } from './QrOverdue.tsx';
import type { QrPath } from './qrPath.ts';
import { usePicture } from './usePicture.ts';

interface QrToolsProps {
  readonly step: QrStep;
  readonly code: QrPath | null;
  /** A code or a picture of it is on screen. */
  readonly isShown: boolean;
}

/** What helps beyond the code: time left, the text to copy, and a picture to keep on a phone. */
export function QrTools({ step, code, isShown }: QrToolsProps) {
  const { messages: m, amount, merchantName } = useWords();
  const { overdue } = usePayment();
  const name = methodName(step.method, m);
  const lines = [[name, amount].filter(Boolean).join(' · '), merchantName].filter(Boolean);
  // Apps' own browsers neither share nor download; a long press on the code works there.
  const picture = usePicture(step.surface === 'phone' ? code : null, lines);
  return (
    <>
      {step.expiresAt !== null && <Countdown at={step.expiresAt} />}
      {picture?.share && <Button onClick={picture.share}>{m.picture.share}</Button>}
      {/* Not every phone's sheet can save a picture, and not every download can be found again. */}
      {picture && (
        <Link
          href={picture.url}
          download={`${step.method || 'payment'}-qr.png`}
          quiet={picture.share !== null}
        >
          {m.picture.save}
        </Link>
      )}
      {step.copyable && step.data && <Copy text={step.data} label={m.picture.copy} />}
      {isShown && !code && step.hostedUrl && step.surface !== 'desktop' && (
        <Link href={step.hostedUrl} target="_blank" quiet>
          {m.picture.hosted}
        </Link>
      )}
      {overdue && <QrOverdue method={step.method} />}
    </>
  );
}
