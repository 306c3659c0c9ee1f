import { useEffect, useId, useState } from 'react';
import type { ChallengeStep } from '../../step/index.ts';
import { useWords } from '../contexts.ts';
import { BankFrame } from '../redirect/BankFrame.tsx';
import { LeaveLink } from '../redirect/LeaveLink.tsx';
import { Button, Screen } from '../screen/Screen.tsx';
import { useModal } from '../screen/useModal.ts';

/**
 * After so long the way to the bank's own page is offered: at once would lead away those for whom
 * all is well. A frame that the bank's page refuses still "loads", so it cannot be told apart.
 */
const PATIENCE_MS = 8_000;

/**
 * The issuer's challenge in a dialog, at once: after 30 s unasked for the ACS gives up (EMVCo), so
 * the frame loads also while the checkout is hidden, and the dialog opens when it is seen. Closing
 * the dialog keeps the frame alive, so that "Continue" goes on where it was.
 */
export function ChallengeView({ step }: { readonly step: ChallengeStep }) {
  const { messages: m } = useWords();
  const title = useId();
  const [state, setState] = useState<'open' | 'dismissed' | 'blocked'>('open');
  const dialog = useModal(state === 'open', () => setState('dismissed'));
  const [isLoaded, setLoaded] = useState(false);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  const isSilent = isLong && !isLoaded;
  const leave = (quiet: boolean) => (
    <LeaveLink href={step.url} quiet={quiet}>
      {m.challenge.ownPage}
    </LeaveLink>
  );
  return (
    <Screen
      title={m.challenge.title}
      text={state === 'dismissed' ? m.challenge.dismissed : m.challenge.text}
    >
      {state === 'dismissed' && (
        <Button onClick={() => setState('open')}>{m.challenge.resume}</Button>
      )}
      {state !== 'open' && leave(state === 'dismissed')}
      <dialog
        ref={dialog.ref}
        className="ps-dialog"
        part="dialog"
        tabIndex={-1}
        aria-labelledby={title}
        onClose={dialog.onClose}
      >
        <div className="ps-dialog-head">
          <strong id={title}>{m.challenge.title}</strong>
          <Button quiet onClick={dialog.close}>
            {m.challenge.cancel}
          </Button>
        </div>
        <BankFrame
          url={step.url}
          returnUrl={step.returnUrl}
          title={m.challenge.title}
          onLoad={() => setLoaded(true)}
          onBlocked={() => setState('blocked')}
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
      <div className="ps-backdrop" />
    </Screen>
  );
}
