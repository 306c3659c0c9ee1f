import { LazyFallback, useLazyViews } from '#useLazyViews';
import { methodName } from '../../locales/index.ts';
import type { RedirectStep } from '../../step/index.ts';
import { useWords } from '../contexts.ts';
import { useRedirect } from '../redirect/useRedirect.ts';
import { Link, Screen, Spinner } from '../screen/Screen.tsx';

/** Leaves for the bank's or wallet's page: at once, or as the customer chooses. */
export function RedirectView({ step }: { readonly step: RedirectStep }) {
  const { messages: m } = useWords();
  const redirecting = useRedirect(step);
  const isLeaving = redirecting.state === 'leaving';
  const lazy = useLazyViews('steps', !isLeaving);
  const name = methodName(step.method, m);
  if (isLeaving) {
    return (
      <Screen mark={<Spinner />} title={m.leaving(name)}>
        {/* Where the shop is asked first, there is no way around it. */}
        {!redirecting.leave && (
          <Link href={step.url} target="_top" quiet>
            {m.go(name)}
          </Link>
        )}
      </Screen>
    );
  }
  if (lazy.views) return <lazy.views.RedirectChoice step={step} redirecting={redirecting} />;
  return <LazyFallback step={step} lazy={lazy} leave={redirecting.leave} />;
}
