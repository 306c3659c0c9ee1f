import { hasOwn } from './hasOwn.ts';
import { isRecord, parseJson } from './json.ts';

/** What the customer has to do next, as the gateway sends it: a type and the fields under it. */
export interface NextAction {
  readonly type: string;
  /** Not yet checked: each row of the step table reads the fields it knows. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * Reads `next_action`. Gateways send it as an object, as a JSON string, as `""` for none, with every
 * sibling present but null, and (GCash at WooshPay) with a `type` that disagrees with the only key.
 */
export function parseNextAction(input: unknown): NextAction | null {
  const action = parseJson(input);
  if (!isRecord(action)) return null;
  const named = typeof action.type === 'string' ? action.type : '';
  const fields = hasOwn(action, named) ? parseJson(action[named]) : null;
  const found = isRecord(fields) ? { type: named, payload: fields } : onlyPayload(action);
  if (!found) return named ? { type: named, payload: {} } : null;
  // Its name before 2019-02-11 (docs.stripe.com/changelog/2019-02-11).
  return found.type === 'authorize_with_url' ? { ...found, type: 'redirect_to_url' } : found;
}

/** The one key that holds an object; it is what the gateway means where `type` names nothing. */
function onlyPayload(action: Record<string, unknown>): NextAction | null {
  const found = Object.entries(action).flatMap(([type, value]) => {
    const payload = parseJson(value);
    return isRecord(payload) ? [{ type, payload }] : [];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}
