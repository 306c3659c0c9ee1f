import { formatMoney } from '../../intent/index.ts';
import type { BankTransferStep } from '../../step/index.ts';
import { usePayment, useWords } from '../contexts.ts';
import { TransferCode } from '../qr/TransferCode.tsx';
import { DetailGroups, DetailRow } from '../screen/Details.tsx';
import { KeepTools, PaperHead } from '../screen/KeepTools.tsx';
import { Check, Link, Screen, Spinner } from '../screen/Screen.tsx';
import { detailsText } from '../words/detailWords.ts';
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
  const { messages: m, locale, merchantName } = useWords();
  const { amount, currency, reference, groups, hostedUrl } = step;
  const part = usePart(step);
  // All is there, and the gateway has not yet said so.
  if (amount === 0) {
    return (
      <Screen mark={<Spinner />} {...m.processing}>
        <Check label={m.checkAgain} still={m.processing.text} />
      </Screen>
    );
  }
  const money = amount === null || !currency ? '' : formatMoney(amount, currency, locale);
  const isCodeLast = step.surface !== 'desktop';
  const code = <TransferCode step={step} amount={money} />;
  const lines = [
    m.transfer.title,
    merchantName,
    money && `${m.transfer.amount}: ${money}`,
    reference && `${m.details.reference}: ${reference}`,
  ];
  return (
    <Screen mark={<PaperHead />} title={m.transfer.title} text={part?.text ?? m.transfer.text}>
      {!isCodeLast && code}
      {(money || reference) && (
        <dl className="ps-details" part="details">
          {amount !== null && currency && (
            <DetailRow
              label={m.transfer.amount}
              value={money}
              copied={plainAmount(amount, currency, locale)}
            />
          )}
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
      <DetailGroups groups={groups} />
      {isCodeLast && code}
      {hostedUrl && (
        <Link href={hostedUrl} target="_blank" quiet={groups.length > 0}>
          {m.transfer.open}
        </Link>
      )}
      {groups.length > 0 && (
        <KeepTools
          title={m.transfer.title}
          text={detailsText({ lines, groups, url: hostedUrl }, m, locale)}
        />
      )}
      <p className="ps-waiting">{m.transfer.waiting}</p>
      <Check label={m.checkAgain} still={part?.still} />
    </Screen>
  );
}
