import { useCallback, useEffect, useState } from 'react';
import { methodName } from '../../locales/index.ts';
import type { WechatJsapiStep } from '../../step/index.ts';
import { hasDeparted, rememberDeparture } from '../departure.ts';
import { Button, Check, Screen, Spinner } from '../parts.tsx';
import { useView } from '../view.ts';
import { payInWechat, type WechatResult } from '../wechatBridge.ts';
import { PageAddress } from './AppView.tsx';

/**
 * WeChat Pay inside WeChat: its own sheet comes up once by itself, and by a tap after that.
 * What WeChat says of its end is only a hint to read again.
 */
export function WechatView({ step }: { readonly step: WechatJsapiStep }) {
  const { messages: m, intent, wake } = useView();
  const { params, inWechat } = step;
  const [state, setState] = useState<'idle' | 'busy' | WechatResult>('idle');
  const pay = useCallback(async () => {
    setState('busy');
    rememberDeparture(intent?.id ?? '', params.package);
    const result = await payInWechat(params);
    setState(result);
    await wake('hint');
  }, [intent?.id, params, wake]);
  useEffect(() => {
    if (!inWechat || hasDeparted(intent?.id ?? '', params.package)) return;
    // A tick later, so that a component mounted twice for a check (StrictMode) asks only once.
    const timer = setTimeout(pay);
    return () => clearTimeout(timer);
  }, [inWechat, intent?.id, params.package, pay]);

  const title = m.app.title(methodName('wechat_pay'));
  if (!inWechat) {
    return (
      <Screen title={title} text={m.wechat.outside}>
        <PageAddress />
        <Check label={m.iHavePaid} />
      </Screen>
    );
  }
  if (state === 'busy') return <Screen mark={<Spinner />} title={m.wechat.opening} />;
  const said = state === 'cancel' ? m.wechat.canceled : state === 'fail' && m.wechat.failed;
  return (
    <Screen title={title} text={said || m.wechat.text}>
      <Button onClick={pay}>{m.wechat.pay}</Button>
      <Check label={m.iHavePaid} />
    </Screen>
  );
}
