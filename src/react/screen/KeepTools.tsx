import { useEffect, useState } from 'react';
import { useActions, useWords } from '../contexts.ts';
import { Copy } from './Copy.tsx';
import { printElement } from './printElement.ts';
import { Button } from './Screen.tsx';

/** The ways to keep a voucher or a transfer: as a text to send or to paste, and on paper. */
export function KeepTools({ title, text }: { readonly title: string; readonly text: string }) {
  const { messages: m } = useWords();
  const { root } = useActions();
  return (
    <div className="ps-keep">
      <Button quiet onClick={() => printElement(root.current)}>
        {m.voucher.print}
      </Button>
      <ShareText title={title} text={text} />
    </div>
  );
}

/** Whose voucher or transfer it is, on paper: the page around it is not there to tell. */
export function PaperHead() {
  const { merchantName } = useWords();
  const [name, setName] = useState('');
  // Where the shop gives none it is the page's host, which a server does not know.
  useEffect(() => setName(merchantName), [merchantName]);
  return name ? <p className="ps-paper ps-strong">{name}</p> : null;
}

/** Opens the sheet of the customer's device; copies where there is none, or where it is refused. */
function ShareText({ title, text }: { readonly title: string; readonly text: string }) {
  const { messages: m } = useWords();
  const [isShareable, setShareable] = useState(false);
  useEffect(() => setShareable(canShare(text)), [text]);
  if (!isShareable) return <Copy text={text} label={m.copyDetails} />;
  // At once, since it has to follow the tap; a customer who closes the sheet has changed their mind.
  const share = () =>
    navigator.share({ title, text }).catch(({ name }: Error) => {
      if (name !== 'AbortError') setShareable(false);
    });
  return (
    <Button quiet onClick={share}>
      {m.shareDetails}
    </Button>
  );
}

/** Older phones share without `canShare`, which also knows a frame that may not. */
function canShare(text: string): boolean {
  if (!('share' in navigator)) return false;
  return navigator.canShare?.({ text }) ?? true;
}
