import { lookup } from '../base/lookup.ts';
import { ApiError } from '../errors/errors.ts';
import { fund } from '../methods/bankTransfer.ts';
import { type Deposits, verify } from '../operations/microdeposits.ts';
import type { Intent } from '../payment/intent.ts';
import { type SimulatedOutcome, simulateOutcome } from '../payment/outcome.ts';
import type { DecisionPlace } from '../payment/place.ts';
import { integers } from '../request/readers.ts';
import type { SandboxContext } from '../world/context.ts';

type Form = Readonly<Record<string, unknown>>;

/** The intent after a page's form, what to tell whoever has to try again, or null if it is too late. */
type Answerer = (form: Form, intent: Intent, context: SandboxContext) => Intent | string | null;

/** At a bank's page a customer who cancels has given up; the payment itself is not canceled. */
const OUTCOMES: Readonly<Record<string, SimulatedOutcome>> = {
  succeed: 'succeed',
  fail: 'fail',
  cancel: 'fail',
  expire: 'expire',
};

const plainly: Answerer = (form, intent, context) =>
  simulateOutcome(intent, lookup(OUTCOMES, form.answer) ?? 'fail', context);

/** The one-time code that never passes. */
const WRONG_CODE = '0000';

const challenge: Answerer = (form, intent, context) =>
  plainly(form.code === WRONG_CODE ? { answer: 'fail' } : form, intent, context);

/** WeChat sends customers back to the shop also before they have paid (its guide to H5 payments). */
const wechat: Answerer = (form, intent, context) =>
  form.answer === 'leave' ? intent : plainly(form, intent, context);

const transfer: Answerer = (form, intent, context) => {
  if (form.answer !== 'succeed' || form.amount === undefined) return plainly(form, intent, context);
  const amount = /^\d{1,15}$/.test(String(form.amount)) ? Number(form.amount) : 0;
  return amount > 0 ? fund(intent, amount, context) : 'Enter a whole number in the smallest unit.';
};

/** What the form has of the two kinds; null where it has no fields at all. */
function depositsIn({ code, first, second }: Form): Deposits | null {
  if (first !== undefined) return { amounts: integers([first, second], 'amounts') };
  return code === undefined ? null : { descriptor_code: String(code).trim().toUpperCase() };
}

/** The payment as it is now, if it does not wait any more; else why, for another try. */
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

/** What the form of a page does where that is more than an outcome. */
const ANSWERERS: Partial<Record<DecisionPlace, Answerer>> = {
  challenge,
  wechat,
  transfer,
  microdeposits,
};

export const answererOf = (place: DecisionPlace): Answerer => ANSWERERS[place] ?? plainly;
