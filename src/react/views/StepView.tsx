import { LazyFallback, useLazyViews } from '#useLazyViews';
import type { ActionState } from '../../checkout/index.ts';
import { QrView } from '../qr/QrView.tsx';
import { RedirectView } from './RedirectView.tsx';

/** One view per kind of step; all but the two most frequent may have to be loaded first. */
export function StepView({ state: { step, expired } }: { readonly state: ActionState }) {
  const lazy = useLazyViews('steps', step.kind !== 'qr' && step.kind !== 'redirect');
  switch (step.kind) {
    case 'qr':
      return <QrView step={step} expired={expired} />;
    case 'redirect':
      return <RedirectView key={step.url} step={step} />;
    default:
      if (lazy.views) return <lazy.views.LazyStepView step={step} expired={expired} />;
      return <LazyFallback step={step} lazy={lazy} />;
  }
}
