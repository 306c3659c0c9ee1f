import { warnOnce } from '../gateway/warnOnce.ts';
import { hasOwn } from '../intent/index.ts';
import { LOOPBACK } from '../step/url.ts';
import { type OptionCheckInput, SECRET_WAIT_MS, type UnknownName } from './optionCheckInput.ts';

/** Gives a line for the console for each mistake of its kind: what is wrong, and the cure. Pure. */
export type Check = (facts: OptionCheckInput) => readonly string[];

/** The names of options, and what else they are called by those who know another library's. */
const NAMES: Readonly<Record<string, string>> = {
  gateway: 'provider psp',
  publishableKey: 'pk key apikey publickey stripekey',
  account: 'acct stripeaccount connectedaccount connectaccount accountid stripeaccountid',
  clientSecret:
    'secret intent paymentintent paymentintentclientsecret intentsecret setupintent setupintentclientsecret',
  apiBase: 'api base baseurl apiurl apihost host endpoint',
  returnUrl: 'return successurl redirecturl redirecturi callbackurl returnto returnuri',
  redirect: 'redirectmode',
  locale: 'language',
  theme: 'appearance colorscheme',
  merchantName: 'merchant shop shopname',
  initialIntent: 'initial',
  updatesUrl: 'updates hints hint hintsurl sse stream',
  paymentMethodTypes: 'methods paymentmethods types',
  setupFutureUsage: 'futureusage saveforlater',
  consent: 'consenttext',
  assetsBase: 'assets assetsurl assetbase publicpath',
  messages: 'texts translations',
  customer: 'billingdetails',
  createPaymentMethod: 'createpm',
  cardFields: 'cardelement',
  retrieve: 'retrievepaymentintent',
  confirm: 'confirmpayment confirmpaymentintent',
  beforeRedirect: 'onbeforeredirect onredirect',
  onChange: 'onstatechange onupdate onstatus',
  onSuccess: 'oncomplete oncompleted onfinish ondone onpaid onpayment onsucceeded',
  onFailure: 'onfail onfailed oncancel ondeclined',
  onError: 'onexception',
  onRetry: 'onrefresh onrenew',
  onSdkAction: 'ondelegate onaction onnextaction',
  queryClient: 'client',
  device: '',
  fetch: '',
  icon: 'icons',
  className: '',
};

/** Callbacks and functions, which attributes cannot hold. */
const FUNCTIONS =
  /^(on[A-Z]\w*|beforeRedirect|createPaymentMethod|customer|messages|retrieve|confirm)$/;

const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');

const KNOWN: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([name, others]) =>
    [plain(name), ...others.split(' ').filter(Boolean)].map((known) => [known, name] as const),
  ),
);

/** The one of these options that somebody has meant; null where the name may be another's. */
export function closestOption(name: string, options: readonly string[]): string | null {
  const word = plain(name);
  const known = KNOWN.get(word);
  if (known && options.includes(known)) return known;
  const words = [...KNOWN].filter(([, option]) => options.includes(option)).map(([known]) => known);
  return KNOWN.get(closestWord(word, words) ?? '') ?? null;
}

/** The one of these words that somebody has mistyped. */
export function closestWord(word: string, among: readonly string[]): string | null {
  const typed = plain(word);
  const reach = typed.length > 6 ? 2 : typed.length > 4 ? 1 : 0;
  const isNear = (one: string) =>
    Math.abs(one.length - typed.length) <= reach && distance(one, typed) <= reach;
  return among.find((one) => isNear(plain(one))) ?? null;
}

/** How many letters have to be added, left out, changed, or changed with the next one. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const at = (line: readonly number[], k: number) => line[k] ?? 0;
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const changed = at(row, j - 1) + (isSame ? 0 : 1);
      const swapped = isSwapped ? at(before, j - 2) + 1 : changed;
      next[j] = Math.min(at(row, j) + 1, at(next, j - 1) + 1, changed, swapped);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The name as this way in has it: `client-secret`, or `clientSecret`. */
