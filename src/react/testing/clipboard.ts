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
      const isField = field instanceof HTMLTextAreaElement;
      if (works) copied.push(isField ? field.value : 'what is selected');
      return works;
    },
  });
  onTestFinished(() => {
    Reflect.deleteProperty(document, 'execCommand');
  });
  return copied;
}
