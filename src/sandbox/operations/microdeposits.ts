import { lookup } from '../base/lookup.ts';
import { problems } from '../errors/errors.ts';
import { after, type Intent, payloadOf } from '../payment/intent.ts';
import { startProcessing } from '../payment/outcome.ts';
import { unverified } from '../payment/paymentErrors.ts';
import type { PARAMS } from '../request/params.ts';
import type { Read } from '../request/readers.ts';
import type { SandboxContext } from '../world/context.ts';

/** What a customer read on a bank statement. The API and the page use it alike. */
export type Deposits = Pick<Read<typeof PARAMS.verify>, 'amounts' | 'descriptor_code'>;

/** What a verification reads and changes. */
type VerificationContext = Pick<SandboxContext, 'now' | 'store'>;

const TYPE = 'verify_with_microdeposits';

/** How many wrong answers are allowed. */
const ATTEMPTS = 10;

const PREFIX = 'payment_method_microdeposit_verification';

/** The correct values. The page is filled in with them, since no deposit arrives. */
export const CORRECT = { code: 'SM11AA', amounts: [32, 45] } as const;

/** Stripe's test values and what they lead to. */
const ANSWERS: Readonly<Record<string, 'right' | 'exceeded' | 'timeout'>> = {
  [CORRECT.amounts.join()]: 'right',
  [CORRECT.code]: 'right',
  '10,11': 'exceeded',
  SM33CC: 'exceeded',
  '40,41': 'timeout',
  SM44DD: 'timeout',
};

const FAILURES = {
  exceeded: [`${PREFIX}_attempts_exceeded`, 'The account cannot be verified: too many attempts.'],
  timeout: [`${PREFIX}_timeout`, 'The account was not verified in time.'],
} as const;

/** The parameter of each kind of deposit, and the error code of a wrong value. */
const KINDS = {
  amounts: ['amounts', `${PREFIX}_amounts_mismatch`],
  descriptor_code: ['descriptor_code', `${PREFIX}_descriptor_code_mismatch`],
} as const;

function checkAmounts(amounts: readonly number[]): void {
  if (amounts.length === 2 && amounts.every((amount) => amount > 0)) return;
  const message = 'Invalid amounts: must be two positive integers, in cents.';
  throw problems.invalid(message, `${PREFIX}_amounts_invalid`, 'amounts');
}

function checkCode(code: string): void {
  if (/^SM[A-Z0-9]{4}$/.test(code)) return;
  const message = 'Invalid descriptor_code: must be six characters that begin with SM.';
  throw problems.invalid(message, undefined, 'descriptor_code');
}

/** The value in the form of the table above. */
function answerOf(params: Deposits, name: 'amounts' | 'descriptor_code'): string {
  const { amounts, descriptor_code: code } = params;
  if (params[name] === undefined) throw problems.missing(name);
  if (amounts) checkAmounts(amounts);
  if (code !== undefined) checkCode(code);
  return amounts ? [...amounts].sort((a, b) => a - b).join() : (code ?? '');
}

/** Ends the attempt: too late, or too many wrong answers. */
function giveUp(intent: Intent, why: keyof typeof FAILURES, context: VerificationContext): never {
  const [code, message] = FAILURES[why];
  const changes = { ...unverified(intent, code, message), verifications: 0 };
  context.store.put(after(intent, 'fail', changes) ?? intent);
  throw problems.invalid(message, code);
}

function countWrong(
  intent: Intent,
  name: string,
  code: string,
  context: VerificationContext,
): never {
  const verifications = intent.verifications + 1;
  if (verifications >= ATTEMPTS) return giveUp(intent, 'exceeded', context);
  context.store.put({ ...intent, verifications });
  const left = ATTEMPTS - verifications;
  const message = `The ${name.replace('_', ' ')} provided did not match what was sent to the bank account. ${left} ${left === 1 ? 'attempt is' : 'attempts are'} left.`;
  throw problems.invalid(message, code, name);
}

/** Verifies the customer's account by its statement. Then a debit is processing, or it is set up. */
export function verify(intent: Intent, params: Deposits, context: VerificationContext): Intent {
  const verified = startProcessing(intent, context, 'verify');
  if (!verified || intent.action?.nextAction.type !== TYPE) {
    const { kind, status } = intent;
    throw kind === 'setup' ? problems.cannotVerifySetup(status) : problems.cannotVerify(status);
  }
  const kind = payloadOf(intent).microdeposit_type === 'amounts' ? 'amounts' : 'descriptor_code';
  const [name, mismatch] = KINDS[kind];
  const outcome = lookup(ANSWERS, answerOf(params, name));
  if (outcome === 'right') return { ...verified, verifications: 0 };
  if (outcome !== undefined) return giveUp(intent, outcome, context);
  return countWrong(intent, name, mismatch, context);
}
