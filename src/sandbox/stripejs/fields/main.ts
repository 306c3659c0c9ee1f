/** The script of the frame with the fields. What is entered leaves it for the sandbox alone. */
import { type ApiAnswer, callApi, failed } from '../api.ts';
import { FIELDS_PATH } from '../fieldsPath.ts';
import {
  type Connect,
  ENTRY_PATHS,
  type EntryCall,
  type FrameSettings,
  type FromFrame,
  type ToFrame,
} from '../messages.ts';
import { createCardForm } from './cardForm.ts';
import { type Entry, type EntryForm, joinEntries, validationError, withEntry } from './entry.ts';
import { createPaymentForm } from './paymentForm.ts';
import { joinSiblings, type Siblings } from './siblings.ts';
import { dress } from './styles.ts';

type Send = (message: FromFrame) => void;

const createForm = (
  settings: FrameSettings,
  siblings: Siblings,
  onChange: () => void,
): EntryForm =>
  settings.type === 'payment'
    ? createPaymentForm(settings, onChange)
    : createCardForm(settings.type, settings, siblings, onChange);

/** What is entered. Shows the customer what is wrong with it. */
function checkedEntry(form: EntryForm): Entry {
  const entry = form.entry();
  if (entry.problem) form.reveal();
  return entry;
}

function validate(form: EntryForm): ApiAnswer {
  const { method, problem } = checkedEntry(form);
  if (problem) return failed(validationError(problem));
  return { ok: true, body: { selectedPaymentMethod: method.type } };
}

/** Sends a request with what is entered here and in the other frames of the group. */
async function sendEntry(
  call: EntryCall,
  form: EntryForm,
  siblings: Siblings,
  { access }: FrameSettings,
): Promise<ApiAnswer> {
  if (!ENTRY_PATHS.test(call.path)) {
    return failed({ type: 'invalid_request_error', message: 'The fields send no such request.' });
  }
  try {
    const others = await Promise.all(call.siblings.map((each) => siblings.ask(each)));
    const entry = joinEntries([checkedEntry(form), ...others]);
    if (entry.problem) return failed(validationError(entry.problem));
    return callApi(access, 'POST', call.path, withEntry(call, entry));
  } catch (error) {
    return failed({ type: 'api_error', message: String(error) });
  }
}

/** Tells the page what happens in the frame. */
function report(root: HTMLElement, post: Send): void {
  const measure = () =>
    post({ kind: 'height', pixels: Math.ceil(root.getBoundingClientRect().height) });
  new ResizeObserver(measure).observe(root);
  let isFocused = false;
  root.addEventListener('focusin', () => {
    if (!isFocused) post({ kind: 'focus' });
    isFocused = true;
  });
  root.addEventListener('focusout', ({ relatedTarget }) => {
    isFocused = relatedTarget instanceof Node && root.contains(relatedTarget);
    if (!isFocused) post({ kind: 'blur' });
  });
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') post({ kind: 'escape' });
  });
}

function blur(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** Shows the fields of one Element, and does what the page asks of them. */
function showFields(port: MessagePort, first: FrameSettings): void {
  let settings = first;
  let form: EntryForm | null = null;
  const post: Send = (message) => port.postMessage(message);
  const siblings = joinSiblings({
    group: first.group,
    type: first.type,
    entry: () => (form ? checkedEntry(form) : joinEntries([])),
    onBrand: (brand) => form?.setBrand?.(brand),
  });
  const fields = createForm(first, siblings, changed);
  form = fields;
  let posted = JSON.stringify(fields.state());

  function changed(): void {
    // A form also reports while it is made.
    if (!form) return;
    const state = form.state();
    const text = JSON.stringify(state);
    if (text !== posted) post({ kind: 'change', state });
    posted = text;
  }

  function dressAs({ appearance, color, options }: FrameSettings): void {
    dress(options, appearance, color);
  }

  async function answer(id: number, answered: ApiAnswer | Promise<ApiAnswer>): Promise<void> {
    post({ kind: 'answer', id, answer: await answered });
  }

  function change(next: FrameSettings): void {
    settings = withFrameBase(next);
    dressAs(settings);
    fields.update(settings);
  }

  function obey(message: ToFrame): void {
    if (message.kind === 'call')
      answer(message.id, sendEntry(message.call, fields, siblings, settings));
    else if (message.kind === 'validate') answer(message.id, validate(fields));
    else if (message.kind === 'focus') fields.focus();
    else if (message.kind === 'clear') fields.clear();
    else if (message.kind === 'settings') change(message.settings);
    else blur();
  }

  dressAs(first);
  document.body.replaceChildren(fields.root);
  report(fields.root, post);
  port.onmessage = ({ data }: MessageEvent<ToFrame>) => obey(data);
  post({ kind: 'ready' });
}

/** The sandbox that the frame itself is from: no page may name another one for what is entered. */
const FRAME_BASE = location.href.replace(/[?#].*/, '').slice(0, -FIELDS_PATH.length);

const withFrameBase = (settings: FrameSettings): FrameSettings => ({
  ...settings,
  access: { ...settings.access, base: FRAME_BASE },
});

/** The page around says what to show, once; after that only its port counts. */
function connect({ data, ports, source }: MessageEvent<Connect>): void {
  const [port] = ports;
  if (source !== parent || data?.kind !== 'paystep-connect' || !port) return;
  removeEventListener('message', connect);
  showFields(port, withFrameBase(data.settings));
}

addEventListener('message', connect);
