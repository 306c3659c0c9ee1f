import type { ActionState } from '../../checkout/index.ts';
import { AppView } from './AppView.tsx';
import { ChallengeView } from './ChallengeView.tsx';
import { DelegateView } from './DelegateView.tsx';
import { FingerprintView } from './FingerprintView.tsx';
import { QrView } from './QrView.tsx';
import { RedirectView } from './RedirectView.tsx';

/** One view per kind of step. */
export function StepView({ state: { step, expired } }: { readonly state: ActionState }) {
  switch (step.kind) {
    case 'qr':
      return <QrView step={step} expired={expired} />;
    case 'redirect':
      return <RedirectView key={step.url} step={step} />;
    case 'app':
      return <AppView step={step} />;
    case 'fingerprint':
      return <FingerprintView key={step.url} step={step} />;
    case 'challenge':
      return <ChallengeView key={step.url} step={step} />;
    case 'delegate':
    case 'unsupported':
      return <DelegateView step={step} />;
    default:
      return step satisfies never;
  }
}