export function nameOf(option: string, { isElement }: Pick<OptionCheckInput, 'isElement'>): string {
  if (!isElement || FUNCTIONS.test(option)) return option;
  return option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** What may be shown of a value: never what could be a key, a secret, or a customer's. */
export function safeValue(value: unknown): string {
  if (typeof value === 'object' || typeof value === 'function') return `of type ${typeof value}`;
  const text = String(value);
  const isPlain = /^[\w .,:/-]{1,40}$/.test(text);
  return isPlain && !/_secret_|[prs]k_|\d{6}/i.test(text) ? `"${text}"` : 'its value';
}

/** The gateways' own hosts, and which keys belong there. */
const HOSTS: Readonly<Record<string, { readonly name: string; readonly key: RegExp }>> = {
  'api.stripe.com': { name: 'stripe', key: /^pk_/ },
  'api.wooshpay.com': { name: 'wooshpay', key: /^pk_live_/ },
  'apitest.wooshpay.com': { name: 'wooshpay', key: /^pk_test_/ },
};

function partsOf(url: string): { readonly host: string; readonly path: string } {
  try {
    const { hostname, pathname } = new URL(url);
    return { host: hostname, path: pathname };
  } catch {
    // A path on the page's own host.
    return { host: '', path: url };
  }
}

const BASE_URL: Check = (facts) => {
  const { gateway } = facts;
  const { host, path } = partsOf(gateway.baseUrl);
  const base = nameOf('apiBase', facts);
  const known = hasOwn(HOSTS, host) ? HOSTS[host] : undefined;
  const [, inPath] = /\/(stripe|wooshpay)$/.exec(path) ?? [];
  const name = known?.name ?? inPath;
  if (name && name !== gateway.name) {
    return [
      `gateway is ${safeValue(gateway.name)}, and ${base} is ${name}'s address: ${safeValue(host + path)}. Make them agree.`,
    ];
  }
  if (known && gateway.publishableKey && !known.key.test(gateway.publishableKey)) {
    return [
      `the publishable key's mode is not that of ${host}. Keys that begin with pk_test_ belong to apitest.wooshpay.com, pk_live_ to api.wooshpay.com; leave ${base} out, and it goes by the key.`,
    ];
  }
  if (LOOPBACK.test(host) && /^pk_live_/.test(gateway.publishableKey)) {
    return [
      `a live key is given to ${host}. A sandbox takes pk_test_ keys alone; for real payments leave ${base} out.`,
    ];
  }
  return [];
};

const INSECURE: Check = ({ gateway }) =>
  gateway.publishableKey.startsWith('pk_live_') && globalThis.isSecureContext === false
    ? [
        'a live key is used on a page without https. Whoever is between can change what customers pay: serve the page by https.',
      ]
    : [];

const ACCOUNT: Check = ({ gateway, options: { account } }) => {
  if (!account) return [];
  if (gateway.name === 'wooshpay') {
    return [
      'account is given, and wooshpay has no connected accounts: it is not sent. Leave it out.',
    ];
  }
  if (gateway.account === account) return [];
  return [
    'account is given beside a gateway that was made without it, and is not sent. Give it to createGateway.',
  ];
};

const SECRET: Check = (facts) => {
  if (!facts.isWaiting || facts.options.clientSecret) return [];
  const how = facts.isElement
    ? 'as the attribute client-secret, or as the property clientSecret'
    : 'as clientSecret';
  return [
    `there has been no client secret for ${SECRET_WAIT_MS / 1000} seconds, so there is nothing to show. Give the client_secret of a PaymentIntent or SetupIntent, ${how}.`,
  ];
};

/** Names that are none in this version, and what to do in place of each. */
const UNSUPPORTED: Readonly<Record<string, (name: string, kind: string) => string>> = {
  callbacks: (name, kind) =>
    `there is no ${kind} ${name}. Each callback is an option of its own: onSuccess, onFailure, onError.`,
  reference: notYet,
  continueurl: notYet,
};

function notYet(name: string, kind: string): string {
  return `the ${kind} ${name} is not known to this version, and does nothing.`;
}

const UNKNOWN_NAMES: Check = (facts) =>
  facts.unknownNames.flatMap(({ name, kind }) => {
    const word = plain(name);
    const unsupported = hasOwn(UNSUPPORTED, word) ? UNSUPPORTED[word] : undefined;
    if (unsupported) return [unsupported(name, kind)];
    const option = closestOption(name, facts.names);
    const isShown = /^[\w-]{1,40}$/.test(name) && safeValue(name) !== 'its value';
    const other = { name: isShown ? name : 'of such a name', kind };
    if (option) return [cureOf(other, option, facts)];
    // Any other property may be somebody else's.
    if (kind !== 'property' || !/^on[A-Z]/.test(name)) return [];
    return [`there is no property ${other.name}: nobody calls it.`];
  });

function cureOf({ name, kind }: UnknownName, option: string, facts: OptionCheckInput): string {
  if (kind === 'attribute' && FUNCTIONS.test(option)) {
    return `the attribute ${name} does nothing. Set the property: element.${option} = ….`;
  }
  const right = kind === 'attribute' ? nameOf(option, facts) : option;
  return `there is no ${kind} ${name}. Did you mean ${right}?`;
}

/** What may be wrong with any checkout. */
export const CHECKS = {
  gateway: BASE_URL,
  insecure: INSECURE,
  account: ACCOUNT,
  secret: SECRET,
  names: UNKNOWN_NAMES,
} satisfies Record<string, Check>;

/** Says all that is wrong. */
export function warnOfOptions(
  facts: OptionCheckInput,
  checks: Readonly<Record<string, Check>> = CHECKS,
): void {
  for (const check of Object.values(checks))
    for (const line of linesOf(check, facts)) warnOnce(line);
}

/** What is so wrong that a check fails over it must not take the checkout off the page. */
function linesOf(check: Check, facts: OptionCheckInput): readonly string[] {
  try {
    return check(facts);
  } catch {
    return [];
  }
}

/** The names of an object's options that are none. */
export function unknownNamesIn(options: object, names: readonly string[]): UnknownName[] {
  return Object.keys(options)
    .filter((name) => !names.includes(name))
    .map((name) => ({ name, kind: 'option' }));
}
