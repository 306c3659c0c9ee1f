import { LazyFallback, useLazyViews } from '#useLazyViews';
import type { ActionState } from '../../checkout/index.ts';
import { QrView } from '../qr/QrView.tsx';

/** One view per kind of step; all but codes may have to be loaded first. */
export function StepView({ state: { step, expired } }: { readonly state: ActionState }) {
  const lazy = useLazyViews('steps', step.kind !== 'qr');
  if (step.kind === 'qr') return <QrView step={step} expired={expired} />;
  if (!lazy.views) return <LazyFallback step={step} lazy={lazy} />;
  return <lazy.views.LazyStepView step={step} expired={expired} />;
}
