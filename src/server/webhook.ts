import { answer, methodNotAllowed } from './answers.ts';
import type { Broker } from './broker.ts';
import { EventMemory } from './eventMemory.ts';
import { positive, secretsOf, signatureHeader, type WebhookOptions } from './options.ts';
import { readBody } from './readBody.ts';
import { checkSignature, type SignatureCheck } from './signature.ts';
import { withinTime } from './timers.ts';
import type { Update } from './update.ts';
import { parseEvent, updateOf } from './webhookEvent.ts';

export interface WebhookContext {
  readonly broker: Broker;
  readonly publish: (update: Update) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** Events have some kilobytes: Stripe cuts what is larger. */
const MOST_BYTES = 1024 * 1024;

/** How long another process's word is waited for. Milliseconds. */
const BROKER_MS = 1_000;

/** Answers the webhooks of one gateway. */
export class Webhook<Event> {
  readonly #options: WebhookOptions<Event>;
  readonly #context: WebhookContext;
  readonly #check: SignatureCheck;
  readonly #memory = new EventMemory();

  constructor(options: WebhookOptions<Event>, context: WebhookContext) {
    this.#options = options;
    this.#context = context;
    this.#check = {
      header: signatureHeader(options.gateway),
      secrets: secretsOf(options.signingSecret),
      tolerance: positive('tolerance', options.tolerance, 300),
    };
  }

  /** How many events are remembered. */
  get size(): number {
    return this.#memory.size;
  }

  async answer(request: Request): Promise<Response> {
    if (request.method !== 'POST') return methodNotAllowed('POST');
    if (request.bodyUsed)
      return answer(500, 'The body has been read before: pass the request on as it came.');
    const body = await readBody(request, MOST_BYTES);
    if (body === null) return answer(400, `The body has more than ${MOST_BYTES} bytes.`);
    if (body.length === 0) return answer(400, 'The body is empty.');
    const problem = await checkSignature(
      request.headers.get(this.#check.header),
      body,
      this.#check,
    );
    return problem === null ? this.#receive(body) : answer(400, problem);
  }

  async #receive(body: Uint8Array): Promise<Response> {
    const event = parseEvent(body);
    if (event === null) return answer(400, 'The body is signed, but it is no event with an id.');
    try {
      const handled = await this.#memory.once(String(event.id), () => this.#handle(event));
      return answer(200, handled === 'repeated' ? 'Received before.' : 'Received.');
    } catch (error) {
      this.#context.onError(error);
      return answer(500, 'The shop could not handle this event. Send it again.');
    }
  }

  /** The page is told even where the shop has failed: the payment has changed all the same. */
  async #handle(event: Record<string, unknown>): Promise<void> {
    const update = updateOf(event);
    try {
      await this.#fulfil(event);
    } finally {
      if (update) await this.#context.publish(update);
    }
  }

  async #fulfil(event: Record<string, unknown>): Promise<void> {
    const { onEvent } = this.#options;
    if (!onEvent || (await this.#wasHandled(String(event.id)))) return;
    await onEvent(event as Event);
    await this.#markHandled(String(event.id));
  }

  /** Where nobody can say, it was not: better twice than never. */
  async #wasHandled(id: string): Promise<boolean> {
    const answered = this.#context.broker.wasHandled?.(id);
    return (await withinTime(BROKER_MS, answered).catch(() => false)) ?? false;
  }

  async #markHandled(id: string): Promise<void> {
    const marked = this.#context.broker.markHandled?.(id);
    await withinTime(BROKER_MS, marked).catch(() => {});
  }
}
