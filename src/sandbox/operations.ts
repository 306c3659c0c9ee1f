import type { Caller } from './auth.ts';
import { confirm } from './confirm.ts';
import { create } from './create.ts';
import { problems } from './errors.ts';
import { after, type Hash, type Intent } from './intent.ts';
import { cancel } from './outcome.ts';
import { PARAMS, SERVER_ONLY, WOOSHPAY_ONLY } from './params.ts';
import { type Rules, readParams, unknownNames } from './readers.ts';
import type { Scene } from './world.ts';

/** A request, as an operation sees it. */
export interface ApiRequest {
  readonly scene: Scene;
  readonly caller: Caller;
  readonly raw: Hash;
  readonly id: string;
}

/** One operation of the API: where it lives, who may call it, and the intent that comes out. */
export interface Operation {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly rules: Rules;
  readonly publishable: boolean;
  run(request: ApiRequest): Intent;
}

const createOne = ({ raw, scene }: ApiRequest): Intent =>
  create(readParams(PARAMS.create, raw), scene);

/** The intent that a request names, if the caller may know of it. */
function find({ caller, id, raw, scene }: ApiRequest): Intent {
  const kept = scene.store.get(id);
  const intent = kept?.dialect === scene.dialect.name ? kept : undefined;
  if (caller.publishable) {
    if (raw.client_secret === undefined) throw problems.missing('client_secret');
    if (raw.client_secret !== intent?.clientSecret) throw problems.wrongClientSecret();
  }
  if (!intent) throw problems.noIntent(id);
  return intent;
}

function retrieve(request: ApiRequest): Intent {
  const intent = find(request);
  const given = request.raw.client_secret;
  if (given !== undefined && given !== intent.clientSecret) throw problems.wrongClientSecret();
  return intent;
}

function checkBrowser({ raw }: ApiRequest, intent: Intent): void {
  if (intent.confirmationMethod === 'manual') {
    throw problems.secretKeyRequired(' Its confirmation_method is manual.');
  }
  const forbidden = SERVER_ONLY.find((name) => raw[name] !== undefined);
  if (forbidden) throw problems.secretKeyRequired(` Only a server may send ${forbidden}.`);
}

function confirmOne(request: ApiRequest): Intent {
  const intent = find(request);
  if (request.caller.publishable) checkBrowser(request, intent);
  return confirm(intent, readParams(PARAMS.confirm, request.raw), request.scene);
}

function cancelOne(request: ApiRequest): Intent {
  const intent = find(request);
  const { cancellation_reason } = readParams(PARAMS.cancel, request.raw);
  const canceled = cancel(intent, cancellation_reason ?? null, request.scene);
  if (!canceled) throw problems.cannotCancel(intent.status);
  return canceled;
}

function capture(request: ApiRequest): Intent {
  const intent = find(request);
  const params = readParams(PARAMS.capture, request.raw);
  const amount = params.amount_to_capture ?? intent.amountCapturable;
  const metadata = { ...intent.metadata, ...params.metadata };
  const changes = { amountReceived: amount, amountCapturable: 0, metadata };
  const captured = after(intent, 'capture', changes);
  if (!captured) throw problems.cannotCapture(intent.status);
  if (amount < 1 || amount > intent.amountCapturable) {
    const message = `Invalid amount_to_capture: must be between 1 and the ${intent.amountCapturable} that can be captured.`;
    throw problems.invalid(message, 'amount_too_large', 'amount_to_capture');
  }
  return captured;
}

const ONE = '/payment_intents/:id';

/** The API, one row an operation. */
export const OPERATIONS: readonly Operation[] = [
  {
    method: 'POST',
    path: '/payment_intents',
    rules: PARAMS.create,
    publishable: false,
    run: createOne,
  },
  { method: 'GET', path: ONE, rules: PARAMS.retrieve, publishable: true, run: retrieve },
  {
    method: 'POST',
    path: `${ONE}/confirm`,
    rules: PARAMS.confirm,
    publishable: true,
    run: confirmOne,
  },
  {
    method: 'POST',
    path: `${ONE}/cancel`,
    rules: PARAMS.cancel,
    publishable: false,
    run: cancelOne,
  },
  {
    method: 'POST',
    path: `${ONE}/capture`,
    rules: PARAMS.capture,
    publishable: false,
    run: capture,
  },
];

/** Refuses what the caller may not call, and names that the gateway would not know. */
export function check({ publishable, rules }: Operation, { caller, raw, scene }: ApiRequest): void {
  if (caller.publishable && !publishable) throw problems.secretKeyRequired();
  if (!scene.dialect.strict) return;
  const foreign = WOOSHPAY_ONLY.filter((name) => raw[name] !== undefined);
  const unknown = [...unknownNames(rules, raw), ...foreign];
  if (unknown.length > 0) throw problems.unknown(unknown);
}
