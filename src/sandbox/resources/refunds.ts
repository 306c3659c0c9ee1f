import { problems } from '../errors/errors.ts';
import { saveRefund } from '../operations/balance.ts';
import { chargeById, paymentNamed } from '../operations/charges.ts';
import { createRefund, REFUND_PARAMS, refundById } from '../operations/refunds.ts';
import { presentRefund } from '../payment/presentRefund.ts';
import { cancelRefund, expireRefund, type Refund } from '../payment/refund.ts';
import { checkSize } from '../request/bounds.ts';
import { createdRange } from '../request/createdRange.ts';
import { PAGING, type Paging, pageOf } from '../request/page.ts';
import { mergeMetadata, metadata, type Read, readParams, text } from '../request/readers.ts';
import { isOwnedBy, type RequestContext } from '../world/context.ts';
import type { ResourceRequest, Route } from './resource.ts';

export const showRefund = (refund: Refund, { dialect }: RequestContext) =>
  presentRefund(refund, dialect);

function find({ path, context }: ResourceRequest): Refund {
  const { id = '' } = path;
  const refund = refundById(id, context);
  if (!refund) throw problems.noRefund(id);
  return refund;
}

/** A page of the refunds that are wanted, newest first. */
export function refundPage(
  paging: Paging,
  { context, url }: ResourceRequest,
  isWanted: (refund: Refund) => boolean,
): object {
  const refunds = context.store.refunds().filter(isOwnedBy(context)).filter(isWanted).reverse();
  return pageOf(refunds, paging, { url, show: (refund) => showRefund(refund, context) });
}

function create({ raw, context }: ResourceRequest): object {
  return showRefund(createRefund(readParams(REFUND_PARAMS, raw), context), context);
}

const LIST = {
  ...PAGING,
  charge: text,
  created: createdRange,
  payment_intent: text,
} as const;

function isWanted(params: Read<typeof LIST>, { dialect }: RequestContext) {
  const { charge, created, payment_intent: intent } = params;
  return (refund: Refund) =>
    (charge === undefined || refund.charge === charge) &&
    (created === undefined || created(dialect.time(refund.created))) &&
    (intent === undefined || refund.paymentIntent === intent);
}

function checkNamed(params: Read<typeof LIST>, context: RequestContext): void {
  const { charge, payment_intent: intent } = params;
  if (intent !== undefined) paymentNamed(intent, context);
  if (charge !== undefined && !chargeById(charge, context)) throw problems.noChargeToList(charge);
}

function list(request: ResourceRequest): object {
  const params = readParams(LIST, request.raw);
  checkNamed(params, request.context);
  return refundPage(params, request, isWanted(params, request.context));
}

export const REFUND_UPDATE = { metadata } as const;

export function updateRefund(refund: Refund, { context, raw }: ResourceRequest): object {
  const { metadata: changes } = readParams(REFUND_UPDATE, raw);
  const changed = { ...refund, metadata: mergeMetadata(refund.metadata, changes) };
  return showRefund(context.store.putRefund(checkSize(changed)), context);
}

function cancel(request: ResourceRequest): object {
  const { context } = request;
  const canceled = cancelRefund(find(request), context.now());
  if (!canceled) throw problems.cannotCancelRefund();
  return showRefund(saveRefund(canceled, context), context);
}

function expire(request: ResourceRequest): object {
  const { context } = request;
  const refund = find(request);
  const expired = expireRefund(refund, context.now());
  if (!expired) throw problems.cannotExpireRefund(refund.status);
  return showRefund(saveRefund(expired, context), context);
}

const ONE = '/refunds/:id';

/** Refunds, and Stripe's test helper for them. */
export const REFUND_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/refunds', rules: REFUND_PARAMS, run: create },
  { method: 'GET', path: '/refunds', rules: LIST, run: list },
  {
    method: 'GET',
    path: ONE,
    rules: {},
    run: (request) => showRefund(find(request), request.context),
  },
  {
    method: 'POST',
    path: ONE,
    rules: REFUND_UPDATE,
    run: (request) => updateRefund(find(request), request),
  },
  { method: 'POST', path: `${ONE}/cancel`, rules: {}, run: cancel },
  { method: 'POST', path: `/test_helpers${ONE}/expire`, rules: {}, run: expire },
];
