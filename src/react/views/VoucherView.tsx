import { methodName } from '../../locales/index.ts';
import type { VoucherStep } from '../../step/index.ts';
import { useWords } from '../contexts.ts';
import { Barcode, hasBarcode } from '../screen/Barcode.tsx';
import { DetailGroups } from '../screen/Details.tsx';
import { KeepTools, PaperHead } from '../screen/KeepTools.tsx';
import { Check, Link, Screen } from '../screen/Screen.tsx';
import { detailsText } from '../words/detailWords.ts';
import { formatDate } from '../words/format.ts';
import { ExpiredScreen } from './ExpiredScreen.tsx';

interface VoucherViewProps {
  readonly step: VoucherStep;
  readonly expired: boolean;
}

/** A voucher to pay at a till, a machine or in a bank's app. The poller goes on, slowly. */
export function VoucherView({ step, expired }: VoucherViewProps) {
  const { messages: m, locale, amount, merchantName } = useWords();
  const { method, groups, hostedUrl, expiresAt } = step;
  if (expired) {
    const { expired: title, expiredText: text } = m.voucher;
    return <ExpiredScreen method={method} title={title} text={text} />;
  }
  const title = m.voucher.title(methodName(method, m));
  const where = Object.entries(m.voucher.where).find(([name]) => name === method)?.[1];
  const payBy = expiresAt === null ? null : m.voucher.payBy(formatDate(expiresAt, locale));
  const number = groups[0]?.details.find(({ name }) => name === 'number')?.value;
  // A boleto has its line at the head and its barcode at the foot, and is mostly paid by the line.
  const barcode = number && hasBarcode(method) && <Barcode method={method} number={number} />;
  const lines = [title, merchantName, amount, payBy, where ?? null];
  return (
    <Screen mark={<PaperHead />} title={title} text={where}>
      {method !== 'boleto' && barcode}
      <DetailGroups groups={groups} />
      {method === 'boleto' && barcode}
      {payBy && <p className="ps-strong">{payBy}</p>}
      {hostedUrl && (
        <Link href={hostedUrl} target="_blank">
          {m.voucher.open}
        </Link>
      )}
      {step.pdfUrl && (
        <Link href={step.pdfUrl} target="_blank" quiet>
          {m.voucher.pdf}
        </Link>
      )}
      {groups.length > 0 && (
        <KeepTools title={title} text={detailsText({ lines, groups, url: hostedUrl }, m, locale)} />
      )}
      <p className="ps-waiting">{m.voucher.waiting}</p>
      <Check label={m.checkAgain} />
    </Screen>
  );
}
