import type { ComponentProps } from 'react';
import { Button, useAnnounced } from '../parts.tsx';
import { useView } from '../view.ts';

type PayButtonProps = ComponentProps<typeof Button> & { readonly busy: boolean };

/** Submits its form, or does what it is given. Stays in place, and in focus, while it works. */
export function PayButton({ busy, children, onClick, ...props }: PayButtonProps) {
  const { messages: m } = useView();
  useAnnounced(busy ? m.pay.busy : '');
  return (
    <Button
      type={onClick ? 'button' : 'submit'}
      aria-disabled={busy}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...props}
    >
      {busy && <span className="ps-spinner ps-small" aria-hidden="true" />}
      <span>{busy ? m.pay.busy : children}</span>
    </Button>
  );
}
