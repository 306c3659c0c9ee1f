import { formatMoney } from '../../intent/index.ts';
import type { BankTransferStep } from '../../step/index.ts';
import { DetailGroups, DetailRow } from '../Details.tsx';
import { plainAmount } from '../format.ts';
import { Button, Check, Link, Screen } from '../parts.tsx';
import { useView } from '../view.ts';

/** A transfer that the customer makes at their own bank. It may come in parts, and takes days. */
export function BankTransferView({ step }: { readonly step: BankTransferStep }) {
  const { messages: m, locale } = useView();
  return (
    <Screen title={m.transfer.title} text={m.transfer.text}>
      {(step.currency || step.reference) && (
        <dl className="ps-details">
          {step.amount !== null && step.currency && (
            <DetailRow
              label={m.transfer.amount}
              value={formatMoney(step.amount, step.currency, locale)}
              copied={plainAmount(step.amount, step.currency, locale)}
            />
          )}
          {step.reference && (
            <DetailRow label={m.details.reference} value={step.reference} copied={step.reference} />
          )}
        </dl>
      )}
      {step.reference && <p className="ps-text">{m.transfer.reference}</p>}
      <DetailGroups groups={step.groups} />
      {step.hostedUrl && (
        <Link href={step.hostedUrl} target="_blank" quiet={step.groups.length > 0}>
          {m.transfer.open}
        </Link>
      )}
      {step.groups.length > 0 && (
        <Button quiet onClick={() => print()}>
          {m.voucher.print}
        </Button>
      )}
      <p className="ps-waiting">{m.transfer.waiting}</p>
      <Check label={m.checkAgain} />
    </Screen>
  );
}
