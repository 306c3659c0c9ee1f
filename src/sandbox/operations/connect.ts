import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import type { Intent } from '../payment/intent.ts';
import { isAccountId } from '../request/auth.ts';
import type { RequestContext } from '../world/context.ts';

/** Where a part of the payment goes; null where all of it stays. */
const transferOf = ({ extras }: Intent): JsonObject | null =>
  (extras.transfer_data ?? null) as JsonObject | null;

/** Throws for accounts that cannot exist. The sandbox takes any other. */
function checkAccounts(intent: Intent): void {
  const { on_behalf_of: merchant } = intent.extras;
  const transfer = transferOf(intent);
  if (typeof merchant === 'string' && !isAccountId(merchant)) throw problems.noMerchant(merchant);
  if (!transfer) return;
  const { destination } = transfer;
  if (destination === undefined) throw problems.missing('transfer_data[destination]');
  if (!isAccountId(String(destination))) throw problems.noDestination(String(destination));
}

/** Throws for an amount that is not a part of the payment's. */
function checkPart(part: unknown, { amount }: Intent, name: string): void {
  if (typeof part === 'number' && (part < 1 || part > amount))
    throw problems.notAPart(name, amount);
}

/** Throws for a fee that nobody pays: it takes a direct charge or a destination. */
function checkFee(intent: Intent): void {
  const { application_fee_amount: fee = null } = intent.extras;
  const transfer = transferOf(intent);
  if (fee === null) return;
  if (intent.account === null && !transfer) throw problems.feeWithoutAccount();
  if (transfer?.amount !== undefined) {
    throw problems.exclusive(['application_fee_amount', 'transfer_data[amount]']);
  }
  checkPart(fee, intent, 'application_fee_amount');
}

/**
 * What Stripe Connect asks of `application_fee_amount`, `transfer_data` and `on_behalf_of`
 * (docs.stripe.com/connect/destination-charges).
 */
export function checkConnect(intent: Intent, { dialect }: RequestContext): Intent {
  if (dialect.name !== 'stripe') return intent;
  checkAccounts(intent);
  checkFee(intent);
  checkPart(transferOf(intent)?.amount, intent, 'transfer_data[amount]');
  return intent;
}
