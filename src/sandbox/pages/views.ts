import { html } from 'hono/html';
import type { Intent, Place } from '../intent.ts';
import type { Status } from '../status.ts';
import type { World } from '../world.ts';
import { icon } from './icons.ts';
import { bill, layout, type Markup } from './layout.ts';

interface Button {
  readonly answer: string;
  readonly label: string;
  readonly look: 'primary' | 'danger' | 'quiet';
}

interface View {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly buttons: readonly Button[];
}

const GIVE_UP: readonly Button[] = [
  { answer: 'fail', label: 'Fail test payment', look: 'danger' },
  { answer: 'cancel', label: 'Cancel', look: 'quiet' },
];

/** What each place says and offers. The device data page has no buttons: see `deviceDataView`. */
export const VIEWS: Readonly<Record<Exclude<Place, 'ddc' | 'none'>, View>> = {
  bank: {
    name: 'Test bank',
    title: 'Authorize this payment',
    text: 'A real bank would ask you to log in here.',
    buttons: [{ answer: 'succeed', label: 'Authorize test payment', look: 'primary' }, ...GIVE_UP],
  },
  wallet: {
    name: 'Test wallet',
    title: 'Pay with your wallet',
    text: 'A real wallet would show your balance here.',
    buttons: [{ answer: 'succeed', label: 'Authorize test payment', look: 'primary' }, ...GIVE_UP],
  },
  qr: {
    name: 'Test wallet',
    title: 'You scanned a test code',
    text: 'On a real phone this opens the wallet app.',
    buttons: [
      { answer: 'succeed', label: 'Pay', look: 'primary' },
      { answer: 'fail', label: 'Decline', look: 'danger' },
    ],
  },
  challenge: {
    name: '3-D Secure',
    title: 'Confirm it is you',
    text: 'Any code passes, except 0000, which fails.',
    buttons: [
      { answer: 'succeed', label: 'Authenticate', look: 'primary' },
      { answer: 'fail', label: 'Fail', look: 'danger' },
      { answer: 'cancel', label: 'Cancel', look: 'quiet' },
    ],
  },
};

const codeField = html`<label>One-time code
<input name="code" inputmode="numeric" autocomplete="one-time-code" placeholder="123456" maxlength="8" required autofocus>
</label>`;

const buttonTag = ({ answer, label, look }: Button) =>
  html`<button name="answer" value="${answer}" class="${look}" ${answer === 'succeed' ? '' : 'formnovalidate'}>${label}</button>`;

/** The page on which the customer decides. */
export function decisionView(place: keyof typeof VIEWS, intent: Intent, world: World): Markup {
  const { buttons, name, text, title } = VIEWS[place];
  const body = html`<section class="sheet" data-place="${place}">
<p class="brand">${icon(place)}<span>${name}</span></p>
${bill(intent, world)}
<h1>${title}</h1>
<p class="hint">${text}</p>
<form method="post">${place === 'challenge' ? codeField : ''}${buttons.map(buttonTag)}</form>
</section>`;
  return layout({ title: `${title} (${name})`, body });
}

/** The hidden frame of 3-D Secure: a form that its script sends at once. */
export function deviceDataView(): Markup {
  const body = html`<section class="sheet">
<p class="brand">${icon('challenge')}<span>3-D Secure</span></p>
<h1>Checking your device</h1>
<p class="hint">This takes a moment.</p>
<form method="post" data-autosubmit><button class="quiet">Continue</button></form>
</section>`;
  return layout({ title: 'Checking your device', body, script: 'ddc.js' });
}

const ENDINGS: Partial<Record<Status, readonly [title: string, tone: string]>> = {
  succeeded: ['Payment approved', 'good'],
  requires_capture: ['Payment approved', 'good'],
  requires_confirmation: ['Payment approved', 'good'],
  processing: ['Payment under way', 'good'],
  canceled: ['This payment was canceled', 'bad'],
};

/** The page for a payment that does not wait for the customer any more. */
export function endedView(intent: Intent, world: World, back: string | null): Markup {
  const [title, tone] = ENDINGS[intent.status] ?? ['Payment not made', 'bad'];
  const way = back
    ? html`<a class="button primary" href="${back}">Back to the shop</a>`
    : html`<p class="hint">You can go back to the shop.</p>`;
  const body = html`<section class="sheet" data-ended="${intent.status}">
<p class="seal ${tone}">${icon(tone === 'good' ? 'done' : 'failed')}</p>
<h1>${title}</h1>
${bill(intent, world)}
<p class="hint">This page no longer waits for you.</p>
${way}
</section>`;
  return layout({ title, body });
}

/** For an address that names no payment. */
export function unknownView(): Markup {
  const body = html`<section class="sheet">
<p class="seal bad">${icon('failed')}</p>
<h1>No such payment</h1>
<p class="hint">The sandbox keeps payments in memory: it may have been restarted.</p>
</section>`;
  return layout({ title: 'No such payment', body });
}
