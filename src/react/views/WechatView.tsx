import { useCallback, useEffect, useRef, useState } from 'react';
import { appName, methodName } from '../../locales/index.ts';
import type { WechatJsapiStep } from '../../step/index.ts';
import { useActions, usePayment, useWords } from '../contexts.ts';
import { hasRedirected, rememberRedirect } from '../redirect/redirectLog.ts';
import { payInWechat, type WechatResult } from '../redirect/wechatBridge.ts';
import { PageUrl } from '../screen/PageUrl.tsx';
import { Button, Check, Screen, Spinner } from '../screen/Screen.tsx';
import { whenVisible } from '../screen/visibility.ts';

/**
 * WeChat Pay inside WeChat: its own sheet comes up once by itself, and by a tap after that.
 * What WeChat says of its end is only a hint to read again.
 */
export function WechatView({ step }: { readonly step: WechatJsapiStep }) {
  const { messages: m } = useWords();
  const { intent } = usePayment();
  const { refetch, root } = useActions();
  const { params, inWechat } = step;
  const [state, setState] = useState<'idle' | 'busy' | WechatResult>('idle');
  // The last request counts: one that waits for WeChat's bridge gives way to another tap, or to the end.
  const request = useRef(0);
  useEffect(
    () => () => {
      request.current++;
    },
    [],
  );
  const pay = useCallback(async () => {
    const current = ++request.current;
    setState('busy');
    rememberRedirect(intent?.id ?? '', params.package);
    const result = await payInWechat(params, () => request.current === current);
    if (request.current === current || result === 'ok') setState(result);
    await refetch();
  }, [intent?.id, params, refetch]);
  useEffect(() => {
    if (!inWechat || hasRedirected(intent?.id ?? '', params.package)) return;
    // A tick later, so that a component mounted twice for a check (StrictMode) asks only once.
    return whenVisible(root.current, pay);
  }, [inWechat, intent?.id, params.package, pay, root]);

  const title = m.app.title(methodName('wechat_pay', m));
  if (!inWechat) {
    return (
      <Screen title={title} text={m.wechat.outside}>
        <PageUrl />
        <Check label={m.iHavePaid} />
      </Screen>
    );
  }
  if (state === 'busy') {
    // WeChat does not always say that its sheet was closed.
    return (
      <Screen mark={<Spinner />} title={m.wechat.opening}>
        <Button quiet onClick={pay}>
          {m.wechat.pay}
        </Button>
        <Check label={m.iHavePaid} />
      </Screen>
    );
  }
  // Paid, by WeChat's word: nobody is asked to pay twice while the gateway is.
  if (state === 'ok') {
    return (
      <Screen title={title} text={m.app.back(appName('wechat_pay', m))}>
        <Check quiet={false} label={m.iHavePaid} />
        <Button quiet onClick={pay}>
          {m.app.again}
        </Button>
      </Screen>
    );
  }
  const outcome = state === 'cancel' ? m.wechat.canceled : state === 'fail' && m.wechat.failed;
  return (
    <Screen title={title} text={outcome || m.wechat.text}>
      <Button onClick={pay}>{m.wechat.pay}</Button>
      <Check label={m.iHavePaid} />
    </Screen>
  );
}
