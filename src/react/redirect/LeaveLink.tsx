import { type ComponentProps, useEffect, useState } from 'react';
import { useWords } from '../contexts.ts';
import { Copy } from '../screen/Copy.tsx';
import { Link, useAnnounced } from '../screen/Screen.tsx';
import { useAppLaunch } from './useAppLaunch.ts';
import { isFramed } from './useRedirect.ts';

interface LeaveLinkProps extends ComponentProps<typeof Link> {
  readonly href: string;
  /** A tap before this one has led nowhere. */
  readonly stuck?: boolean;
}

/**
 * A link that takes the whole window to another page. A frame may be kept from that (`sandbox`
 * without `allow-top-navigation`), which no browser reports: a customer who is still here a moment
 * after the tap gets the same page in a tab of its own.
 */
export function LeaveLink({ stuck = false, onClick, ...props }: LeaveLinkProps) {
  const [launch, begin] = useAppLaunch();
  const [isHeld, setHeld] = useState(stuck && isFramed());
  useEffect(() => {
    if (launch === 'stuck' && isFramed()) setHeld(true);
  }, [launch]);
  return (
    <>
      <Link
        {...props}
        target="_top"
        onClick={(event) => {
          begin();
          onClick?.(event);
        }}
      />
      {isHeld && <NewTab href={props.href} />}
    </>
  );
}

/**
 * The same page in a tab of its own, for a customer who is held in a frame. Where tabs are kept from
 * opening, too (no `allow-popups`), its URL is what is left.
 */
export function NewTab({ href }: { readonly href: string }) {
  const { messages: m } = useWords();
  const [launch, begin] = useAppLaunch();
  useAnnounced(`${m.framed.title} ${m.framed.text}`);
  return (
    <div className="ps-help">
      <strong>{m.framed.title}</strong>
      <p>{m.framed.text}</p>
      <Link href={href} target="_blank" onClick={begin}>
        {m.framed.tab}
      </Link>
      {launch === 'stuck' && <NoTab href={href} />}
    </div>
  );
}

function NoTab({ href }: { readonly href: string }) {
  const { messages: m } = useWords();
  useAnnounced(m.framed.noTab);
  return (
    <>
      <p>{m.framed.noTab}</p>
      <Copy text={href} label={m.framed.copy} />
    </>
  );
}
