import { useCallback, useEffect, useRef, useState } from 'react';
import type { RedirectStep } from '../../step/index.ts';
import { useActions, usePayment } from '../contexts.ts';
import { left } from '../pay/session.ts';
import { whenVisible } from '../screen/visibility.ts';
import { hasRedirected, rememberRedirect } from './redirectLog.ts';
import { PATIENCE_MS, useBeforeRedirect } from './useBeforeRedirect.ts';

export interface Redirect {
  /**
   * - `refused`: the shop's `beforeRedirect` has failed
   * - `stuck`: still here a while after leaving, for whatever reason; no browser tells
   */
  readonly state: 'waiting' | 'leaving' | 'refused' | 'stuck';
  /** Leaves when the shop agrees; null where a link to the page may simply be followed. */
  readonly leave: (() => void) | null;
}

/**
 * Goes to the URL by itself, once, where the shop wants it and the customer sees the checkout.
 * Back to a page that the browser kept, a reload or a second mount shows the button instead.
 */
export function useRedirect(step: RedirectStep): Redirect {
  const { redirect, intent, session } = usePayment();
  const { root, updateSession } = useActions();
  const { url } = step;
  const intentId = intent?.id ?? '';
  // Who has just pressed "Continue to …" in the form has pressed the button already, here and now.
  const [hasAgreed] = useState(session.agreement !== 'none');
  // What is none of the three words counts as `auto`.
  const wanted = redirect !== 'popup' && (redirect !== 'button' || hasAgreed);
  const [state, setState] = useState<Redirect['state']>(wanted ? 'leaving' : 'waiting');
  const askShop = useBeforeRedirect(step);
  const patience = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(patience.current), []);

  const leave = useCallback(async () => {
    const wait = () => {
      clearTimeout(patience.current);
      patience.current = setTimeout(() => setState('stuck'), PATIENCE_MS);
    };
    setState('leaving');
    wait();
    if (askShop && !(await askShop())) {
      clearTimeout(patience.current);
      return setState('refused');
    }
    wait();
    rememberRedirect(intentId, url);
    updateSession(left);
    // Banks refuse to be framed.
    if (isFramed()) open(url, '_top');
    else location.assign(url);
  }, [askShop, intentId, url, updateSession]);

  useEffect(() => {
    const free = wanted && !isFramed() && (hasAgreed || !hasRedirected(intentId, url));
    setState(free ? 'leaving' : 'waiting');
    if (!free) return;
    // A tick later, so that a component mounted twice for a check (StrictMode) leaves only once.
    return whenVisible(root.current, leave);
  }, [wanted, hasAgreed, intentId, url, leave, root]);

  useEffect(() => {
    const back = (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      clearTimeout(patience.current);
      setState('waiting');
    };
    addEventListener('pageshow', back);
    return () => removeEventListener('pageshow', back);
  }, []);

  return { state, leave: askShop && leave };
}

/** In a frame nothing leaves by itself: browsers let it navigate the whole window only after a tap. */
export function isFramed(): boolean {
  return window.top !== window.self;
}
