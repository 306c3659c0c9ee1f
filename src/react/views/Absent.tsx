import type { Step } from '../../step/index.ts';
import type { Late } from '../late.ts';
import { Button, Check, Link, Screen, Spinner } from '../parts.tsx';
import { useView } from '../view.ts';

/** While its view is loaded; where it cannot be, the step's own page is a way on. */
export function Absent({ step, late }: { readonly step: Step; readonly late: Late }) {
  const { messages: m } = useView();
  if (!late.failed) return <Screen mark={<Spinner />} title={m.loading} />;
  return (
    <Screen title={m.loadFailed}>
      {'url' in step && (
        <Link href={step.url} target="_top">
          {m.go('')}
        </Link>
      )}
      <Button quiet={'url' in step} onClick={late.load}>
        {m.tryAgain}
      </Button>
      <Check label={m.checkAgain} />
    </Screen>
  );
}
