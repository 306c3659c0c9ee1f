import { problems } from '../errors/errors.ts';
import {
  CHARGE_PARAMS,
  captureCharge,
  chargeById,
  paymentNamed,
  updateCharge,
} from '../operations/charges.ts';
import { checkListed } from '../operations/prepare.ts';
import { createRefund, REFUND_PARAMS, refundById } from '../operations/refunds.ts';
import type { Charge } from '../payment/charge.ts';
import { presentCharge } from '../payment/presentCharge.ts';
import type { Refund } from '../payment/refund.ts';
import { createdRange } from '../request/createdRange.ts';
import { PAGING, pageOf } from '../request/page.ts';
import { anything, integer, type Read, readParams, text } from '../request/readers.ts';
import { isOwnedBy, type RequestContext } from '../world/context.ts';
import { CHARGE_FIELDS } from './chargeSearch.ts';
import { REFUND_UPDATE, refundPage, showRefund, updateRefund } from './refunds.ts';
import type { ResourceRequest, Route } from './resource.ts';
import { SEARCH, searched } from './search.ts';

const show = (charge: Charge, { dialect }: RequestContext) => presentCharge(charge, dialect);

function find({ path, context }: ResourceRequest): Charge {
  const { id = '' } = path;
  const charge = chargeById(id, context);
  if (!charge) throw problems.noCharge(id);
  return charge;
}

/** The charges of a gateway and an account, newest first. */
const chargesOf = (context: RequestContext): Charge[] =>
  context.store.charges().filter(isOwnedBy(context)).reverse();

const LIST = {
  ...PAGING,
  created: createdRange,
  customer: text,
  payment_intent: text,
  transfer_group: text,
} as const;

function isWanted(params: Read<typeof LIST>, { dialect }: RequestContext) {
  const { created, customer, payment_intent: intent, transfer_group: group } = params;
  return (charge: Charge) =>
    (created === undefined || created(dialect.time(charge.created))) &&
    (customer === undefined || charge.customer === customer) &&
    (intent === undefined || charge.paymentIntent === intent) &&
    (group === undefined || presentCharge(charge, dialect).transfer_group === group);
}

function list({ raw, context, url }: ResourceRequest): object {
  const params = readParams(LIST, raw);
  checkListed(params.customer, context);
  if (params.payment_intent !== undefined) paymentNamed(params.payment_intent, context);
  const charges = chargesOf(context).filter(isWanted(params, context));
  return pageOf(charges, params, { url, show: (charge) => show(charge, context) });
}

const search = (request: ResourceRequest) =>
  searched(request, {
    objects: chargesOf(request.context),
    fields: CHARGE_FIELDS,
    show: (charge) => show(charge, request.context),
  });

function update(request: ResourceRequest): object {
  const { context, raw } = request;
  return show(updateCharge(find(request), readParams(CHARGE_PARAMS, raw), context), context);
}

/** The parameters of a capture; none of them has an effect, since the PaymentIntent is captured. */
const CAPTURE = {
  amount: integer,
  application_fee: integer,
  application_fee_amount: integer,
  receipt_email: text,
  statement_descriptor: text,
  statement_descriptor_suffix: text,
  transfer_data: anything,
  transfer_group: text,
} as const;

function listRefunds(request: ResourceRequest): object {
  const { id } = find(request);
  const params = readParams(PAGING, request.raw);
  return refundPage(params, request, ({ charge }) => charge === id);
}

/** Refunds by the charge's own path, which older integrations use. */
function refund(request: ResourceRequest): Refund {
  const { context, raw } = request;
  const { id } = find(request);
  return createRefund({ ...readParams(REFUND_PARAMS, raw), charge: id }, context);
}

/** The older form of it answers with the charge. */
function refundAndShow(request: ResourceRequest): object {
  refund(request);
  return show(find(request), request.context);
}

function findRefund(request: ResourceRequest): Refund {
  const { refund: id = '' } = request.path;
  const found = refundById(id, request.context);
  if (found?.charge === find(request).id) return found;
  throw problems.noRefund(id);
}

const ONE = '/charges/:id';

/**
 * Charges. Each is made by a PaymentIntent: "Card Token usage on the Customers API and Charges API
 * has reached end of life", as Stripe answers a `POST /v1/charges` today.
 */
export const CHARGE_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/charges',
    rules: null,
    run: () => {
      throw problems.chargesEnded();
    },
  },
  { method: 'GET', path: '/charges', rules: LIST, run: list },
  // Before one charge, which would take `search` for an id.
  { method: 'GET', path: '/charges/search', rules: SEARCH, run: search },
  { method: 'GET', path: ONE, rules: {}, run: (request) => show(find(request), request.context) },
  { method: 'POST', path: ONE, rules: CHARGE_PARAMS, run: update },
  {
    method: 'POST',
    path: `${ONE}/capture`,
    rules: CAPTURE,
    run: (request) => captureCharge(find(request)),
  },
  { method: 'GET', path: `${ONE}/refunds`, rules: PAGING, run: listRefunds },
  { method: 'POST', path: `${ONE}/refund`, rules: REFUND_PARAMS, run: refundAndShow },
  {
    method: 'POST',
    path: `${ONE}/refunds`,
    rules: REFUND_PARAMS,
    run: (request) => showRefund(refund(request), request.context),
  },
  {
    method: 'GET',
    path: `${ONE}/refunds/:refund`,
    rules: {},
    run: (request) => showRefund(findRefund(request), request.context),
  },
  {
    method: 'POST',
    path: `${ONE}/refunds/:refund`,
    rules: REFUND_UPDATE,
    run: (request) => updateRefund(findRefund(request), request),
  },
];
