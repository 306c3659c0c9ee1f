/**
 * Every word that a customer reads, in English. Other languages are typed by this file.
 * `name` is a wallet's, bank's or method's name; `amount` is formatted money.
 */
export const en = {
  payment: 'Payment',
  checkAgain: 'Check again',
  iHavePaid: 'I have paid',
  tryAgain: 'Try again',
  reconnecting: 'Connection lost. Reconnecting…',
  paused: 'We stopped checking for your payment.',

  loading: 'Loading your payment…',
  payable: {
    title: 'Ready to pay',
    text: 'The shop has not started this payment yet.',
  },
  processing: {
    title: 'Processing your payment',
    text: 'This can take a moment. You do not have to pay again.',
  },
  succeeded: { title: 'Payment complete', text: 'Thank you. Your payment has been received.' },
  authorized: {
    title: 'Payment authorized',
    text: 'The amount is reserved. The shop will charge it later.',
  },
  canceled: {
    title: 'Payment canceled',
    text: 'This payment was canceled. Nothing more to do here.',
  },
  failed: {
    title: 'Payment failed',
    declined: 'Your bank declined the payment. You have not been charged.',
    authentication: 'Your bank could not confirm that it was you. You have not been charged.',
    expired: 'The time to pay ran out. You have not been charged.',
    other: 'The payment did not go through.',
  },
  unavailable: {
    title: 'Payment unavailable',
    unreachable: 'The payment service cannot be reached. We keep trying.',
    invalid:
      'This payment cannot be shown here. If you have already paid, do not pay again, and ask the shop.',
  },

  qr: {
    title: (name: string) => `Pay with ${name}`,
    label: (name: string, amount: string) => `QR code to pay ${amount} with ${name}`,
    open: (name: string) => `Open ${name} on your phone`,
    scan: 'Scan this code',
    confirm: (amount: string) => `Confirm the payment${amount && ` of ${amount}`}`,
    waiting: 'Waiting for your payment…',
    hosted: 'Open the code on its own page',
    expired: 'This code has expired',
    newCode: 'Get a new code',
    renew: 'If you have just paid, check again. Otherwise get a new code.',
    goBack: 'If you have just paid, check again. Otherwise go back to the shop for a new code.',
  },
  redirect: {
    title: (name: string) => (name ? `Pay with ${name}` : 'Continue to pay'),
    leaving: (name: string) => `Taking you to ${name || 'your bank'}…`,
    text: (name: string) =>
      `You will finish the payment with ${name || 'your bank'} and then come back here.`,
    go: (name: string) => `Continue to ${name || 'your bank'}`,
    popup: 'Finish the payment in the window that has opened.',
    again: 'Open the window again',
  },
  app: {
    title: (name: string) => `Pay with ${name}`,
    text: (name: string) => `Confirm the payment in ${name}, then come back here.`,
    open: (name: string) => `Open ${name}`,
    page: 'Continue in the browser',
    direct: 'Open the app directly',
  },
  fingerprint: {
    title: 'Checking with your bank',
    text: 'This takes a few seconds. Please keep this page open.',
    slow: 'Your bank is taking its time.',
  },
  challenge: {
    title: 'Confirm with your bank',
    text: 'Your bank wants to make sure that it is you.',
    cancel: 'Cancel',
    resume: 'Continue',
    dismissed: 'The payment is not finished. Your bank still has to confirm that it is you.',
    ownPage: 'Continue on the bank’s page',
  },
  delegate: {
    title: 'One more step',
    text: 'The shop continues this payment for you. Please keep this page open.',
    unhandled: 'This step cannot be shown here. Please go back to the shop and pay another way.',
  },
  unsupported: {
    title: 'This step cannot be shown',
    text: 'The payment needs a step that this page does not know. If you have already paid, this page will tell you. Otherwise please pay another way.',
  },
};

export type Messages = typeof en;
