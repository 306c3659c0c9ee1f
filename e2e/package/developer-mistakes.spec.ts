import type { Page } from '@playwright/test';
import { expect, type Order, type OrderRequest, type Shop, test } from '../support/shop.ts';

const CODE: OrderRequest = { gateway: 'wooshpay', method: 'wechat_pay', currency: 'cny' };
const FORM: OrderRequest = { gateway: 'stripe', methods: ['blik', 'card'], currency: 'pln' };

interface Fault {
  readonly order?: OrderRequest;
  /** In place of what is right; null takes an attribute away. */
  readonly attributes?: Readonly<Record<string, string | null>>;
  /** Run in the page before the checkout is there. */
  readonly script?: string;
  /** The line of the console, with the fix. */
  readonly message: RegExp;
}

/** A developer's mistake, and the message of the console about it. */
const FAULTS: Readonly<Record<string, Fault>> = {
  'no client secret': {
    attributes: { 'client-secret': null },
    message: /no client secret for 5 seconds.*client-secret/,
  },
  'a client secret under another name': {
    attributes: { 'client-secret': null, client_secret: 'pi_1_secret_2' },
    message: /no attribute client_secret\. Did you mean client-secret/,
  },
  'a client secret in camel case, which HTML writes small': {
    attributes: { 'client-secret': null, clientSecret: 'pi_1_secret_2' },
    message: /no attribute clientsecret\. Did you mean client-secret/,
  },
  "a Checkout Session's client secret": {
    attributes: { 'client-secret': 'cs_test_1_scrt_2' },
    message: /client secret is not one\. .*Checkout Session.*Create a PaymentIntent/,
  },
  'an account at WooshPay': {
    attributes: { account: 'acct_1' },
    message: /wooshpay has no connected accounts/,
  },
  'an account that is none': {
    attributes: { account: 'pk_test_1' },
    message: /account is malformed.*"acct_"/,
    order: FORM,
  },
  'a misspelt property': {
    script:
      "document.addEventListener('made', ({ target }) => { target.apiBas = '/stripe'; }, true)",
    message: /no property apiBas\. Did you mean apiBase/,
  },
  'a redirect that there is not': {
    attributes: { redirect: 'popups' },
    message: /redirect is "popups".*auto, button, popup/,
  },
  'a theme that there is not': {
    attributes: { theme: 'night' },
    message: /theme is "night".*light, dark, auto/,
  },
  'a language without words': { attributes: { locale: 'xx' }, message: /locale is "xx".*no words/ },
  'a language that is no tag': {
    attributes: { locale: 'german!' },
    message: /locale is .*no language tag/,
  },
  'usage without consent': {
    attributes: { 'setup-future-usage': 'off_session' },
    message: /setup-future-usage is not sent without consent/,
  },
  'usage that there is not': {
    attributes: { 'setup-future-usage': 'always', consent: 'Yes' },
    message: /setup-future-usage is "always".*on_session, off_session/,
  },
  'a misspelt callback': {
    script: 'window.callbacks = { onComplet() {} }',
    message: /no property onComplet\. Did you mean onSuccess/,
  },
  'a card without createPaymentMethod': {
    order: FORM,
    message: /card cannot be offered without createPaymentMethod/,
  },
  'a method that there is not': {
    order: FORM,
    attributes: { 'payment-method-types': 'blick' },
    message: /paymentMethodTypes names "blick".*Did you mean blik/,
  },
  'a gateway that is not at its address': {
    attributes: { gateway: 'stripe' },
    message: /gateway is "stripe", and api-base is wooshpay's address/,
  },
  'a key of another kind': {
    attributes: { 'publishable-key': 'sk_test_1' },
    message: /secret key was given/,
  },
  'a secret that the gateway does not know': {
    attributes: { 'client-secret': 'pi_other_secret_account' },
    message: /client secret is of another payment/,
  },
  'a wrong path': {
    attributes: { 'api-base': '/shop/nothing' },
    message: /(could not be reached at .*\/shop\/nothing\/v1|look at api-base)/,
  },
  'a gateway that is not running': {
    attributes: { 'api-base': 'http://localhost:9/stripe' },
    message:
      /could not be reached at http:\/\/localhost:9\/stripe\/v1\/payment_intents\/pi_.*CORS.*connect-src/,
  },
};

