import { en } from '../../src/locales/en.ts';
import {
  expect,
  type Face,
  type Order,
  type OrderRequest,
  type Shop,
  test,
} from '../support/shop.ts';

const stripe = (currency: string, more: Partial<OrderRequest>) =>
  ({ gateway: 'stripe', currency, ...more }) as const;

interface Screen {
  readonly name: string;
  readonly request: OrderRequest;
  readonly act?: (shop: Shop, order: Order) => Promise<void>;
  /** What is read, in this order. */
  readonly tree: string;
  /** This one stands for the others in React. */
  readonly react?: true;
}

const SCREENS: readonly Screen[] = [
  {
    name: 'the form',
    request: stripe('eur', { methods: ['ideal', 'wechat_pay'] }),
    react: true,
    tree: `
      - region "Payment":
        - paragraph: €20.99
        - status: How would you like to pay?
        - group "How would you like to pay?":
          - heading "How would you like to pay?" [level=2]
          - radio "iDEAL" [checked]
          - textbox "Full name"
          - radio "WeChat Pay"
        - alert
        - button "Continue to iDEAL"`,
  },
  {
    name: 'a code',
    request: stripe('brl', { method: 'pix' }),
    react: true,
    tree: `
      - region "Payment":
        - paragraph: R$20.99
        - status: Pay with Pix
        - heading "Pay with Pix" [level=2]
        - img "QR code to pay R$20.99 with Pix"
        - timer: /Expires in \\d:\\d\\d:\\d\\d/
        - button "Copy the code as text"
        - list:
          - listitem: Open your bank’s app on your phone
          - listitem: Scan this code
          - listitem: Confirm the payment of R$20.99
        - paragraph: Waiting for your payment…`,
  },
  {
    name: 'the way to a bank’s page',
    request: stripe('eur', { method: 'ideal' }),
    tree: `
      - region "Payment":
        - paragraph: €20.99
        - heading "Pay with iDEAL" [level=2]
        - paragraph: You will finish the payment with iDEAL and then come back here.
        - link "Continue to iDEAL"
        - button "I have paid"`,
  },
  {
    name: 'an app',
    request: stripe('cny', { method: 'wechat_pay', options: { client: 'ios' } }),
    tree: `
      - region "Payment":
        - heading "Pay with WeChat Pay" [level=2]
        - paragraph: Scan this code with your phone’s camera to go on in WeChat.
        - img "QR code that opens WeChat on your phone"
        - link "Continue in the browser"
        - button "I have paid"`,
  },
  {
    name: 'a voucher for several stores',
    request: stripe('jpy', { method: 'konbini' }),
    tree: `
      - region "Payment":
        - heading "Pay with Konbini" [level=2]
        - paragraph: Pay at one of these stores with its codes.
        - group:
          - text: FamilyMart
          - term: Payment code
          - definition: /\\d+/
          - definition:
            - button "Copy Payment code"
          - term: Confirmation number
          - definition: /\\d+/
          - definition:
            - button "Copy Confirmation number"
        - group: Lawson
        - paragraph: /Pay by .+/
        - link "Open the voucher"
        - button "Print"
        - button "Check again"`,
  },
  {
    name: 'a bank transfer',
    request: stripe('usd', { method: 'customer_balance' }),
    tree: `
      - region "Payment":
        - heading "Pay by bank transfer" [level=2]
        - term: Still to pay
        - definition: $20.99
        - definition:
          - button "Copy Still to pay"
        - term: Reference
        - definition
        - definition:
          - button "Copy Reference"
        - paragraph: Include the reference in the transfer, so that your payment is found.
        - group:
          - term: Account number
          - definition
          - definition:
            - button "Copy Account number"
        - group: International transfer (SWIFT)
        - link "Open the instructions"
        - button "Check again"`,
  },
  {
    name: 'an approval',
    request: stripe('pln', { method: 'blik' }),
    tree: `
      - region "Payment":
        - status: Approve the payment. Open your bank’s app on your phone and approve the payment.
        - heading "Approve the payment" [level=2]
        - paragraph: Open your bank’s app on your phone and approve the payment.
        - paragraph: Waiting for your payment…
        - button "Check again"`,
  },
  {
    name: 'a challenge',
    request: { gateway: 'wooshpay', method: 'card', currency: 'usd', card: '4000000000003220' },
    tree: `
      - region "Payment":
        - heading "Confirm with your bank" [level=2]
        - dialog "Confirm with your bank":
          - button "Cancel"
          - iframe`,
  },
  {
    name: 'a failure',
    request: stripe('eur', { methods: ['wechat_pay', 'alipay'] }),
    react: true,
    async act(shop, order) {
      await shop.page.getByRole('button', { name: en.pay.code }).click();
      await shop.page.getByRole('button', { name: en.pay.another }).waitFor();
      await shop.simulate(order, 'fail');
    },
    tree: `
      - region "Payment":
        - status: The payment did not go through.
        - heading "Payment failed" [level=2]
        - paragraph: The payment did not go through.
        - button "Try again"
        - button "Another way to pay"`,
  },
  {
    name: 'the end',
    request: stripe('cny', { method: 'wechat_pay' }),
    async act(shop, order) {
      await shop.expectPhase('action');
      await shop.simulate(order, 'succeed');
    },
    tree: `
      - region "Payment":
        - paragraph: CN¥20.99
        - status: Payment complete. Thank you. Your payment has been received.
        - heading "Payment complete" [level=2]
        - paragraph: Thank you. Your payment has been received.`,
  },
];

for (const { name, request, act, tree, react } of SCREENS) {
  for (const face of (react ? ['script tag', 'React'] : ['script tag']) as Face[]) {
    test(`reads ${name}, by ${face}`, async ({ shop }) => {
      const order = await shop.order(request);
      await shop.open(face, order, { redirect: 'button' });
      await act?.(shop, order);
      await expect(shop.widget).toMatchAriaSnapshot(tree, { timeout: 15_000 });
    });
  }
}
