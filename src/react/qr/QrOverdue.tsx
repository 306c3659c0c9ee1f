import { useWords } from '../contexts.ts';
import { LazyRetry } from '../screen/LazyRetry.tsx';

/** In place of a countdown that cannot be right: the wallet knows whether the code is good. */
export function QrOverdue({ method }: { readonly method: string }) {
  const { messages: m } = useWords();
  return (
    <LazyRetry tried={method} label={m.expired.newCode} quiet>
      {(button, problem) =>
        button && (
          <>
            <p className="ps-text" part="text">
              {m.expired.appSays}
            </p>
            {button}
            {problem}
          </>
        )
      }
    </LazyRetry>
  );
}
