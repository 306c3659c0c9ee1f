import { intentIdOf } from '../../intent/index.ts';

/**
 * Takes the place of `gateway/secretHint.ts` in the script tag's first file. What was mixed up is a
 * line for the developer, which comes with the steps (`warnOfSecret.ts`).
 */
export const secretHint = () => "Give the PaymentIntent's client_secret, as your server got it.";

/** Whether it is no client secret of a gateway that Paystep knows by name. */
export const isMixedUp = (options: {
  readonly gateway?: unknown;
  readonly clientSecret?: string | undefined;
}) =>
  options.clientSecret && typeof options.gateway === 'string' && !intentIdOf(options.clientSecret);
