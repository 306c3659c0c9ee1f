import { safeCause } from './answer.ts';
import type { Call } from './callGateway.ts';
import { GatewayError } from './gatewayError.ts';
import type { GatewayReader } from './gatewayReader.ts';
import { intentPath } from './send.ts';
import { warnOnce } from './warnOnce.ts';

const CAUSES =
  'Not running, offline, another path, CORS, CSP (connect-src), http: on an https: page, a blocker?';

/** URLs that have answered: what is lost later is the customer's connection. */
const reached = new Set<string>();

/**
 * Warns the developer at the first failure of a read; the customer is told when it has lasted. Browsers
 * keep from a page why a request has failed, so the line has the causes that there may be.
 */
export async function warnUnreachable<T>(
  { baseUrl, options }: Pick<GatewayReader, 'baseUrl' | 'options'>,
  { id, clientSecret }: Call,
  signal: AbortSignal,
  read: () => Promise<T>,
): Promise<T> {
  try {
    const answer = await read();
    reached.add(baseUrl);
    return answer;
  } catch (error) {
    if (error instanceof GatewayError) reached.add(baseUrl);
    else if (!signal.aborted && !reached.has(baseUrl)) {
      const where = options.retrieve ? 'by your retrieve()' : `at ${shownUrl(baseUrl, id)}`;
      warnOnce(
        `the gateway could not be reached ${where}. ${CAUSES} (${safeCause(error, clientSecret) ?? 'Error'})`,
      );
    }
    throw error;
  }
}

/** Without what a URL may hold for itself alone: a name and a password, a query. */
function shownUrl(baseUrl: string, id: string): string {
  const url = baseUrl + intentPath(id);
  return url.replace(/\/\/[^/]*@/, '//').replace(/[?#].*/, '');
}
