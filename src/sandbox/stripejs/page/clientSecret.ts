import { type IntentKind, KIND_NAMES } from '../../payment/intentKind.ts';
import { misuse } from './integrationError.ts';

/** An intent as a page knows it: by its client secret. */
export interface IntentRef {
  readonly kind: IntentKind;
  readonly id: string;
  readonly clientSecret: string;
  /** Under `/v1/`. */
  readonly path: string;
}

const FORM = /^((pi|seti)_[A-Za-z0-9]+)_secret_[A-Za-z0-9]+$/;

/**
 * The intent of a client secret.
 *
 * @param caller the function that the page has called, for the message
 * @param wanted the kind that the function is for; null where it takes both
 * @throws IntegrationError where it is no client secret, or one of the other kind
 */
export function intentOf(caller: string, secret: unknown, wanted: IntentKind | null): IntentRef {
  const [, id, prefix] = FORM.exec(typeof secret === 'string' ? secret : '') ?? [];
  if (id === undefined || typeof secret !== 'string') {
    const form = wanted === 'setup' ? 'seti_…_secret_…' : 'pi_…_secret_…';
    return misuse(
      `stripe.${caller} needs the client secret of an intent, as your server gets it in \`client_secret\` (${form}).`,
    );
  }
  const kind = prefix === 'seti' ? 'setup' : 'payment';
  if (wanted !== null && kind !== wanted) {
    return misuse(
      `stripe.${caller} needs the client secret of a ${KIND_NAMES[wanted].label}, and has got one of a ${KIND_NAMES[kind].label}.`,
    );
  }
  return { kind, id, clientSecret: secret, path: `${KIND_NAMES[kind].path.slice(1)}/${id}` };
}
