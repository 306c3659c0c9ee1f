import { useMemo } from 'react';
import type { BankTransferStep } from '../../step/index.ts';
import { useWords } from '../contexts.ts';
import { Button, Link } from '../screen/Screen.tsx';
import { epcCode } from './epcCode.ts';
import { QrCode } from './QrCode.tsx';
import { QrPicture } from './QrPicture.tsx';
import { qrPath } from './qrPath.ts';
import { usePicture } from './usePicture.ts';

interface TransferCodeProps {
  readonly step: BankTransferStep;
  /** What is still to come, as the customer reads it. */
  readonly amount: string;
}

/** The code that a bank's app fills in a SEPA transfer from; nothing for any other transfer. */
export function TransferCode({ step, amount }: TransferCodeProps) {
  const { messages: m, merchantName } = useWords();
  const data = epcCode(step);
  const code = useMemo(() => (data === null ? null : qrPath(data)), [data]);
  const lines = code ? [m.transfer.label(amount), merchantName].filter(Boolean) : [];
  const picture = usePicture(step.surface === 'phone' ? code : null, lines);
  if (!code) return null;
  return (
    <>
      <p className="ps-strong">{m.transfer.scan}</p>
      <div className="ps-code" part="code">
        <QrCode code={code} label={m.transfer.label(amount)} />
        {step.surface !== 'desktop' && <QrPicture code={code} />}
      </div>
      {picture?.share && (
        <Button quiet onClick={picture.share}>
          {m.picture.share}
        </Button>
      )}
      {picture && (
        <Link href={picture.url} download="transfer-qr.png" quiet>
          {m.picture.save}
        </Link>
      )}
    </>
  );
}
