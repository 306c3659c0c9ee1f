import { Absent, useLate } from '#lazyViews';
import { methodName } from '../../locales/index.ts';
import type { RedirectStep } from '../../step/index.ts';
import { useDeparture } from '../redirect/useDeparture.ts';
import { Link, Screen, Spinner } from '../screen/parts.tsx';
import { useView } from '../view.ts';

/** Leaves for the bank's or wallet's page: at once, or as the customer chooses. */
export function RedirectView({ step }: { readonly step: RedirectStep }) {
  const { messages: m } = useView();
  const departure = useDeparture(step);
  const isLeaving = departure.state === 'leaving';
  const late = useLate(!isLeaving);
  const name = methodName(step.method, m);
  if (isLeaving) {
    return (
      <Screen mark={<Spinner />} title={m.leaving(name)}>
        {/* Where the shop is asked first, there is no way around it. */}
        {!departure.leave && (
          <Link href={step.url} target="_top" quiet>
            {m.go(name)}
          </Link>
        )}
      </Screen>
    );
  }
  if (late.views) return <late.views.RedirectChoice step={step} departure={departure} />;
  return <Absent step={step} late={late} leave={departure.leave} />;
}
