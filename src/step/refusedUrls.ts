import type { NextAction } from '../intent/index.ts';
import { webUrl } from './url.ts';

/** What URLs are called in the payloads of next actions. */
const NAME = /^\w*(url|pdf|stripe_js)\w*$/i;

/**
 * Why the URLs of a next action are not opened, for the console: of each its name, its scheme or
 * its origin, and the cure; '' where none is refused. Never a path or a query, which may hold a secret.
 */
export function refusedUrlsIn({ payload }: NextAction): string {
  return urlsIn(payload)
    .filter(([, url]) => webUrl(url) === null)
    .map(([name, url]) => `Its "${name}" ${reasonFor(url)}`)
    .join(' ');
}

function urlsIn(found: unknown, name = ''): [name: string, url: string][] {
  if (typeof found === 'string') return NAME.test(name) && found ? [[name, found]] : [];
  if (typeof found !== 'object' || found === null) return [];
  return Object.entries(found).flatMap(([key, item]) => urlsIn(item, key));
}

function reasonFor(url: string): string {
  const { protocol, origin, username, password } = partsOf(url);
  if (!protocol) return 'is no whole URL.';
  if (username || password) {
    return 'has a user name or a password before its host, and such a URL is not opened.';
  }
  if (protocol === 'http:') {
    return `is at ${origin}: over http: only localhost is opened. Use https: (a tunnel to your machine has it), or localhost.`;
  }
  return `begins with "${protocol}", which this step does not open here. Handle it in onSdkAction.`;
}

function partsOf(url: string): Partial<URL> {
  try {
    return new URL(url);
  } catch {
    return {};
  }
}
