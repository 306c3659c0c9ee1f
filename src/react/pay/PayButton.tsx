import type { ComponentProps } from 'react';
import { useWords } from '../contexts.ts';
import { Button } from '../screen/Screen.tsx';

type PayButtonProps = ComponentProps<typeof Button> & { readonly busy: boolean };

/** Submits its form, or does what it is given. Stays in place, and in focus, while it works, and says so. */
export function PayButton({ busy, children, onClick, ...props }: PayButtonProps) {
  const { messages: m } = useWords();
  return (
    <>
      <Button
        form={onClick ? '' : undefined}
        aria-disabled={busy}
        onClick={busy ? (event) => event.preventDefault() : onClick}
        {...props}
      >
        {busy && <span className="ps-spinner ps-small" aria-hidden="true" />}
        <span>{busy ? m.pay.busy : children}</span>
      </Button>
      <span className="ps-spoken" role="status">
        {busy && m.pay.busy}
      </span>
    </>
  );
}
