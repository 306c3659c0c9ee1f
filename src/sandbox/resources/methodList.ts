import type { JsonObject } from '../base/json.ts';
import { checkListed } from '../operations/prepare.ts';
import type { PaymentMethod } from '../payment/intent.ts';
import { presentPaymentMethod } from '../payment/present.ts';
import { type Paging, pageOf } from '../request/page.ts';
import { isOwnedBy, type RequestContext } from '../world/context.ts';
import type { ResourceRequest } from './resource.ts';

interface Filter extends Paging {
  readonly allow_redisplay?: string;
  readonly customer?: string;
  readonly type?: string;
}

/** The payment methods of a gateway and an account. */
export function methodsOf(context: RequestContext): PaymentMethod[] {
  return context.store.paymentMethods().filter(isOwnedBy(context));
}

export const presentMethod = (method: PaymentMethod, { dialect }: RequestContext): JsonObject =>
  presentPaymentMethod(method, dialect.time(method.created));

/** A page of payment methods, newest first. */
export function showMethods(filter: Filter, request: ResourceRequest) {
  const { allow_redisplay: redisplay, customer, type, ...paging } = filter;
  const { context, url } = request;
  checkListed(customer, context);
  const methods = methodsOf(context)
    .filter((method) => customer === undefined || method.customer === customer)
    .filter((method) => type === undefined || method.type === type)
    .filter((method) => redisplay === undefined || method.allowRedisplay === redisplay)
    .reverse();
  return pageOf(methods, paging, { url, show: (method) => presentMethod(method, context) });
}
