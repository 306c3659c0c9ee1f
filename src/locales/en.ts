/**
 * Every text that a customer reads, in English. Other languages are typed by this file.
 * `name` is a wallet's, bank's or method's name; `amount` is formatted money, `date` a formatted
 * date, `time` what is left of it (`4:59`).
 */

/** The texts of outcomes, codes and redirects. */
export const firstMessages = {
  /** BCP 47. */
  lang: 'en',
  dir: 'ltr' as 'ltr' | 'rtl',
  /** Names that this language writes its own way, by the method's type; and those of their apps. */
  methods: {} as Readonly<Record<string, string>>,
  apps: {} as Readonly<Record<string, string>>,

  payment: 'Payment',
  checkAgain: 'Check again',
  checking: 'Checking…',
  notYet: 'No payment has come in yet. We keep looking.',
  tryAgain: 'Try again',
  reconnecting: 'Connection lost. Reconnecting…',
  reconnected: 'Connected again.',
  paused: 'We stopped checking for your payment.',

  loading: 'Loading your payment…',
  loadFailed: 'A part of this page could not be loaded.',
  payable: {
    title: 'Ready to pay',
    text: 'The shop has not started this payment yet.',
  },
  processing: {
    title: 'Processing your payment',
    text: 'This can take a moment. You do not have to pay again.',
  },
  /** Of a status that nobody knows. */
  unclear: {
    title: 'Checking your payment',
    text: 'We do not know yet whether it went through. Please ask the shop before you pay again.',
  },
  succeeded: { title: 'Payment complete', text: 'Thank you. Your payment has been received.' },
  authorized: {
    title: 'Payment authorized',
    text: 'The amount is reserved. The shop will charge it later.',
  },
  canceled: {
    title: 'Payment canceled',
    text: 'This payment was canceled. Nothing more to do here.',
    // By the gateway itself: after too many attempts, or when its time was over.
    automatic: 'The payment service has closed this payment. Please start again in the shop.',
  },
  unavailable: {
    title: 'Payment unavailable',
    unreachable: 'The payment service cannot be reached. We keep trying.',
    invalid:
      'This payment cannot be shown here. If you have already paid, do not pay again, and ask the shop.',
  },

  qr: {
    title: (name: string) => (name ? `Pay with ${name}` : 'Scan to pay'),
    label: (name: string, amount: string) =>
      `QR code to pay${amount && ` ${amount}`}${name && ` with ${name}`}`,
    open: (name: string) => `Open ${name || 'your bank’s app'} on your phone`,
    scan: 'Scan this code',
    save: 'Save this code, or take a screenshot',
    hold: 'Press and hold the code to save it',
    choose: (name: string) => `Open ${name || 'your bank’s app'} and scan it from your photos`,
    confirm: (amount: string) => `Confirm the payment${amount && ` of ${amount}`}`,
    waiting: 'Waiting for your payment…',
  },
  leaving: (name: string) => `Taking you to ${name || 'your bank'}…`,
  go: (name: string) => `Continue to ${name || 'your bank'}`,
};

/** The texts of the form as it is at first. The script tag loads them with its views. */
export const formMessages = {
  failed: {
    title: 'Payment failed',
    other: 'The payment did not go through.',
  },
  pay: {
    title: 'How would you like to pay?',
    none: 'This payment cannot be made on this page. Please go back to the shop.',
    now: (amount: string) => (amount ? `Pay ${amount}` : 'Pay now'),
    code: 'Show QR code',
    voucher: 'Get the voucher',
    transfer: 'Show the bank details',
    busy: 'One moment…',
    another: 'Another way to pay',
    back: 'Back to your payment',
    confirm: 'Confirm your payment',
    ending: (name: string, digits: string) => `${name} ending in ${digits}`,
    card: 'Card',
    bankTransfer: 'Bank transfer',
    optional: (label: string) => `${label} (optional)`,
    choose: 'Please choose',
    anyBank: 'Choose on the next page',
    refused: 'This was not accepted. Check what you have entered, or pay another way.',
    unanswered: 'The payment service did not answer. Please try again.',
    changed: 'The amount has changed meanwhile. Please look at it, and pay if you agree.',
    fields: {
      name: 'Full name',
      email: 'Email',
      phone: 'Mobile number',
      taxId: 'CPF or CNPJ',
      bank: 'Bank',
      code: 'Code from your bank’s app',
      line1: 'Street and number',
      city: 'City',
      state: 'State',
      postalCode: 'Postal code',
      country: 'Country',
      /** A mobile phone's operator who moves the money (M-Pesa, MTN). */
      provider: 'Mobile money provider',
      app: 'App to pay with',
    },
    /** Where a payment method is saved to be charged later; `shop` is its name, or ''. */
    agree: (shop: string) =>
      `You allow ${shop || 'the shop'} to charge this payment method for later payments.`,
  },
};

