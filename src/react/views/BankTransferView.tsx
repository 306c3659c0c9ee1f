import { formatMoney } from '../../intent/index.ts';
import type { BankTransferStep } from '../../step/index.ts';
import { usePayment, useWords } from '../contexts.ts';
import { DetailGroups, DetailRow } from '../screen/Details.tsx';
import { Button, Check, Link, Screen, Spinner } from '../screen/Screen.tsx';
import { plainAmount } from '../words/format.ts';

/** What has come and what is missing, as the customer reads it; null where nothing has come yet. */
function usePart({ amount: remaining, currency }: BankTransferStep) {
  const { messages: m, locale } = useWords();
  const { intent } = usePayment();
  const total = intent?.amount ?? 0;
  if (remaining === null || remaining >= total || !currency || currency !== intent?.currency)
    return null;
  const [received = '', amount = '', missing = ''] = [total - remaining, total, remaining].map(
    (each) => formatMoney(each, currency, locale),
  );
  return { text: m.transfer.part(received, amount, missing), still: m.transfer.still(received) };
}

/** A transfer that the customer makes at their own bank. It may come in parts, and takes days. */
export function BankTransferView({ step }: { readonly step: BankTransferStep }) {
  const { messages: m, locale } = useWords();
  const { amount, currency, reference } = step;
  const part = usePart(step);
  // All is there, and the gateway has not yet said so.
  if (amount === 0) {
    return (
      <Screen mark={<Spinner />} {...m.processing}>
        <Check label={m.checkAgain} still={m.processing.text} />
      </Screen>
    );
  }
  const amountRow = amount !== null && currency !== null && (
    <DetailRow
      label={m.transfer.amount}
      value={formatMoney(amount, currency, locale)}
      copied={plainAmount(amount, currency, locale)}
    />
  );
  return (
    <Screen title={m.transfer.title} text={part?.text ?? m.transfer.text}>
      {(amountRow || reference) && (
        <dl className="ps-details" part="details">
          {amountRow}
          {reference && (
            <DetailRow label={m.details.reference} value={reference} copied={reference} />
          )}
        </dl>
      )}
      {reference && (
        <p className="ps-text" part="text">
          {m.transfer.reference}
        </p>
      )}
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
      <Check label={m.checkAgain} still={part?.still} />
    </Screen>
  );
}
