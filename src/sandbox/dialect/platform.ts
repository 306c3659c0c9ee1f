import type { JsonObject } from '../base/json.ts';
import type { Intent } from '../payment/intent.ts';

/** The Connect application of the platform, which creates what belongs to connected accounts. */
const APPLICATION = 'ca_SandboxPlatform00000000000000000';

/** The configuration of payment methods that the platform has from the beginning. */
const CONFIGURATION = 'pmc_1SandboxDefault000000000';

/** Null for the platform's own payments, as recorded (pay-rails/pay, test/vcr_cassettes). */
export const applicationOf = ({ account }: Intent): string | null =>
  account === null ? null : APPLICATION;

/**
 * Which configuration has chosen the automatic payment methods: the merchant's, or the default one. A
 * connected account has a child of the platform's.
 */
export function presentConfiguration(intent: Intent): JsonObject | null {
  const { account, automaticPaymentMethods: automatic, extras } = intent;
  if (automatic?.enabled !== true) return null;
  const { payment_method_configuration: chosen = null } = extras;
  if (chosen !== null) return { id: chosen, parent: null };
  return account === null
    ? { id: CONFIGURATION, parent: null }
    : { id: `pmc_1Sandbox${account.replace('acct_', '')}`, parent: CONFIGURATION };
}

/** Recorded answers (pay-rails/pay, test/vcr_cassettes) show both fields, whatever was sent. */
export const presentAutomaticMethods = ({
  automaticPaymentMethods: automatic,
}: Intent): JsonObject | null => automatic && { allow_redirects: 'always', ...automatic };
