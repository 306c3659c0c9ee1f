import { methodName } from '../../locales/index.ts';
import type { Step } from '../../step/index.ts';
import { useActions, useWords } from '../contexts.ts';
import { Button, Check, Link, Screen, Spinner } from '../screen/Screen.tsx';
import type { LazyState } from './lazyViews.ts';

export interface LazyFallbackProps {
  readonly step?: Step;
  readonly lazy: LazyState;
}

/**
 * While its view is loaded; where it cannot be, the step's own page is a way on. In the script tag
 * only: what is at hand is never absent (`react/useLazyViews.ts`).
 */
export function LazyFallback({ step, lazy }: LazyFallbackProps) {
  const { messages: m } = useWords();
  const { beforeRedirect } = useActions();
  if (!lazy.failed) return <Screen mark={<Spinner />} title={m.loading} />;
  // Where the shop wants to be asked first, there is no way around it.
  const page = step && !beforeRedirect ? pageOf(step) : null;
  const name = step && 'method' in step ? methodName(step.method, m) : '';
  return (
    <Screen title={m.loadFailed}>
      {page && (
        <Link href={page} target="_top">
          {m.go(name)}
        </Link>
      )}
      <Button quiet={page !== null} onClick={lazy.load}>
        {m.tryAgain}
      </Button>
      <Check label={m.checkAgain} />
    </Screen>
  );
}

function pageOf(step: Step): string | null {
  if ('url' in step) return step.url;
  if ('links' in step) return step.links[0];
  return 'hostedUrl' in step ? step.hostedUrl : null;
}
