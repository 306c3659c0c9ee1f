import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { ChallengeStep } from '../../step/index.ts';
import { BankFrame } from '../BankFrame.tsx';
import { Button, Link, Screen } from '../parts.tsx';
import { useView } from '../view.ts';

/**
 * After so long the way to the bank's own page is offered: at once would lead away those for whom
 * all is well. A frame that the bank's page refuses still "loads", so it cannot be told apart.
 */
const PATIENCE_MS = 8_000;

/**
 * The issuer's challenge in a dialog, at once: after 30 s unshown the ACS gives up (EMVCo).
 * Closing the dialog keeps the frame alive, so that "Continue" goes on where it was.
 */
export function ChallengeView({ step }: { readonly step: ChallengeStep }) {
  const { messages: m } = useView();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const [state, setState] = useState<'open' | 'dismissed' | 'blocked'>('open');
  const [isLoaded, setLoaded] = useState(false);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  const open = useCallback(() => {
    if (!dialog.current || dialog.current.open) return;
    dialog.current.showModal();
    // The dialog itself, not its first button: that one cancels.
    dialog.current.focus();
    setState('open');
  }, []);
  useEffect(open, [open]);
  const isSilent = isLong && !isLoaded;
  const leave = (quiet: boolean) => (
    <Link href={step.url} target="_top" quiet={quiet}>
      {m.challenge.ownPage}
    </Link>
  );
  return (
    <Screen
      title={m.challenge.title}
      text={state === 'dismissed' ? m.challenge.dismissed : m.challenge.text}
    >
      {state === 'dismissed' && <Button onClick={open}>{m.challenge.resume}</Button>}
      {state !== 'open' && leave(state === 'dismissed')}
      <dialog
        ref={dialog}
        className="ps-dialog"
        part="dialog"
        tabIndex={-1}
        aria-labelledby={title}
        onClose={() => setState((now) => (now === 'open' ? 'dismissed' : now))}
      >
        <div className="ps-dialog-head">
          <strong id={title}>{m.challenge.title}</strong>
          <Button quiet onClick={() => dialog.current?.close()}>
            {m.challenge.cancel}
          </Button>
        </div>
        <BankFrame
          url={step.url}
          returnUrl={step.returnUrl}
          title={m.challenge.title}
          onLoad={() => setLoaded(true)}
          onBlocked={() => {
            setState('blocked');
            dialog.current?.close();
          }}
        />
        <div className="ps-dialog-foot" role="status">
          {isLong && (
            <>
              <p className="ps-text" part="text">
                {isSilent ? m.challenge.silent : m.challenge.trouble}
              </p>
              {leave(!isSilent)}
            </>
          )}
        </div>
      </dialog>
    </Screen>
  );
}
