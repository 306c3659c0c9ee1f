import { listen } from '../../checkout/index.ts';

/** How to close those that are open without the browser's help. */
const closers = new WeakMap<Element, () => void>();

export const isOpen = (dialog: HTMLDialogElement): boolean => dialog.hasAttribute('open');

/**
 * Opens a dialog above the page, and nothing else on it can be reached until it is closed. Firefox
 * before 98 and Safari before 15.4 have no `<dialog>`, so there it is made by hand.
 *
 * @param onClose called by those browsers alone; the others have an event.
 */
export function openModal(dialog: HTMLDialogElement, onClose: () => void): void {
  if (isNative(dialog)) dialog.showModal();
  else closers.set(dialog, openByHand(dialog, onClose));
  // The dialog itself, not its first button: that one cancels.
  dialog.focus();
}

export function closeModal(dialog: HTMLDialogElement): void {
  if (isNative(dialog)) dialog.close();
  else closers.get(dialog)?.();
}

/** After the dialog was taken out of the page: the browser's own ends with that. */
export function releaseModal(dialog: HTMLDialogElement): void {
  if (!isNative(dialog)) closers.get(dialog)?.();
}

const isNative = (dialog: HTMLDialogElement) => 'showModal' in dialog;

/** The ARIA dialog pattern (https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/). Returns how to close it. */
function openByHand(dialog: HTMLElement, onClose: () => void): () => void {
  const root = dialog.getRootNode() as Document | ShadowRoot;
  const { activeElement } = root;
  const unlock = lockScroll();
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-modal', 'true');
  dialog.setAttribute('open', '');
  const keepFocus = (event: Event) => {
    if (!event.composedPath().includes(dialog)) dialog.focus();
  };
  const stops = [
    listen(document, 'keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Escape') close();
    }),
    // The document does not hear of what moves within a shadow root.
    ...[document, root].map((target) => listen(target, 'focusin', keepFocus)),
  ];
  function close() {
    if (!closers.delete(dialog)) return;
    for (const stop of stops) stop();
    unlock();
    dialog.removeAttribute('open');
    // Who is gone takes no focus back, and nor does whoever has lost the dialog with its screen.
    if (dialog.isConnected && activeElement instanceof HTMLElement) activeElement.focus();
    onClose();
  }
  return close;
}

/** The page behind stays where it is. Returns how to let it go. */
function lockScroll(): () => void {
  const { style } = document.documentElement;
  const { overflow } = style;
  style.overflow = 'hidden';
  return () => {
    style.overflow = overflow;
  };
}
