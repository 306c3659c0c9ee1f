import { useWords } from '../contexts.ts';
import { LazyRetry } from '../screen/LazyRetry.tsx';
import { Check, Mark, Screen } from '../screen/Screen.tsx';

interface ExpiredScreenProps {
  readonly method: string;
  readonly title: string;
  readonly text: string;
}

/** A step whose time is over: tried again where that is possible, and looked at, since a late payment counts. */
export function ExpiredScreen({ method, title, text }: ExpiredScreenProps) {
  const { messages: m } = useWords();
  return (
    <LazyRetry tried={method} label={m.tryAgain}>
      {(button, problem) => (
        <Screen mark={<Mark kind="ended" />} title={title} text={text}>
          {button}
          {problem}
          <Check quiet={button !== null} label={m.checkAgain} />
        </Screen>
      )}
    </LazyRetry>
  );
}
