import { type RetryProps, useActions } from '../contexts.ts';
import { Button } from './Screen.tsx';

/** Places what tries the payment again; nothing while it is loaded, and where it cannot be, the shop's own way. */
export function LazyRetry(props: RetryProps) {
  const { Retry, onRetry } = useActions();
  if (Retry === undefined) return null;
  if (Retry) return <Retry {...props} />;
  const button = onRetry && (
    <Button quiet={props.quiet} onClick={onRetry}>
      {props.label}
    </Button>
  );
  return props.children(button ?? null, null);
}
