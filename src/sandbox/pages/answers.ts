import { lookup } from '../base/lookup.ts';
import { ApiError } from '../errors/errors.ts';
import { fund } from '../methods/bankTransfer.ts';
import { type Deposits, verify } from '../operations/microdeposits.ts';
import type { DecisionPlace } from '../payment/customerPage.ts';
import type { Intent } from '../payment/intent.ts';
import { type SimulatedOutcome, simulateOutcome } from '../payment/outcome.ts';
import { integers } from '../request/readers.ts';
import type { SandboxContext } from '../world/context.ts';

type Form = Readonly<Record<string, unknown>>;

/**
 * The intent after a page's form, an error message for another try, or null where it is too late.
 */
type Answerer = (form: Form, intent: Intent, context: SandboxContext) => Intent | string | null;

/** A customer who cancels at a bank's page has given up; that does not cancel the payment. */
const OUTCOMES: Readonly<Record<string, SimulatedOutcome>> = {
  succeed: 'succeed',
  fail: 'fail',
  cancel: 'fail',
  expire: 'expire',
};

const plainly: Answerer = (form, intent, context) =>
  simulateOutcome(intent, lookup(OUTCOMES, form.answer) ?? 'fail', context);

/** The one-time code that fails. */
const WRONG_CODE = '0000';

const challenge: Answerer = (form, intent, context) =>
  plainly(form.code === WRONG_CODE ? { answer: 'fail' } : form, intent, context);

/** WeChat also sends customers back before they have paid (its guide to H5 payments). */
const wechat: Answerer = (form, intent, context) =>
  form.answer === 'leave' ? intent : plainly(form, intent, context);

const transfer: Answerer = (form, intent, context) => {
  if (form.answer !== 'succeed' || form.amount === undefined) return plainly(form, intent, context);
  const amount = /^\d{1,15}$/.test(String(form.amount)) ? Number(form.amount) : 0;
  return amount > 0 ? fund(intent, amount, context) : 'Enter a whole number in the smallest unit.';
};

/** The deposits in the form; null where it has no such fields. */
function depositsIn({ code, first, second }: Form): Deposits | null {
  if (first !== undefined) return { amounts: integers([first, second], 'amounts') };
  return code === undefined ? null : { descriptor_code: String(code).trim().toUpperCase() };
}

/** The current intent, if it does not wait any more; otherwise the message for another try. */
function refusalOf(
  { problem }: ApiError,
  { id }: Intent,
  { store }: SandboxContext,
): Intent | string {
  const now = store.get(id);
  return now && now.status !== 'requires_action' ? now : `${problem.message} Try again.`;
}

const microdeposits: Answerer = (form, intent, context) => {
  if (form.answer !== 'succeed') return plainly(form, intent, context);
  try {
    const deposits = depositsIn(form);
    return deposits ? verify(intent, deposits, context) : plainly(form, intent, context);
  } catch (error) {
    if (error instanceof ApiError) return refusalOf(error, intent, context);
    throw error;
  }
};

/** What the form of a page does, where it is not just an outcome. */
const ANSWERERS: Partial<Record<DecisionPlace, Answerer>> = {
  challenge,
  wechat,
  transfer,
  microdeposits,
};

export const answererOf = (place: DecisionPlace): Answerer => ANSWERERS[place] ?? plainly;
