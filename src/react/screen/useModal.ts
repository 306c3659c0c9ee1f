import { useCallback, useEffect, useRef } from 'react';
import { useActions } from '../contexts.ts';
import { useLatest } from '../useLatest.ts';
import { closeModal, isOpen, openModal, releaseModal } from './modal.ts';
import { isVisible, VISIBILITY_POLL_MS } from './visibility.ts';

/**
 * A modal dialog that is open while it is wanted and the checkout is seen: a modal one makes all else
 * on the page inert, and in something hidden there would be nothing to close it by. Closing keeps
 * what is in it, frames too.
 *
 * @param onLeave the customer has closed it.
 */
export function useModal(isWanted: boolean, onLeave: () => void) {
  const { root } = useActions();
  const ref = useRef<HTMLDialogElement>(null);
  /** Not closed by the customer, so it opens by itself. */
  const isAway = useRef(true);
  const isLive = useRef(false);
  const latest = useLatest(onLeave);
  const onClose = useCallback(() => {
    if (ref.current && !isOpen(ref.current) && !isAway.current) latest.current();
  }, [latest]);
  useEffect(() => {
    const dialog = ref.current;
    if (!isWanted || !dialog) return;
    const putAway = () => {
      isAway.current = true;
      closeModal(dialog);
    };
    const look = () => {
      const seen = isVisible(root.current);
      if (!seen && isOpen(dialog)) putAway();
      if (!seen || !isAway.current) return;
      isAway.current = false;
      openModal(dialog, onClose);
    };
    look();
    const timer = setInterval(look, VISIBILITY_POLL_MS);
    isLive.current = true;
    return () => {
      clearInterval(timer);
      isLive.current = false;
      // In React's Activity the effects end and the dialog stays; one that is taken away is closed
      // with that, and one mounted twice for a check (StrictMode) stays open.
      queueMicrotask(() => {
        if (isLive.current) return;
        isAway.current = true;
        if (dialog.isConnected) closeModal(dialog);
        else releaseModal(dialog);
      });
    };
  }, [isWanted, root, onClose]);
  return { ref, onClose, close: () => ref.current && closeModal(ref.current) };
}
