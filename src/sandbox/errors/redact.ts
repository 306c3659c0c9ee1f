/** Keys of either gateway, secrets of payments, and secrets of webhooks: what opens something. */
const SECRETS = /\b((?:sk|pk|rk)_(?:test|live)_|whsec_)[\w-]+|(_secret_)\w+/gi;

/** A text for the log, with the secrets in it made unreadable. */
export const redact = (text: string): string =>
  text.replaceAll(SECRETS, (_, prefix = '', inside = '') => `${prefix}${inside}…`);
