import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGateway } from '../gateway/index.ts';
import { CHECKS, closestOption, safeValue, unknownNamesIn, warnOfOptions } from './checkOptions.ts';
import type { OptionCheckInput } from './optionCheckInput.ts';
import { SECRET } from './testing/createTestCheckout.ts';

const NAMES = [
  'gateway',
  'publishableKey',
  'account',
  'clientSecret',
  'apiBase',
  'returnUrl',
  'redirect',
  'locale',
  'theme',
  'merchantName',
  'initialIntent',
  'updatesUrl',
  'paymentMethodTypes',
  'setupFutureUsage',
  'consent',
  'assetsBase',
  'onChange',
  'onSuccess',
  'onFailure',
  'onError',
  'onRetry',
  'onSdkAction',
  'beforeRedirect',
  'createPaymentMethod',
  'customer',
  'messages',
  'retrieve',
  'confirm',
];

/** An element that is right, but for this. */
function validOptions(changes: Partial<OptionCheckInput> = {}): OptionCheckInput {
  return {
    isElement: true,
    gateway: { name: 'stripe', baseUrl: '', publishableKey: 'pk_test_1' },
    names: NAMES,
    options: { clientSecret: SECRET },
    unknownNames: [],
    isWaiting: false,
    ...changes,
  };
}

const linesOf = (changes: Partial<OptionCheckInput>) =>
  Object.values(CHECKS).flatMap((check) => check(validOptions(changes)));

describe('a checkout that is right', () => {
  it.each<Partial<OptionCheckInput>>([
    {},
    { isWaiting: true },
    { options: {} },
    { gateway: { name: 'stripe', baseUrl: 'https://api.stripe.com', publishableKey: 'pk_live_1' } },
    {
      gateway: {
        name: 'wooshpay',
        baseUrl: 'https://apitest.wooshpay.com',
        publishableKey: 'pk_test_1',
      },
    },
    {
      gateway: {
        name: 'wooshpay',
        baseUrl: 'https://api.wooshpay.com',
        publishableKey: 'pk_live_1',
      },
    },
    {
      gateway: {
        name: 'stripe',
        baseUrl: 'http://localhost:4242/stripe',
        publishableKey: 'pk_test_1',
      },
    },
    { gateway: { name: 'stripe', baseUrl: 'http://localhost:4242', publishableKey: 'pk_test_1' } },
    { gateway: { name: 'stripe', baseUrl: '/api/stripe', publishableKey: 'pk_test_1' } },
    { gateway: { name: 'wooshpay', baseUrl: 'https://pay.shop.example', publishableKey: '' } },
  ])('gets no report: %j', (right) => {
    expect(linesOf(right)).toEqual([]);
  });
});

