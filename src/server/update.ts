/** Something has changed: whoever waits for this intent should read it. */
export interface Update {
  readonly intent: string;
  /** Nothing will come after this: the payment has succeeded, or it is canceled. */
  readonly settled: boolean;
}

/** The ids of a gateway of one's own may have any form; a header or a line of a log can hold these. */
const ID = /^[\x21-\x7e]{1,200}$/;

/** Why a text is no id of an intent; null where it is one. Its message does not repeat the text. */
export function idProblem(id: unknown): string | null {
  if (typeof id !== 'string' || id === '') return 'The id of the intent is missing: ?intent=pi_….';
  if (id.includes('_secret_'))
    return 'This is a client secret, which belongs into no URL. Its beginning, up to _secret_, is the id.';
  return ID.test(id) ? null : 'This is no id: 1 to 200 letters, digits and signs of ASCII.';
}
