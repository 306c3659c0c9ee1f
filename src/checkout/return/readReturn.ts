import { intentIdOf } from '../../intent/index.ts';

/** What a gateway put into the URL of the return page. */
export interface ReturnParams {
  /** The PaymentIntent or SetupIntent that the URL names; null for none, or for more than one. */
  readonly intentId: string | null;
  /** Only where it belongs to the intent that the URL names. */
  readonly clientSecret: string | null;
  /** Stripe Connect: the account that your return URL names by `?account=acct_…`; Stripe adds none. */
  readonly account: string | null;
  /** The gateway's `redirect_status`: a hint at most, never an outcome. */
  readonly redirectStatus: string | null;
  /** The same URL without a secret, for `history.replaceState`; the rest is as it was, to the letter. */
  readonly cleanUrl: string;
  /** The same without anything of the gateway's: the return URL of another attempt. */
  readonly bareUrl: string;
}

/** A parameter of the query or of the fragment, which some apps keep their route and query in. */
interface Param {
  /** The `?`, `&` or `#` before it. */
  readonly mark: string;
  readonly raw: string;
  readonly name: string;
  readonly value: string;
}

/** Stripe's names of a PaymentIntent's id and of a SetupIntent's (https://docs.stripe.com/api/setup_intents/confirm). */
const ID_NAME = /^(payment|setup)_intent$/;

/**
 * `payment_intent_client_secret`, `setup_intent_client_secret`, the `client_secret` of Stripe's
 * Sources, and what other gateways make of them.
 */
const SECRET_NAME = /^\w*client_?secret$/;

/** A client secret of a PaymentIntent, a SetupIntent or a Source, wherever it stands in a text. */
const SECRETS = /(?:pi|seti|src)_[\w-]{0,255}secret_[\w-]+/gi;

/** What gateways add beside a secret; the last two are from the time of Stripe's Sources. */
const GATEWAY_NAMES = [
  'payment_intent',
  'setup_intent',
  'redirect_status',
  'source_type',
  'source_redirect_slug',
];

/**
 * Reads the URL of a return page, its query and what comes behind its `#`. Pure: give it
 * `location.href`, then put `cleanUrl` there. A secret of another intent than the one that
 * `payment_intent` or `setup_intent` names is taken out and not used.
 *
 * @param intentId the id that a client secret opens, of a `Dialect` of your own; by default Stripe's form.
 *
 * @example
 * ```ts
 * const { clientSecret, cleanUrl } = readReturn(location.href);
 * history.replaceState(history.state, '', cleanUrl);
 * ```
 */
export function readReturn(
  url: string | URL,
  intentId: (clientSecret: string) => string | null = intentIdOf,
): ReturnParams {
  const href = String(url);
  const [path = ''] = /^[^?&#]*/.exec(href) ?? [];
  const params = (href.slice(path.length).match(/[?&#][^?&#]*/g) ?? []).map(paramOf);
  const valuesOf = (isNamed: (name: string) => boolean) =>
    params.filter(({ name, value }) => value && isNamed(name)).map(({ value }) => value);

  const named = new Set(valuesOf((name) => ID_NAME.test(name)));
  const secrets = valuesOf((name) => SECRET_NAME.test(name)).filter((value) => {
    const id = intentId(value);
    return id && [...named].every((each) => each === id);
  });
  const ids = named.size > 0 ? named : new Set(secrets.map(intentId));
  const [id = null] = ids.size === 1 ? ids : [];
  return {
    intentId: id,
    clientSecret: (id && secrets[0]) ?? null,
    account: valuesOf((name) => name === 'account').find((id) => /^acct_\w+$/.test(id)) ?? null,
    redirectStatus: valuesOf((name) => name === 'redirect_status')[0] ?? null,
    cleanUrl: path + joined(params, withoutSecret),
    bareUrl: path + joined(params, bare),
  };
}

/** What stays of the parameters, behind the marks that they had; the first one left takes a lost `?` or `#`. */
function joined(params: readonly Param[], stays: (param: Param) => string | null): string {
  let text = '';
  let lost = '';
  for (const param of params) {
    const { mark } = param;
    const raw = stays(param);
    if (raw === null) {
      if (mark !== '&' && lost !== '#') lost = mark;
      continue;
    }
    if (mark === '&') text += lost || mark;
    else text += lost === '#' && mark === '?' ? '#?' : mark;
    text += raw;
    lost = '';
  }
  return text;
}

function paramOf(token: string): Param {
  const raw = token.slice(1);
  const [name = '', ...value] = raw.split('=');
  return {
    mark: token.charAt(0),
    raw,
    // No gateway has two names that differ in this alone; frameworks change it.
    name: decoded(name).toLowerCase(),
    value: decoded(value.join('=')),
  };
}

/** Letters, digits and the marks of a secret are ASCII; what else is encoded does not matter here. */
function decoded(text: string): string {
  return text.replace(/%([0-7][\da-f])/gi, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** What may stay of a parameter, or null. A route of the shop's own behind `#` is no parameter. */
function withoutSecret({ name, value, raw }: Param): string | null {
  if (value && SECRET_NAME.test(name)) return null;
  if (!hasSecret(raw)) return raw;
  // In a URL within the URL, say, of which the rest is of use.
  const rest = raw.replace(SECRETS, '');
  return hasSecret(rest) ? null : rest;
}

function bare(param: Param): string | null {
  const isGateways = GATEWAY_NAMES.includes(param.name) && param.raw.includes('=');
  return isGateways ? null : withoutSecret(param);
}

/** Encoded more than once, where one URL has travelled in another. */
const DEPTH = 4;

function hasSecret(raw: string): boolean {
  let text = raw;
  for (let depth = 0; depth < DEPTH; depth += 1) text = decoded(text);
  return text.includes('=') && text.search(SECRETS) >= 0;
}
