import { fireEvent } from '@testing-library/react';
import { vi } from 'vitest';

/** Another app or tab comes to the front; the clock, and with it the page, may go on. */
export function hidePage(): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  fireEvent(document, new Event('visibilitychange'));
}

/** The customer is back on the page. */
export function showPage(): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  fireEvent(document, new Event('visibilitychange'));
}

/** Whether the page has the focus; a sheet of the browser's own takes it while the page is seen. */
export function focusPage(has: boolean): void {
  vi.spyOn(document, 'hasFocus').mockReturnValue(has);
}

/** Time passes while the page is frozen: no timer runs, and the clock is ahead afterwards. */
export function freezePage(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}
