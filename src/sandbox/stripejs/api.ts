import { isRecord } from '../../intent/index.ts';
import type { JsonObject } from '../base/json.ts';
import { encodeForm } from './form.ts';

/** Who calls, and where the sandbox is. */
export interface ApiAccess {
  /** The sandbox's URL, without a slash at its end. */
  readonly base: string;
  readonly publishableKey: string;
  /** The connected account of a direct charge. */
  readonly account: string | null;
  /** The API version that the page asks for. */
  readonly version: string | null;
}

/** An error object of Stripe's: `type`, `code`, `message`, and what it is about. */
export type ApiError = JsonObject & { readonly type: string; readonly message: string };

export type ApiAnswer =
  | { readonly ok: true; readonly body: JsonObject }
  | { readonly ok: false; readonly error: ApiError };

export const failed = (error: ApiError): ApiAnswer => ({ ok: false, error });

const UNREACHABLE: ApiError = {
  type: 'api_connection_error',
  message: 'The sandbox cannot be reached. Is it still running?',
};

const UNREADABLE: ApiError = {
  type: 'api_error',
  message: 'The sandbox has answered with something that is no JSON.',
};

const isError = (value: unknown): value is ApiError =>
  isRecord(value) && typeof value.type === 'string';

function answerOf(status: number, body: unknown): ApiAnswer {
  if (!isRecord(body)) return failed(UNREADABLE);
  if (status < 400) return { ok: true, body };
  return failed(isError(body.error) ? body.error : UNREADABLE);
}

/** The key and what else Stripe's script sends as parameters, since headers cost a preflight. */
const accessParams = ({ account, publishableKey, version }: ApiAccess): JsonObject => ({
  key: publishableKey,
  _stripe_account: account,
  _stripe_version: version,
});

/**
 * Calls the sandbox's API with the publishable key. It never rejects.
 *
 * @param path under `/v1/`
 */
export async function callApi(
  access: ApiAccess,
  method: 'GET' | 'POST',
  path: string,
  params: JsonObject,
): Promise<ApiAnswer> {
  const form = encodeForm({ ...params, ...accessParams(access) });
  const url = `${access.base}/v1/${path}`;
  try {
    const response = await (method === 'GET'
      ? fetch(`${url}?${form}`)
      : fetch(url, { method, body: form }));
    return answerOf(response.status, await response.json().catch(() => null));
  } catch {
    return failed(UNREACHABLE);
  }
}
