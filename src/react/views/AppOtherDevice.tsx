import { useMemo } from 'react';
import { appName, methodName } from '../../locales/index.ts';
import type { AppStep } from '../../step/index.ts';
import { useWords } from '../contexts.ts';
import { QrCode } from '../qr/QrCode.tsx';
import { qrPath } from '../qr/qrPath.ts';
import { LeaveLink } from '../redirect/LeaveLink.tsx';
import { useBeforeRedirect } from '../redirect/useBeforeRedirect.ts';
import { PageUrl } from '../screen/PageUrl.tsx';
import { Check, Screen } from '../screen/Screen.tsx';

interface Props {
  readonly step: AppStep;
}

/** WeChat blocks Alipay, and its own page for other browsers: it takes another browser. */
export function AppRefused({ step }: Props) {
  const { messages: m } = useWords();
  const askShop = useBeforeRedirect(step);
  const name = methodName(step.method, m);
  const byWechat = step.method === 'wechat_pay';
  return (
    <Screen title={m.app.title(name)} text={byWechat ? m.wechat.refused : m.app.refused(name)}>
      <p className="ps-help">{m.app.browser}</p>
      <PageUrl />
      {!byWechat && (
        <LeaveLink href={step.links[0]} quiet onClick={() => void askShop?.()}>
          {m.app.open(appName(step.method, m))}
        </LeaveLink>
      )}
      <Check label={m.iHavePaid} />
    </Screen>
  );
}

/** A phone takes over by the code, where the URL allows it. */
export function AppOnDesktop({ step }: Props) {
  const { messages: m } = useWords();
  const askShop = useBeforeRedirect(step);
  const name = appName(step.method, m);
  const code = useMemo(() => (step.scan ? qrPath(step.scan) : null), [step.scan]);
  return (
    <Screen
      title={m.app.title(methodName(step.method, m))}
      text={code ? m.app.scan(name) : m.app.phone(name)}
    >
      {code ? (
        <div className="ps-code" part="code">
          <QrCode code={code} label={m.app.label(name)} />
        </div>
      ) : (
        <PageUrl />
      )}
      {step.links.map((link) => (
        <LeaveLink key={link} href={link} quiet onClick={() => void askShop?.()}>
          {link.startsWith('http') ? m.app.page : m.app.open(name)}
        </LeaveLink>
      ))}
      <Check label={m.iHavePaid} />
    </Screen>
  );
}
