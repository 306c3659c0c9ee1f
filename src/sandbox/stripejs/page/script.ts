/** Where the script was loaded from, which says where the sandbox is. */
export interface Script {
  /** The sandbox's URL, without a slash at its end. */
  readonly base: string;
  /** The version by the path, as `loadStripe` compares it: 3 for `/v3/`, a name for `/endive/stripe.js`. */
  readonly version: number | string;
}

const PATH = /\/(v3|[a-z]+)(?:\/(?:stripe\.js)?)?$/;

/** The sandbox's usual place, for a script that another address was made to answer with. */
const USUAL = 'http://localhost:4242';

function urlOf(script: unknown): URL | null {
  const src = (script as { src?: unknown } | null)?.src;
  return typeof src === 'string' && URL.canParse(src) ? new URL(src) : null;
}

/** The sandbox that a page names, where the script's address is not its own. */
function namedBase({ paystepSandbox }: { paystepSandbox?: unknown }): string {
  return typeof paystepSandbox === 'string' ? paystepSandbox.replace(/\/$/, '') : USUAL;
}

/**
 * The sandbox, by the address of the script. Where a browser test answers `https://js.stripe.com`
 * with this file, or evaluates it, `window.paystepSandbox` names the sandbox.
 */
export function scriptOf(script: unknown, page: object): Script {
  const url = urlOf(script);
  const [path = '', name = 'v3'] = PATH.exec(url?.pathname ?? '') ?? [];
  const version = name === 'v3' ? 3 : name;
  const isElsewhere = url === null || url.hostname === 'js.stripe.com' || path === '';
  if (isElsewhere) return { base: namedBase(page), version };
  return { base: url.origin + url.pathname.slice(0, -path.length), version };
}
