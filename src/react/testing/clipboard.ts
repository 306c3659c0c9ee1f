import { onTestFinished, vi } from 'vitest';

/** What the customer would paste. */
export const pasted = () => navigator.clipboard.readText();

/** As in an app's own browser, or on a page without https. */
export function refuseClipboard(): void {
  const no = new DOMException('Write permission denied.', 'NotAllowedError');
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(no);
}

/** The old command of browsers, and what it has put into the clipboard; `works` as it says itself. */
export function fakeCopyCommand(works = true) {
  const copied: string[] = [];
  Object.defineProperty(document, 'execCommand', {
    configurable: true,
    value() {
      const field = document.activeElement;
      if (!works || !(field instanceof HTMLTextAreaElement)) return false;
      // As in Safari: where nothing is selected, nothing is copied.
      const { value, selectionStart, selectionEnd } = field;
      if (selectionEnd > selectionStart) copied.push(value.slice(selectionStart, selectionEnd));
      return true;
    },
  });
  onTestFinished(() => {
    Reflect.deleteProperty(document, 'execCommand');
  });
  return copied;
}