describe('gateway and api-base', () => {
  it.each([
    ['stripe', 'https://api.wooshpay.com', 'pk_test_1', /wooshpay's address: "api\.wooshpay\.com/],
    ['wooshpay', 'https://api.stripe.com', 'pk_test_1', /stripe's address/],
    ['wooshpay', 'http://localhost:4242/stripe', 'pk_test_1', /stripe's address/],
    ['stripe', '/pay/wooshpay', 'pk_test_1', /wooshpay's address/],
    ['wooshpay', 'https://api.wooshpay.com', 'pk_test_1', /mode is not that of api\.wooshpay\.com/],
    ['wooshpay', 'https://apitest.wooshpay.com', 'pk_live_1', /mode is not that of apitest/],
    ['stripe', 'http://127.0.0.1:4242/stripe', 'pk_live_1', /sandbox takes pk_test_ keys/],
  ])('that disagree are reported: %s at %s with %s', (name, baseUrl, publishableKey, message) => {
    const lines = linesOf({ gateway: { name, baseUrl, publishableKey } });
    expect(lines).toEqual([expect.stringMatching(message)]);
    expect(lines[0]).toContain('api-base');
    expect(lines[0]).not.toContain(publishableKey);
  });

  it('goes by the gateway that createGateway gives', () => {
    const right = createGateway({ gateway: 'wooshpay', publishableKey: 'pk_test_1' });
    expect(linesOf({ isElement: false, gateway: right })).toEqual([]);
  });
});

describe('an account', () => {
  const given = (name: string, account?: string): Partial<OptionCheckInput> => ({
    gateway: { name, baseUrl: '', publishableKey: 'pk_test_1', account },
    options: { clientSecret: SECRET, account: 'acct_1' },
  });

  it('is right where the gateway has it', () => {
    expect(linesOf(given('stripe', 'acct_1'))).toEqual([]);
    expect(linesOf(given('acme', 'acct_1'))).toEqual([]);
  });

  it('is reported beside a gateway that was made without it', () => {
    for (const account of [undefined, 'acct_2']) {
      expect(linesOf(given('stripe', account))).toEqual([
        expect.stringMatching(/made without it.*Give it to createGateway/),
      ]);
    }
  });

  it('is reported at WooshPay, which has none', () => {
    expect(linesOf(given('wooshpay', 'acct_1'))).toEqual([
      expect.stringMatching(/wooshpay has no connected accounts.*Leave it out/),
    ]);
  });
});

describe('a live key', () => {
  beforeEach(() => {
    vi.stubGlobal('isSecureContext', false);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('is reported on a page without https', () => {
    const gateway = { name: 'stripe', baseUrl: '', publishableKey: 'pk_live_1' };
    expect(linesOf({ gateway })).toEqual([expect.stringMatching(/serve the page by https/)]);
    expect(linesOf({})).toEqual([]);
  });
});

describe('a client secret', () => {
  it('is reported where it has not come in time, with how to give it', () => {
    const late = { options: {}, isWaiting: true };
    expect(linesOf(late)).toEqual([expect.stringMatching(/attribute client-secret/)]);
    expect(linesOf({ ...late, isElement: false })).toEqual([
      expect.stringMatching(/as clientSecret\.$/),
    ]);
  });
});

describe('a name', () => {
  it.each([
    ['clientsecret', 'clientSecret'],
    ['client_secret', 'clientSecret'],
    ['clientSecret', 'clientSecret'],
    ['client-secrets', 'clientSecret'],
    ['cleint-secret', 'clientSecret'],
    ['payment-intent-client-secret', 'clientSecret'],
    ['publishable_key', 'publishableKey'],
    ['publishablekey', 'publishableKey'],
    ['stripeAccount', 'account'],
    ['stripe-account', 'account'],
    ['stripe_account', 'account'],
    ['connectedAccount', 'account'],
    ['acount', 'account'],
    ['pk', 'publishableKey'],
    ['apibase', 'apiBase'],
    ['api_base', 'apiBase'],
    ['base-url', 'apiBase'],
    ['returnurl', 'returnUrl'],
    ['return_url', 'returnUrl'],
    ['redirct', 'redirect'],
    ['payment-methods', 'paymentMethodTypes'],
    ['language', 'locale'],
    ['setup_future_usage', 'setupFutureUsage'],
    ['onComplete', 'onSuccess'],
    ['oncomplete', 'onSuccess'],
    ['onCompleted', 'onSuccess'],
    ['onSucces', 'onSuccess'],
    ['onFailur', 'onFailure'],
    ['onFail', 'onFailure'],
    ['onRefresh', 'onRetry'],
    ['onErorr', 'onError'],
    ['createPaymentmethod', 'createPaymentMethod'],
    ['BeforeRedirect', 'beforeRedirect'],
    ['asset-base', 'assetsBase'],
  ])('%s is taken for %s', (name, option) => {
    expect(closestOption(name, NAMES)).toBe(option);
  });

  it.each(['size', 'name', 'value', 'type', 'order', 'label', 'autofocus', 'draggable', 'amount'])(
    '%s is taken for none',
    (name) => {
      expect(closestOption(name, NAMES)).toBeNull();
    },
  );

  it.each([
    [
      'attribute',
      'clientsecret',
      'there is no attribute clientsecret. Did you mean client-secret?',
    ],
    [
      'attribute',
      'oncomplet',
      'the attribute oncomplet does nothing. Set the property: element.onSuccess = ….',
    ],
    ['property', 'client_secret', 'there is no property client_secret. Did you mean clientSecret?'],
    ['property', 'onComplete', 'there is no property onComplete. Did you mean onSuccess?'],
    ['property', 'onWhatever', 'there is no property onWhatever: nobody calls it.'],
    ['property', `onA${SECRET}`, 'there is no property of such a name'],
  ] as const)('of an element, a wrong %s, is reported: %s', (kind, name, message) => {
    const lines = linesOf({ unknownNames: [{ name, kind }] });
    expect(lines).toEqual([expect.stringContaining(message)]);
    expect(lines[0]).not.toContain(SECRET);
  });

  it('of an option is reported under its name in scripts', () => {
    const others = unknownNamesIn({ onComplete: 1, return_url: 1, onError: 1, id: 1 }, NAMES);
    expect(linesOf({ isElement: false, unknownNames: others })).toEqual([
      'there is no option onComplete. Did you mean onSuccess?',
      'there is no option return_url. Did you mean returnUrl?',
    ]);
  });
});

it('what no check expects is passed over', () => {
  const consoleLines = vi.spyOn(console, 'error').mockImplementation(() => {});
  const broken = { gateway: { name: 'stripe' }, options: null, others: [null] };
  expect(() => warnOfOptions({ ...validOptions(), ...broken } as never)).not.toThrow();
  expect(consoleLines).not.toHaveBeenCalled();
  consoleLines.mockRestore();
});

it('shows no value that may be a key, a secret or a customer’s', () => {
  for (const value of [SECRET, 'pk_live_1', 'sk_test_1', '123456', 'a'.repeat(99), '<b>', '']) {
    expect(safeValue(value)).toBe('its value');
  }
  expect(safeValue('popups')).toBe('"popups"');
});

it('throws for no value of an option, and quotes no secret', () => {
  const kinds = fc.constantFrom('attribute', 'property', 'option');
  const text = fc.oneof(fc.string(), fc.constantFrom(SECRET, 'pk_live_1234', 'sk_test_1'));
  fc.assert(
    fc.property(
      fc.record({
        isElement: fc.boolean(),
        isWaiting: fc.boolean(),
        gateway: fc.record({
          name: text,
          baseUrl: fc.oneof(text, fc.constantFrom('https://api.wooshpay.com', 'http://[')),
          publishableKey: text,
        }),
        options: fc.dictionary(text, fc.oneof(text, fc.boolean())),
        others: fc.array(fc.record({ name: text, kind: kinds })),
      }),
      (changes) => {
        for (const line of linesOf(changes))
          expect(line).not.toMatch(/_secret_|[ps]k_(live|test)_\w*\d/);
      },
    ),
  );
});
