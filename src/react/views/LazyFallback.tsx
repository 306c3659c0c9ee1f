import { methodName } from '../../locales/index.ts';
import type { Step } from '../../step/index.ts';
import { useWords } from '../contexts.ts';
import { Button, Check, Link, Screen, Spinner } from '../screen/Screen.tsx';
import type { LazyState } from './lazyViews.ts';

export interface LazyFallbackProps {
  readonly step?: Step;
  readonly lazy: LazyState;
  /** Instead of following the link, where the shop wants to be asked first. */
  readonly leave?: (() => void) | null;
}

/**
 * While its view is loaded; where it cannot be, the step's own page is a way on. In the script tag
 * only: what is at hand is never absent (`react/useLazyViews.ts`).
 */
export function LazyFallback({ step, lazy, leave }: LazyFallbackProps) {
  const { messages: m } = useWords();
  if (!lazy.failed) return <Screen mark={<Spinner />} title={m.loading} />;
  const page = step ? pageOf(step) : null;
  const name = step && 'method' in step ? methodName(step.method, m) : '';
  return (
    <Screen title={m.loadFailed}>
      {page && (
        <Link
          href={page}
          target="_top"
          onClick={(event) => {
            if (leave) event.preventDefault();
            leave?.();
          }}
        >
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
