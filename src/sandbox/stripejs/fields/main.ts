/** The script of the frame with the fields. What is entered leaves it for the sandbox alone. */
import { type ApiAnswer, callApi, failed } from '../api.ts';
import {
  type Connect,
  ENTRY_PATHS,
  type EntryCall,
  type FrameSettings,
  type FromFrame,
  type ToFrame,
} from '../messages.ts';
import { createCardForm } from './cardForm.ts';
import { type EntryForm, joinEntries, validationError, withEntry } from './entry.ts';
import { createPaymentForm } from './paymentForm.ts';
import { joinSiblings, type Siblings } from './siblings.ts';
import { dress } from './styles.ts';

/** The fields of one Element, and what the page asks of them. */
class FieldsFrame {
  readonly #port: MessagePort;
  readonly #siblings: Siblings;
  readonly #form: EntryForm;
  #settings: FrameSettings;

  constructor(port: MessagePort, settings: FrameSettings) {
    this.#port = port;
    this.#settings = settings;
    const { group, type } = settings;
    this.#siblings = joinSiblings({
      group,
      type,
      entry: () => this.#entryForSibling(),
      onBrand: (brand) => this.#setBrand?.(brand),
    });
    const changed = () => this.#changed();
    if (type === 'payment') {
      this.#form = createPaymentForm(settings, changed);
    } else {
      const form = createCardForm(type, settings, this.#siblings, changed);
      this.#form = form;
      if (type === 'cardCvc') this.#setBrand = form.card.setBrand;
    }
    port.onmessage = ({ data }: MessageEvent<ToFrame>) => this.#obey(data);
    this.#show();
  }

  #setBrand: Parameters<typeof joinSiblings>[0]['onBrand'] | null = null;

  #send(message: FromFrame): void {
    this.#port.postMessage(message);
  }

  #changed(): void {
    // A form reports while it is made.
    if (this.#form) this.#send({ kind: 'change', state: this.#form.state() });
  }

  #show(): void {
    const { root } = this.#form;
    this.#dress();
    document.body.replaceChildren(root);
    new ResizeObserver(() =>
      this.#send({ kind: 'height', pixels: Math.ceil(root.getBoundingClientRect().height) }),
    ).observe(root);
    addEventListener('focus', () => this.#send({ kind: 'focus' }));
    addEventListener('blur', () => this.#send({ kind: 'blur' }));
    addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#send({ kind: 'escape' });
    });
    this.#send({ kind: 'ready' });
  }

  #dress(): void {
    const { appearance, color, options } = this.#settings;
    dress(options, appearance, color);
  }

  #obey(message: ToFrame): void {
    switch (message.kind) {
      case 'settings':
        this.#settings = message.settings;
        this.#dress();
        return this.#form.update(message.settings);
      case 'focus':
        return this.#form.focus();
      case 'blur':
        return (document.activeElement as HTMLElement | null)?.blur();
      case 'clear':
        return this.#form.clear();
      case 'call':
        return this.#answer(message.id, this.#call(message.call));
      case 'validate':
        return this.#answer(message.id, Promise.resolve(this.#validate()));
      default:
        return message satisfies never;
    }
  }

  #answer(id: number, answer: Promise<ApiAnswer>): void {
    answer.then((each) => this.#send({ kind: 'answer', id, answer: each }));
  }

  #entryForSibling() {
    const entry = this.#form.entry();
    if (entry.problem) this.#form.reveal();
    return entry;
  }

  #validate(): ApiAnswer {
    const { method, problem } = this.#entryForSibling();
    if (problem) return failed(validationError(problem));
    return { ok: true, body: { selectedPaymentMethod: method.type } };
  }

  async #call(call: EntryCall): Promise<ApiAnswer> {
    if (!ENTRY_PATHS.test(call.path)) {
      return failed({ type: 'invalid_request_error', message: 'The fields send no such request.' });
    }
    try {
      const others = await Promise.all(call.siblings.map((each) => this.#siblings.ask(each)));
      const entry = joinEntries([this.#form.entry(), ...others]);
      if (this.#form.entry().problem) this.#form.reveal();
      if (entry.problem) return failed(validationError(entry.problem));
      return callApi(this.#settings.access, 'POST', call.path, withEntry(call, entry));
    } catch (error) {
      return failed({ type: 'api_error', message: String(error) });
    }
  }
}

/** The page around says what to show, once; after that only its port counts. */
function connect({ data, ports, source }: MessageEvent<Connect>): void {
  const [port] = ports;
  if (source !== parent || data?.kind !== 'paystep-connect' || !port) return;
  removeEventListener('message', connect);
  new FieldsFrame(port, data.settings);
}

addEventListener('message', connect);