/** Every line that Paystep has written to the console. */
function recordConsole(page: Page): string[] {
  const consoleLines: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('Paystep')) consoleLines.push(message.text());
  });
  return consoleLines;
}

async function openWithMistake(
  shop: Shop,
  order: Order,
  { attributes = {}, script }: Fault,
): Promise<void> {
  if (script) await shop.page.addInitScript(script);
  // Told of each checkout before it is in the page, as a shop's own script makes it.
  await shop.page.addInitScript(() => {
    const { append } = Element.prototype;
    Element.prototype.append = function (...nodes) {
      for (const node of nodes) {
        if (!(node instanceof Element) || node.localName !== 'paystep-checkout') continue;
        const onMade = new Event('made');
        Object.defineProperty(onMade, 'target', { value: node });
        document.dispatchEvent(onMade);
      }
      append.apply(this, nodes);
    };
  });
  await shop.open('script tag', order, attributes);
}

for (const [name, fault] of Object.entries(FAULTS)) {
  test(`${name} is reported once, with the fix`, async ({ shop, page }) => {
    const consoleLines = recordConsole(page);
    const order = await shop.order(fault.order ?? CODE);
    await page.clock.install();
    await openWithMistake(shop, order, fault);
    await expect(shop.widget).toBeVisible();
    await page.clock.runFor(6_000);
    await expect
      .poll(() => consoleLines.filter((line) => fault.message.test(line)))
      .toHaveLength(1);
    // A change is not reported again.
    await page.evaluate(() => {
      document.querySelector('paystep-checkout')?.setAttribute('merchant-name', 'Leaf & Kettle');
    });
    await page.clock.runFor(6_000);
    expect(consoleLines.filter((line) => fault.message.test(line))).toHaveLength(1);
    expect(consoleLines.filter((line) => /_secret_|[ps]k_(test|live)_\w/.test(line))).toEqual([]);
  });
}

test('the console reports the first failure before the customer sees one', async ({
  shop,
  page,
}) => {
  const consoleLines = recordConsole(page);
  await page.route('**/v1/payment_intents/*', (route) => route.abort());
  await shop.open('script tag', await shop.order(CODE));
  await expect.poll(() => consoleLines).toHaveLength(1);
  await expect(shop.widget).toHaveAttribute('data-phase', 'loading');
});

for (const [name, order, attributes] of [
  ['a code', CODE, {}],
  [
    'a form',
    { ...FORM, methods: ['blik', 'p24'] },
    { 'payment-method-types': 'p24 blik', locale: 'pl-PL' },
  ],
  [
    'a saved method',
    { ...FORM, methods: ['blik', 'p24'] },
    { 'setup-future-usage': 'on_session', consent: 'Keep it' },
  ],
  [
    'foreign attributes',
    CODE,
    {
      class: 'a',
      id: 'b',
      'data-x': '1',
      'aria-label': 'c',
      'v-if': 'x',
      '_ngcontent-abc-1': '',
      onclick: '',
      title: 'd',
      amount: '1',
    },
  ],
] as const) {
  test(`the console is silent about a right page: ${name}`, async ({ shop, page }) => {
    const consoleLines = recordConsole(page);
    await page.clock.install();
    await shop.open('script tag', await shop.order(order), attributes);
    await expect(shop.widget).not.toHaveAttribute('data-phase', 'loading');
    await page.clock.runFor(6_000);
    await expect(shop.widget).not.toHaveAttribute('data-phase', 'loading');
    expect(consoleLines).toEqual([]);
  });
}
