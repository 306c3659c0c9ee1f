import { hasOwn } from '../../intent/index.ts';
import { methodName } from '../../locales/index.ts';
import type { VoucherStep } from '../../step/index.ts';
import { useWords } from '../contexts.ts';
import { DetailGroups } from '../screen/Details.tsx';
import { Button, Check, Link, Screen } from '../screen/Screen.tsx';
import { formatDate } from '../words/format.ts';
import { ExpiredScreen } from './ExpiredScreen.tsx';

interface VoucherViewProps {
  readonly step: VoucherStep;
  readonly expired: boolean;
}

/** A voucher to pay at a till, a machine or in a bank's app. The poller goes on, slowly. */
export function VoucherView({ step, expired }: VoucherViewProps) {
  const { messages: m, locale } = useWords();
  if (expired) {
    const { expired: title, expiredText: text } = m.voucher;
    return <ExpiredScreen method={step.method} title={title} text={text} />;
  }
  const where = m.voucher.where;
  const text = hasOwn(where, step.method) ? where[step.method as keyof typeof where] : undefined;
  return (
    <Screen title={m.voucher.title(methodName(step.method, m))} text={text}>
      <DetailGroups groups={step.groups} />
      {step.expiresAt !== null && (
        <p className="ps-strong">{m.voucher.payBy(formatDate(step.expiresAt, locale))}</p>
      )}
      {step.hostedUrl && (
        <Link href={step.hostedUrl} target="_blank">
          {m.voucher.open}
        </Link>
      )}
      {step.pdfUrl && (
        <Link href={step.pdfUrl} target="_blank" quiet>
          {m.voucher.pdf}
        </Link>
      )}
      {step.groups.length > 0 && (
        <Button quiet onClick={() => print()}>
          {m.voucher.print}
        </Button>
      )}
      <p className="ps-waiting">{m.voucher.waiting}</p>
      <Check label={m.checkAgain} />
    </Screen>
  );
}
