/** The sandbox's stand-in for Stripe.js: `window.Stripe`. Written from Stripe's public reference. */
import { isRecord } from '../../../intent/index.ts';
import { createStripe, type StandInStripe } from './createStripe.ts';
import { misuse } from './integrationError.ts';
import { type Script, scriptOf } from './script.ts';

const script = scriptOf(document.currentScript, window);

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function checkKey(key: unknown): string {
  if (typeof key === 'string' && /^pk_test_./.test(key)) return key;
  if (typeof key === 'string' && /^pk_live_/.test(key)) {
    return misuse(
      'Stripe(): this is the sandbox’s stand-in for Stripe.js. It takes a test key: pk_test_….',
    );
  }
  return misuse('Stripe(): the first argument is your publishable test key: pk_test_….');
}

function createFactory({ base, version }: Script) {
  // No arrow function, since pages may write `new Stripe(…)`.
  function Stripe(key: unknown, options?: unknown): StandInStripe {
    const { apiVersion, stripeAccount } = isRecord(options) ? options : {};
    return createStripe({
      access: {
        base,
        publishableKey: checkKey(key),
        account: textOf(stripeAccount),
        version: textOf(apiVersion),
      },
      leave: (url) => location.assign(url),
    });
  }
  return Object.assign(Stripe, { version });
}

/** Not an element of the page that is called so. */
const isLoaded = 'Stripe' in window && typeof window.Stripe === 'function';

if (isLoaded) console.warn('Stripe.js is on this page already; the stand-in is not used.');
else Object.assign(window, { Stripe: createFactory(script) });