/** The texts of all other steps, and what the form says later. The script tag loads them with their views. */
export const stepMessages = {
  /** What went wrong, in the words of the customer's side; nothing that an issuer keeps to itself. */
  failed: {
    declined: 'Your bank declined the payment. You have not been charged.',
    funds: 'There was not enough money for this payment. You have not been charged.',
    limit: 'A limit of your card or account was reached. You have not been charged.',
    authentication: 'Your bank could not confirm that it was you. You have not been charged.',
    canceled: 'The payment was canceled before it was made. You have not been charged.',
    expired: 'The time to pay ran out. You have not been charged.',
    busy: 'Your bank could not process the payment just now. Try again in a few minutes.',
    unsupported: 'This payment cannot be made with that card or account. Please pay another way.',
    expiredCard: 'This card has expired. Please use another one.',
    number: 'The card number is not correct. Please check it.',
    expiry: 'The expiry date is not correct. Please check it.',
    securityCode: 'The security code is not correct. Please check it.',
    address: 'The billing address does not match the card. Please check it.',
    code: 'Your bank did not accept the code. Get a new one in its app and try again.',
    account: 'Your bank did not accept this account. Please check its details or pay another way.',
  },
  pay: {
    /** What is asked for where a value is missing or cannot be right. */
    wrong: {
      name: 'Enter your first and last name.',
      email: 'Enter your email address, like name@example.com.',
      phone: 'Enter your mobile number with its country code, like +351 912 345 678.',
      taxId: 'Enter a valid CPF (11 digits) or CNPJ (14 characters).',
      bank: 'Choose your bank.',
      code: 'Enter the 6 digits that your bank’s app shows.',
      line1: 'Enter your street and house number.',
      city: 'Enter your city.',
      state: 'Enter your state.',
      postalCode: 'Enter your postal code.',
      country: 'Choose your country.',
      provider: 'Choose your provider.',
      app: 'Choose the app to pay with.',
    },
  },
  /** A debit or the like, whose money takes days: all is done here. */
  delayed: {
    title: 'All done here',
    text: 'Your bank now needs a few days to make the payment. You may close this page: the shop will know.',
  },
  iHavePaid: 'I have paid',
  expiresIn: (time: string) => `Expires in ${time}`,
  expiresOn: (date: string) => `Valid until ${date}`,
  copy: (what: string) => `Copy ${what}`,
  copied: 'Copied',
  copyFailed: 'Select the text to copy it',
  shareDetails: 'Share the details',
  copyDetails: 'Copy all details',

  expired: {
    title: 'This code has expired',
    newCode: 'Get a new code',
    renew: 'If you have just paid, check again. Otherwise get a new code.',
    goBack: 'If you have just paid, check again. Otherwise go back to the shop and start again.',
    /** Where only the clock of the customer's device calls it expired. */
    appSays: 'If your app says that this code has expired, get a new one.',
  },
  redirect: {
    title: (name: string) => (name ? `Pay with ${name}` : 'Continue to pay'),
    text: (name: string) =>
      `You will finish the payment with ${name || 'your bank'} and then come back here.`,
    popup: 'Finish the payment in the window that has opened.',
    again: 'Open the window again',
    refused: 'The shop could not prepare this step. Please try again.',
  },
  /** The shop is in a frame of another page, which does not let the customer leave. */
  framed: {
    title: 'Still here?',
    text: 'The page around this shop may not let you leave it. Continue in a new tab.',
    tab: 'Open in a new tab',
    noTab: 'No new tab either? Copy the address and open it in your browser.',
    copy: 'Copy the address',
  },
  picture: {
    save: 'Save the code',
    share: 'Share the code',
    copy: 'Copy the code as text',
    hosted: 'Open the code on its own page',
    unreadable: 'The code cannot be shown here. Please go back to the shop and pay another way.',
  },
  app: {
    title: (name: string) => `Pay with ${name || 'an app'}`,
    text: (name: string) =>
      `Confirm the payment in ${name || 'your wallet app'}, then come back here.`,
    open: (name: string) => `Open ${name || 'your wallet app'}`,
    page: 'Continue in the browser',
    direct: 'Open the app directly',
    scan: (name: string) =>
      `Scan this code with your phone’s camera to go on in ${name || 'your wallet app'}.`,
    label: (name: string) => `QR code that opens ${name || 'your wallet app'} on your phone`,
    phone: (name: string) =>
      `This payment can only be made in ${name || 'a wallet app'} on a phone. Open this page there to go on.`,
    stuck: 'Did the app open?',
    choose: 'Choose your app',
    other: 'Another app',
    missing: (name: string) => `If not, ${name || 'the app'} may not be on this phone.`,
    back: (name: string) =>
      `Have you paid in ${name || 'your wallet app'}? We are looking for your payment.`,
    again: 'Pay again',
    refused: (name: string) => `${name} cannot be used inside this app.`,
    browser: 'Open this page in your browser: tap the menu (⋯ or ⋮), then “Open in browser”.',
    address: 'Copy the address of this page',
  },
  wechat: {
    text: 'Confirm the payment in WeChat.',
    opening: 'Opening WeChat Pay…',
    pay: 'Pay with WeChat Pay',
    canceled: 'WeChat Pay was closed before the payment was made.',
    failed: 'WeChat Pay could not be opened.',
    refused: 'This payment cannot be made inside WeChat.',
    outside: 'This payment can only be made inside WeChat. Open this page there to go on.',
  },
  voucher: {
    title: (name: string) => `Pay with ${name}`,
    where: {
      oxxo: 'Show the voucher at any OXXO store and pay in cash.',
      boleto: 'Pay the boleto in your bank’s app, or at a bank or lottery outlet.',
      konbini: 'Pay at one of these stores with its codes.',
      multibanco: 'Pay at a Multibanco machine or in your bank’s app.',
    },
    payBy: (date: string) => `Pay by ${date}`,
    open: 'Open the voucher',
    pdf: 'Download as PDF',
    barcode: (number: string) => `Barcode with the number ${number}`,
    print: 'Print',
    waiting: 'Awaiting your payment. You may close this page: the shop will know.',
    expired: 'The time to pay has run out',
    expiredText:
      'If you have already paid, there is nothing more to do: the confirmation may take some days.',
  },
  transfer: {
    title: 'Pay by bank transfer',
    text: 'Make a transfer at your bank with these details.',
    /** A part of the transfer is there. */
    part: (received: string, amount: string, rest: string) =>
      `${received} of ${amount} has arrived. Please transfer the remaining ${rest} with these details.`,
    still: (received: string) => `Nothing beyond ${received} has arrived yet. We keep looking.`,
    amount: 'Still to pay',
    reference: 'Include the reference in the transfer, so that your payment is found.',
    open: 'Open the instructions',
    scan: 'Scan with your bank’s app',
    label: (amount: string) => `QR code for a transfer${amount && ` of ${amount}`}`,
    waiting: 'Awaiting your transfer. It may take some days, and you may close this page.',
  },
  /** What a group of details is called, where it is no chain of stores. */
  accounts: {
    iban: 'SEPA transfer',
    sort_code: 'UK bank transfer',
    aba: 'US transfer (ACH or wire)',
    swift: 'International transfer (SWIFT)',
    zengin: 'Japanese bank transfer',
    spei: 'SPEI transfer',
  } as Readonly<Record<string, string>>,
  details: {
    number: 'Number',
    entity: 'Entity',
    reference: 'Reference',
    payment_code: 'Payment code',
    confirmation_number: 'Confirmation number',
    iban: 'IBAN',
    bic: 'BIC',
    clabe: 'CLABE',
    sort_code: 'Sort code',
    routing_number: 'Routing number',
    swift_code: 'SWIFT code',
    account_number: 'Account number',
    account_type: 'Account type',
    bank_code: 'Bank code',
    bank_name: 'Bank',
    branch_code: 'Branch code',
    branch_name: 'Branch',
    account_holder_name: 'Account holder',
    account_holder_address: 'Holder’s address',
    bank_address: 'Bank’s address',
    country: 'Country',
  },
  /** The gateway's words for kinds of accounts; the last two are what a Japanese bank's form says. */
  accountTypes: {
    checking: 'Checking',
    savings: 'Savings',
    futsu: 'Ordinary (普通)',
    toza: 'Current (当座)',
  } as Readonly<Record<string, string>>,
  await: {
    approval: 'Approve the payment',
    approve: (name: string) =>
      `Open ${name ? `your ${name} app` : 'your bank’s app'} on your phone and approve the payment.`,
    silent: 'No message there? Open the app yourself: the payment waits in it.',
    asked: 'Your bank sends you a message about this payment. Follow it to approve.',
    approveBy: (date: string) => `Approve it before ${date}.`,
    notice: 'Your bank will let you know',
    charged: (date: string) =>
      `The payment will be taken ${date ? `on ${date}` : 'in a day or two'}. There is nothing more to do.`,
    deposits: 'Verify your bank account',
    amounts: (date: string) =>
      `Two small amounts will arrive in your account ${date ? `by ${date}` : 'in a day or two'}. Enter them to finish the payment.`,
    code: (date: string) =>
      `A small amount will arrive in your account ${date ? `by ${date}` : 'in a day or two'}. Its description has a code that begins with SM. Enter it to finish the payment.`,
    enterAmounts: 'Enter the amounts',
    enterCode: 'Enter the code',
    expired: 'The time to approve has run out',
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
    trouble: 'Trouble with this page?',
    silent: 'Your bank’s page is not responding.',
    ownPage: 'Continue on the bank’s page',
  },
  sdk: {
    title: 'One more step',
    text: 'The shop continues this payment for you. Please keep this page open.',
    unhandled: 'This step cannot be shown here. Please go back to the shop and pay another way.',
  },
  unsupported: {
    title: 'This step cannot be shown',
    text: 'The payment needs a step that this page does not know. If you have already paid, this page will tell you. Otherwise please pay another way.',
  },
};

