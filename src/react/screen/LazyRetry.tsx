import { useEffect } from 'react';
import { type RetryProps, useActions, usePayment } from '../contexts.ts';
import { Button } from './Screen.tsx';

/**
 * Places what tries the payment again, for which it has the form loaded; nothing meanwhile, and where
 * that cannot be, the shop's own way.
 */
export function LazyRetry(props: RetryProps) {
  const { form, onRetry } = useActions();
  const { pay } = usePayment();
  const isWanted = pay !== null && !form.views && !form.failed;
  useEffect(() => {
    if (isWanted) void form.load();
  }, [isWanted, form]);
  if (form.views) return <form.views.Retry {...props} />;
  if (isWanted) return null;
  const button = onRetry && (
    <Button quiet={props.quiet} onClick={onRetry}>
      {props.label}
    </Button>
  );
  return props.children(button ?? null, null);
}
