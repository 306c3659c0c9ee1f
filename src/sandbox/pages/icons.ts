import { html } from 'hono/html';
import type { Markup } from './layout.ts';

const BANK = 'M3 9.5 12 4l9 5.5M5 10v8M9.7 10v8M14.3 10v8M19 10v8M3 20h18';

const PATHS = {
  bank: BANK,
  wallet: 'M4 7.5A2.5 2.5 0 0 1 6.5 5H18v3M4 7.5V17a2 2 0 0 0 2 2h14V8H6M16.5 13.5h.01',
  qr: 'M8 3h8a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 16 21H8a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 8 3ZM11 18h2',
  wechat: 'M4 5h16v11h-9l-4 4v-4H4ZM8.5 10.5h.01M15.5 10.5h.01',
  voucher: 'M6 3h12v18l-3-2-3 2-3-2-3 2ZM9 8h6M9 12h6',
  transfer: BANK,
  microdeposits: BANK,
  challenge: 'M12 3l7.5 3v5.5c0 4.4-3 7.9-7.5 9.5-4.5-1.6-7.5-5.1-7.5-9.5V6ZM9 12l2.2 2.2L15.2 10',
  done: 'M5 12.5 10 17.5 19 7.5',
  failed: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
} as const;

/** A decorative line drawing beside a name. */
export function icon(name: keyof typeof PATHS): Markup {
  return html`<svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${PATHS[name]}"/></svg>`;
}
