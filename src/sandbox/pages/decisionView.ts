import { html } from 'hono/html';
import type { DecisionPlace } from '../payment/customerPage.ts';
import type { Intent } from '../payment/intent.ts';
import type { SandboxContext } from '../world/context.ts';
import { type Details, transferDetails, voucherDetails } from './details.ts';
import { codeField, depositFields, type Fields, partField } from './fields.ts';
import { icon } from './icons.ts';
import { bill, layout, type Markup } from './layout.ts';

interface Button {
  readonly answer: string;
  readonly label: string;
  readonly style: 'primary' | 'danger' | 'quiet';
}

interface View {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly details?: Details;
  readonly fields?: Fields;
  readonly buttons: readonly Button[];
}

const GIVE_UP: readonly Button[] = [
  { answer: 'fail', label: 'Fail test payment', style: 'danger' },
  { answer: 'cancel', label: 'Cancel', style: 'quiet' },
];

/** The texts and buttons of each page. The device data page has none: see `deviceDataView`. */
export const VIEWS: Readonly<Record<DecisionPlace, View>> = {
  bank: {
    name: 'Test bank',
    title: 'Authorize this payment',
    text: 'A real bank would ask you to log in here.',
    buttons: [{ answer: 'succeed', label: 'Authorize test payment', style: 'primary' }, ...GIVE_UP],
  },
  wallet: {
    name: 'Test wallet',
    title: 'Pay with your wallet',
    text: 'A real wallet would show your balance here.',
    buttons: [{ answer: 'succeed', label: 'Authorize test payment', style: 'primary' }, ...GIVE_UP],
  },
  wechat: {
    name: 'Test WeChat',
    title: 'Pay with WeChat',
    text: 'On a real phone this page opens WeChat.',
    buttons: [
      { answer: 'succeed', label: 'Authorize test payment', style: 'primary' },
      { answer: 'fail', label: 'Fail test payment', style: 'danger' },
      { answer: 'leave', label: 'Go back without paying yet', style: 'quiet' },
    ],
  },
  qr: {
    name: 'Test wallet',
    title: 'You scanned a test code',
    text: 'On a real phone this opens the wallet app.',
    buttons: [
      { answer: 'succeed', label: 'Pay', style: 'primary' },
      { answer: 'fail', label: 'Decline', style: 'danger' },
    ],
  },
  voucher: {
    name: 'Test voucher',
    title: 'Take this to a shop or a bank',
    text: 'A customer pays it days later. As a tester you can do so now.',
    details: voucherDetails,
    buttons: [
      { answer: 'succeed', label: 'Pay this voucher', style: 'primary' },
      { answer: 'expire', label: 'Let it expire', style: 'quiet' },
    ],
  },
  transfer: {
    name: 'Test bank',
    title: 'Transfer the amount',
    text: 'A customer does this at their own bank. As a tester you can do so here.',
    details: transferDetails,
    fields: partField,
    buttons: [{ answer: 'succeed', label: 'Send the transfer', style: 'primary' }],
  },
  microdeposits: {
    name: 'Test bank',
    title: 'Verify your account',
    text: 'In some days a real account shows small deposits. The test values are filled in.',
    fields: depositFields,
    buttons: [
      { answer: 'succeed', label: 'Verify', style: 'primary' },
      { answer: 'fail', label: 'Fail the verification', style: 'danger' },
    ],
  },
  challenge: {
    name: '3-D Secure',
    title: 'Confirm it is you',
    text: 'Any code passes, except 0000, which fails.',
    fields: codeField,
    buttons: [
      { answer: 'succeed', label: 'Authenticate', style: 'primary' },
      { answer: 'fail', label: 'Fail', style: 'danger' },
      { answer: 'cancel', label: 'Cancel', style: 'quiet' },
    ],
  },
};

const SETUP_BUTTONS: readonly Button[] = [
  { answer: 'succeed', label: 'Authorize test setup', style: 'primary' },
  { answer: 'fail', label: 'Fail test setup', style: 'danger' },
  { answer: 'cancel', label: 'Cancel', style: 'quiet' },
];

/** What the pages say where nothing is paid. The others fit both. */
const SETUP_VIEWS: Readonly<Partial<Record<DecisionPlace, Partial<View>>>> = {
  bank: { title: 'Authorize later payments', buttons: SETUP_BUTTONS },
  wallet: { title: 'Save your wallet', buttons: SETUP_BUTTONS },
  qr: {
    buttons: [
      { answer: 'succeed', label: 'Allow', style: 'primary' },
      { answer: 'fail', label: 'Decline', style: 'danger' },
    ],
  },
};

const viewOf = (place: DecisionPlace, { kind }: Intent): View => ({
  ...VIEWS[place],
  ...(kind === 'setup' && SETUP_VIEWS[place]),
});

const buttonTag = ({ answer, label, style }: Button) =>
  html`<button name="answer" value="${answer}" class="${style}" ${answer === 'succeed' ? '' : 'formnovalidate'}>${label}</button>`;

const problemTag = (problem: string) => html`<p class="problem" role="alert">${problem}</p>`;

/** A page with buttons for the customer; with an error message where the form was wrong. */
export function decisionView(
  place: DecisionPlace,
  intent: Intent,
  context: SandboxContext,
  problem = '',
): Markup {
  const { buttons, details, fields, name, text, title } = viewOf(place, intent);
  const body = html`<section class="sheet" data-place="${place}">
<p class="brand">${icon(place)}<span>${name}</span></p>
${bill(intent, context)}
<h1>${title}</h1>
<p class="note">${text}</p>
${details?.(intent) ?? ''}${problem && problemTag(problem)}
<form method="post">${fields?.(intent) ?? ''}${buttons.map(buttonTag)}</form>
</section>`;
  return layout({ title: `${title} (${name})`, body });
}
