import { useWords } from '../contexts.ts';
import { LazyRetry } from '../screen/LazyRetry.tsx';
import { Check } from '../screen/Screen.tsx';

/** The veil over a code whose time has passed, with the ways on. */
export function QrExpired({ method }: { readonly method: string }) {
  const { messages: m } = useWords();
  return (
    <LazyRetry tried={method} label={m.expired.newCode}>
      {(button, problem) => (
        <div className="ps-veil">
          {/* Without the buttons: an alert is read out whole again whenever a word in it changes. */}
          <div role="alert">
            <strong>{m.expired.title}</strong>
            <p>{button ? m.expired.renew : m.expired.goBack}</p>
          </div>
          {button}
          {problem}
          <Check quiet={button !== null} label={m.checkAgain} />
        </div>
      )}
    </LazyRetry>
  );
}
