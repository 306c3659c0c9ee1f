import { appName } from '../../locales/index.ts';
import type { AwaitStep } from '../../step/index.ts';
import { usePayment, useWords } from '../contexts.ts';
import { Countdown } from '../screen/Countdown.tsx';
import { Check, Link, Mark, Screen } from '../screen/Screen.tsx';
import { formatDate, formatDay } from '../words/format.ts';
import { ExpiredScreen } from './ExpiredScreen.tsx';

/** What happens elsewhere: an approval in an app, a notice of the bank, small deposits. */
export function AwaitView({
  step,
  expired,
}: {
  readonly step: AwaitStep;
  readonly expired: boolean;
}) {
  switch (step.awaited) {
    case 'approval':
      return <Approval step={step} expired={expired} />;
    case 'notice':
      return <Notice step={step} />;
    case 'amounts':
    case 'code':
      return <Deposits step={step} awaited={step.awaited} />;
    default:
      return step.awaited satisfies never;
  }
}

interface Props {
  readonly step: AwaitStep;
}

function Approval({ step, expired }: Props & { readonly expired: boolean }) {
  const { messages: m, locale } = useWords();
  const { connection } = usePayment();
  if (expired) {
    return <ExpiredScreen method={step.method} title={m.await.expired} text={m.expired.goBack} />;
  }
  return (
    <Screen
      mark={<Mark kind="phone" />}
      title={m.await.approval}
      text={step.at === null ? m.await.approve(appName(step.method, m)) : m.await.asked}
    >
      {step.at !== null && (
        <p className="ps-strong">{m.await.approveBy(formatDate(step.at, locale))}</p>
      )}
      {step.expiresAt !== null && <Countdown at={step.expiresAt} />}
      {connection !== 'paused' && <p className="ps-waiting">{m.qr.waiting}</p>}
      {step.at === null && (
        <p className="ps-text" part="text">
          {m.await.silent}
        </p>
      )}
      <Check label={m.checkAgain} />
    </Screen>
  );
}

function Notice({ step }: Props) {
  const { messages: m, locale } = useWords();
  const day = step.at === null ? '' : formatDay(step.at, locale);
  return (
    <Screen mark={<Mark kind="waiting" />} title={m.await.notice} text={m.await.charged(day)}>
      <Check label={m.checkAgain} />
    </Screen>
  );
}

function Deposits({ step, awaited }: Props & { readonly awaited: 'amounts' | 'code' }) {
  const { messages: m, locale } = useWords();
  const day = step.at === null ? '' : formatDay(step.at, locale);
  return (
    <Screen mark={<Mark kind="waiting" />} title={m.await.deposits} text={m.await[awaited](day)}>
      {step.link && (
        <Link href={step.link} target="_blank">
          {awaited === 'amounts' ? m.await.enterAmounts : m.await.enterCode}
        </Link>
      )}
      <Check label={m.checkAgain} />
    </Screen>
  );
}