/**
 * In place of the texts of the same names, where a payment method is saved for later and nothing is
 * paid now (a SetupIntent). The script tag loads them with its form.
 */
export const formSetupMessages = {
  payment: 'Payment method',
  notYet: 'Nothing has come in yet. We keep looking.',
  paused: 'We stopped checking.',
  loading: 'Loading…',
  payable: { title: 'Ready to save', text: 'The shop has not started this yet.' },
  processing: {
    title: 'Saving your payment method',
    text: 'This can take a moment. You do not have to do it again.',
  },
  unclear: {
    title: 'Checking your payment method',
    text: 'We do not know yet whether it was saved. Please ask the shop before you try again.',
  },
  succeeded: {
    title: 'Saved',
    text: 'Your payment method has been saved. You have not been charged.',
  },
  canceled: {
    title: 'Canceled',
    text: 'No payment method was saved. Nothing more to do here.',
    automatic: 'The payment service has closed this. Please start again in the shop.',
  },
  unavailable: {
    title: 'Not available',
    unreachable: 'The payment service cannot be reached. We keep trying.',
    invalid: 'This cannot be shown here. Please ask the shop.',
  },
  qr: {
    title: (name: string) => (name ? `Save ${name}` : 'Scan to continue'),
    label: () => 'QR code to save your payment method',
    confirm: () => 'Confirm there',
    waiting: 'Waiting for your confirmation…',
  },
  failed: {
    title: 'Not saved',
    other: 'Your payment method could not be saved.',
    declined: 'Your bank declined it. You have not been charged.',
    funds: 'Your bank declined it. You have not been charged.',
    canceled: 'This was canceled before it was finished. You have not been charged.',
    expired: 'The time to confirm ran out. You have not been charged.',
    busy: 'Your bank could not do this just now. Try again in a few minutes.',
    unsupported: 'That card or account cannot be saved. Please choose another one.',
    account: 'Your bank did not accept this account. Please check its details or choose another.',
  },
  pay: {
    title: 'Which payment method should be saved?',
    none: 'No payment method can be saved on this page. Please go back to the shop.',
    now: () => 'Save',
    another: 'Another payment method',
    back: 'Go back',
    confirm: 'Save your payment method',
    refused: 'This was not accepted. Check what you have entered, or choose another way.',
    fields: { app: 'App to confirm with' },
    wrong: { app: 'Choose the app to confirm with.' },
  },
};

