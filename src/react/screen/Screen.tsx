import { type ComponentProps, type ReactNode, useEffect, useState } from 'react';
import { useActions, usePayment, useWords } from '../contexts.ts';

/** The frame of every screen: a mark, a headline, a line of text, and what belongs to it. */
export function Screen(props: {
  readonly mark?: ReactNode;
  readonly title: string;
  readonly text?: string | undefined;
  readonly children?: ReactNode;
}) {
  useAnnounced(props.text ? `${props.title}. ${props.text}` : props.title);
  return (
    <div className="ps-screen">
      {props.mark}
      <h2 className="ps-title" part="title">
        {props.title}
      </h2>
      {props.text && (
        <p className="ps-text" part="text">
          {props.text}
        </p>
      )}
      {props.children}
    </div>
  );
}

/** Says what is new on the screen to those who do not see it. */
export function useAnnounced(text: string): void {
  const { announce } = useActions();
  useEffect(() => announce(text), [announce, text]);
}

/** A part of the element for each class: what shops style from outside the shadow root. */
const lookOf = (quiet: boolean | undefined) =>
  quiet
    ? { className: 'ps-button ps-quiet', part: 'button quiet' }
    : { className: 'ps-button', part: 'button' };

type ButtonProps = ComponentProps<'button'> & { readonly quiet?: boolean | undefined };

/**
 * Without a `type`, by which frameworks know the buttons that they dress (`[type="button"]` in
 * Tailwind's preflight, Pico); of no form, so that it sends none, unless it is told to.
 */
export function Button({ quiet, ...props }: ButtonProps) {
  return <button form="" {...lookOf(quiet)} {...props} />;
}

type LinkProps = ComponentProps<'a'> & { readonly quiet?: boolean };

/**
 * A real link: phones open apps only for a tap on one. What it opens in a tab of its own cannot reach
 * back into the shop's (`noopener`, which older browsers do not do by themselves). It sends the Referer, without which WeChat's
 * page refuses to pay, also from a page that sends none otherwise (as return pages should); and of
 * the page's URL no more than its origin, as browsers do by themselves.
 */
export function Link({ quiet, children, ...props }: LinkProps) {
  const rel = props.target === '_blank' ? 'noopener' : undefined;
  return (
    <a {...lookOf(quiet)} rel={rel} referrerPolicy="origin" {...props}>
      {children}
    </a>
  );
}

interface CheckProps {
  readonly label: string;
  readonly quiet?: boolean;
  /** What to say where nothing new has come; as soon as it changes, something has. */
  readonly still?: string | undefined;
}

/** Looks at once when the customer asks, and says what came of it. */
export function Check({ label, quiet = true, still }: CheckProps) {
  const { messages: m } = useWords();
  const { connection } = usePayment();
  const { refetch } = useActions();
  const [state, setState] = useState<'idle' | 'busy' | 'unpaid'>('idle');
  const [stillBefore, setStillBefore] = useState(still);
  const busy = state === 'busy';
  const check = async () => {
    if (busy) return;
    setState('busy');
    setStillBefore(still);
    await refetch();
    setState('unpaid');
  };
  return (
    <>
      <Button quiet={quiet} aria-disabled={busy} onClick={check}>
        {busy ? m.checking : label}
      </Button>
      <p className="ps-note" role="status">
        {state === 'unpaid' &&
          still === stillBefore &&
          connection === 'live' &&
          (still ?? m.notYet)}
      </p>
    </>
  );
}

export function Spinner() {
  return <span className="ps-spinner" aria-hidden="true" />;
}

/** Marks are drawn, not fetched: no image host, no font. */
const PATHS = {
  done: 'M7 12.5l3.5 3.5L17 9',
  failed: 'M8 8l8 8M16 8l-8 8',
  ended: 'M8 12h8',
  waiting: 'M12 7v5l3 2',
  unknown: 'M12 7v6M12 16.5v.5',
  phone: 'M9 6h6v12H9zM11.5 15.5h1',
};

export function Mark({ kind }: { readonly kind: keyof typeof PATHS }) {
  return (
    <svg className={`ps-mark ps-mark-${kind}`} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="11" />
      <path d={PATHS[kind]} />
    </svg>
  );
}
