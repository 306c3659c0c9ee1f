import { useWords } from '../contexts.ts';
import { Mark, Screen } from '../screen/Screen.tsx';

/** A bank takes days over it: nothing turns, since nothing happens while somebody looks. */
export function DelayedScreen() {
  const { messages: m } = useWords();
  return <Screen mark={<Mark kind="waiting" />} {...m.delayed} />;
}