/** The same for all other steps. */
export const stepSetupMessages = {
  expired: {
    renew: 'If you have just confirmed, check again. Otherwise get a new code.',
    goBack:
      'If you have just confirmed, check again. Otherwise go back to the shop and start again.',
  },
  iHavePaid: 'I have confirmed',
  delayed: {
    title: 'All done here',
    text: 'Your bank now needs a few days to confirm your account. You may close this page: the shop will know.',
  },
  picture: {
    unreadable: 'The code cannot be shown here. Please go back to the shop and choose another way.',
  },
  redirect: {
    title: (name: string) => (name ? `Continue with ${name}` : 'Continue'),
    text: (name: string) => `You will confirm with ${name || 'your bank'} and then come back here.`,
    popup: 'Finish in the window that has opened.',
  },
  app: {
    title: (name: string) => `Continue in ${name || 'an app'}`,
    text: (name: string) => `Confirm in ${name || 'your wallet app'}, then come back here.`,
    phone: (name: string) =>
      `This can only be done in ${name || 'a wallet app'} on a phone. Open this page there to go on.`,
    back: (name: string) =>
      `Have you confirmed in ${name || 'your wallet app'}? We are looking for it.`,
    again: 'Try again',
  },
  await: {
    approval: 'Confirm on your phone',
    approve: (name: string) =>
      `Open ${name ? `your ${name} app` : 'your bank’s app'} on your phone and confirm there.`,
    silent: 'No message there? Open the app yourself: the request waits in it.',
    asked: 'Your bank sends you a message about this. Follow it to confirm.',
    approveBy: (date: string) => `Confirm before ${date}.`,
    amounts: (date: string) =>
      `Two small amounts will arrive in your account ${date ? `by ${date}` : 'in a day or two'}. Enter them to save the account.`,
    code: (date: string) =>
      `A small amount will arrive in your account ${date ? `by ${date}` : 'in a day or two'}. Its description has a code that begins with SM. Enter it to save the account.`,
    expired: 'The time to confirm has run out',
  },
  challenge: {
    dismissed: 'Nothing is saved yet. Your bank still has to confirm that it is you.',
  },
  sdk: {
    text: 'The shop continues this for you. Please keep this page open.',
    unhandled: 'This step cannot be shown here. Please go back to the shop and choose another way.',
  },
  unsupported: {
    text: 'Saving needs a step that this page does not know. If you have already confirmed, this page will tell you. Otherwise please choose another way.',
  },
};

// PURE, so that a bundler sees that leaving it out changes nothing.
/** Every English text; its names are those of all languages. */
export const en = /* @__PURE__ */ (() => ({
  ...firstMessages,
  ...formMessages,
  ...stepMessages,
  setup: { ...formSetupMessages, ...stepSetupMessages },
  failed: { ...formMessages.failed, ...stepMessages.failed },
  pay: { ...formMessages.pay, ...stepMessages.pay },
}))();

/** All texts of one language. */
export type Messages = typeof en;

/** Single texts in place of a language's own. */
export type MessageOverrides = Overrides<Messages>;

type Overrides<T> = {
  readonly [Key in keyof T]?: T[Key] extends (...args: never[]) => unknown
    ? T[Key]
    : T[Key] extends object
      ? Overrides<T[Key]>
      : T[Key];
};
