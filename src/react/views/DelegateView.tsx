import { useEffect, useRef } from 'react';
import type { DelegateStep, UnsupportedStep } from '../../step/index.ts';
import { Button, Mark, Screen, Spinner } from '../parts.tsx';
import { useView } from '../view.ts';

/**
 * A step that Paystep cannot do: the merchant's handler is asked once. Its end, good or bad, is
 * only a hint to read again.
 */
export function DelegateView({ step }: { readonly step: DelegateStep | UnsupportedStep }) {
  const { messages: m, onDelegate, wake, intent } = useView();
  const asked = useRef<string | null>(null);
  const { action } = step;
  useEffect(() => {
    const id = `${intent?.id} ${action?.type}`;
    if (!action || asked.current === id) return;
    if (onDelegate) {
      asked.current = id;
      const read = () => wake('hint');
      // Inside the promise, so that a handler that throws ends like one that rejects.
      new Promise((resolve) => resolve(onDelegate(action))).then(read, read);
    } else {
      console.error(
        `Paystep: the next action "${action.type}" needs the gateway's own script. Handle it in onDelegate.`,
      );
    }
  }, [action, intent, onDelegate, wake]);
  if (step.kind === 'delegate' && onDelegate) {
    return <Screen mark={<Spinner />} title={m.delegate.title} text={m.delegate.text} />;
  }
  const words =
    step.kind === 'delegate'
      ? { title: m.delegate.title, text: m.delegate.unhandled }
      : m.unsupported;
  return (
    <Screen mark={<Mark kind="unknown" />} {...words}>
      <Button quiet onClick={() => wake('tap')}>
        {m.checkAgain}
      </Button>
    </Screen>
  );
}
