import { useCallback, useEffect, useRef, useState } from 'react';
import type { SdkStep, UnsupportedStep } from '../../step/index.ts';
import { refusedUrlsIn } from '../../step/refusedUrls.ts';
import { useActions, useWords } from '../contexts.ts';
import { Button, Check, Mark, Screen, Spinner } from '../screen/Screen.tsx';

/** Logged once a page, not after each read of the same. */
const logged = new Set<string>();

function logOnce(message: string): void {
  if (logged.has(message)) return;
  logged.add(message);
  console.error(`Paystep: ${message}`);
}

/** Says in the console why the step cannot be shown, where a developer can do something about it. */
function explain({ action, kind }: SdkStep | UnsupportedStep, isHandled: boolean): void {
  if (!action) return;
  const refused = kind === 'unsupported' && refusedUrlsIn(action);
  const what = `the next action "${action.type}"`;
  if (refused) logOnce(`${what} cannot be shown. ${refused}`);
  else if (!isHandled) logOnce(`${what} needs the gateway's own script. Handle it in onSdkAction.`);
}

/**
 * A step that Paystep cannot do: the merchant's handler is asked once for each. Its end, good or
 * bad, is only a hint to read again; where the step is still there, the customer may ask again.
 */
export function SdkView({ step }: { readonly step: SdkStep | UnsupportedStep }) {
  const { messages: m } = useWords();
  const { onSdkAction, refetch } = useActions();
  const { action } = step;
  // The same action is the same payload: what has not changed between two reads is kept.
  const asked = useRef<object | null>(null);
  const [isBusy, setBusy] = useState(true);
  const ask = useCallback(() => {
    if (!action || !onSdkAction) return;
    asked.current = action.payload;
    setBusy(true);
    const end = () => {
      setBusy(false);
      refetch();
    };
    // Inside the promise, so that a handler that throws ends like one that rejects.
    new Promise((resolve) => resolve(onSdkAction(action))).then(end, (error) => {
      console.error(`Paystep: onSdkAction failed for "${action.type}".`, error);
      end();
    });
  }, [action, onSdkAction, refetch]);
  useEffect(() => {
    explain(step, onSdkAction !== undefined);
    if (onSdkAction && asked.current !== action?.payload) ask();
  }, [step, action, ask, onSdkAction]);

  if (step.kind === 'sdk' && onSdkAction && isBusy) {
    return <Screen mark={<Spinner />} title={m.sdk.title} text={m.sdk.text} />;
  }
  const words = step.kind === 'sdk' ? { title: m.sdk.title, text: m.sdk.unhandled } : m.unsupported;
  return (
    <Screen mark={<Mark kind="unknown" />} {...words}>
      {step.kind === 'sdk' && onSdkAction && <Button onClick={ask}>{m.challenge.resume}</Button>}
      <Check label={m.checkAgain} />
    </Screen>
  );
}
