import type { QrStep, RedirectStep, Step } from '../../step/index.ts';
import { AppView } from './AppView.tsx';
import { AwaitView } from './AwaitView.tsx';
import { BankTransferView } from './BankTransferView.tsx';
import { ChallengeView } from './ChallengeView.tsx';
import { FingerprintView } from './FingerprintView.tsx';
import { SdkView } from './SdkView.tsx';
import { VoucherView } from './VoucherView.tsx';
import { WechatView } from './WechatView.tsx';

interface LazyStepViewProps {
  readonly step: Exclude<Step, QrStep | RedirectStep>;
  readonly expired: boolean;
}

/** Every kind of step that does not come with the first file. */
export function LazyStepView({ step, expired }: LazyStepViewProps) {
  switch (step.kind) {
    case 'app':
      return <AppView key={step.links[0]} step={step} />;
    case 'wechat-jsapi':
      return <WechatView key={step.params.package} step={step} />;
    case 'fingerprint':
      return <FingerprintView key={step.url} step={step} />;
    case 'challenge':
      return <ChallengeView key={step.url} step={step} />;
    case 'voucher':
      return <VoucherView step={step} expired={expired} />;
    case 'bank-transfer':
      return <BankTransferView step={step} />;
    case 'await':
      return <AwaitView step={step} expired={expired} />;
    case 'sdk':
    case 'unsupported':
      return <SdkView step={step} />;
    default:
      return step satisfies never;
  }
}
