import { type MouseEvent, useState } from 'react';
import { useWords } from '../contexts.ts';
import { Button } from './Screen.tsx';

interface CopyProps {
  /** A function for what is only known when the customer asks for it. */
  readonly text: string | (() => string);
  readonly label: string;
  /** A small button beside the text, whose label is only read out. */
  readonly small?: boolean;
}

/** Puts a text into the clipboard, and says so to eyes and ears. */
export function Copy({ text, label, small }: CopyProps) {
  const { messages: m } = useWords();
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const read = () => (typeof text === 'string' ? text : text());
  const copy = async ({ currentTarget }: MouseEvent<HTMLButtonElement>) =>
    setState((await copyText(read(), currentTarget)) ? 'copied' : 'failed');
  // A text to be copied by hand stays: touching it is what takes the focus away.
  const forget = () => setState((now) => (now === 'copied' ? 'idle' : now));
  const word = { idle: '', copied: m.copied, failed: m.copyFailed }[state];
  return (
    <>
      {small ? (
        // biome-ignore lint/a11y/useButtonType: as `Button`
        <button
          form=""
          className="ps-copy"
          aria-label={label}
          data-copied={state === 'copied' || undefined}
          onClick={copy}
          onBlur={forget}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path
              d={state === 'copied' ? 'M5 12.5l4.5 4.5L19 7.5' : 'M9 9h11v11H9zM15 9V4H4v11h5'}
            />
          </svg>
        </button>
      ) : (
        <Button quiet onClick={copy} onBlur={forget}>
          {state === 'copied' ? m.copied : label}
        </Button>
      )}
      <span className={state === 'failed' ? 'ps-note' : 'ps-spoken'} role="status">
        {word}
      </span>
      {/* The small button stands beside its text; here there is none to press and hold. */}
      {state === 'failed' && !small && (
        <p className="ps-raw" translate="no">
          {read()}
        </p>
      )}
    </>
  );
}

/**
 * Whether the text is in the clipboard now. Apps' own browsers and pages without https have no
 * clipboard to write to; there the old command still works.
 */
async function copyText(text: string, button: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const isCopied = copyByCommand(text);
    button.focus();
    return isCopied;
  }
}

function copyByCommand(text: string): boolean {
  // Safari copies nothing where nothing is selected; a field is the one thing it always selects.
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.setAttribute('aria-hidden', 'true');
  // So that the page does not scroll to it.
  field.style.position = 'fixed';
  document.body.append(field);
  field.focus();
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
  }
}
