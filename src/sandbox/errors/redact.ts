/** API keys, client secrets and signing secrets. */
const SECRETS = /\b((?:sk|pk|rk)_(?:test|live)_|whsec_)[\w-]+|(_secret_)\w+/gi;

/** A text for the log with its secrets removed. */
export const redact = (text: string): string =>
  text.replaceAll(SECRETS, (_, prefix = '', inside = '') => `${prefix}${inside}…`);
