/** Thrown where the page uses the stand-in wrongly, as Stripe.js does. It never holds a secret. */
export class IntegrationError extends Error {
  override readonly name = 'IntegrationError';
}

/** @throws always */
export function misuse(message: string): never {
  throw new IntegrationError(message);
}
