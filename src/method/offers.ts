import type { Device } from '../step/index.ts';
import type { Method } from './method.ts';
import { methodOf, methodsAt } from './table.ts';

/** One of the ways in which a payment can be made from here. */
export interface Offer {
  readonly type: string;
  readonly method: Method;
}

export interface OfferFacts {
  /** The name of the PaymentIntent's gateway. */
  readonly gateway: string | null;
  /** The PaymentIntent's `payment_method_types`, in the gateway's order. */
  readonly types: readonly string[];
  readonly device: Device;
  /** The merchant's own choice and order, where there is one. */
  readonly paymentMethodTypes?: readonly string[] | undefined;
  /** Whether the merchant makes payment methods of its own (`createPaymentMethod`). */
  readonly hasCreatePaymentMethod: boolean;
  /** Whether there is an address to come back to. */
  readonly hasReturnUrl: boolean;
}

/**
 * The ways to pay, in the order to show them: the merchant's, where it gives one; else the gateway's,
 * on a phone with the wallets first that it can open, and codes for another device last. Pure.
 */
export function offersOf(facts: OfferFacts): readonly Offer[] {
  const { gateway, types } = facts;
  const methods = listOf(facts);
  const order = methods ? methods.filter((type) => types.includes(type)) : types;
  const offers = [...new Set(order)].flatMap((type) => {
    const row = methodOf(gateway, type);
    const method = row && methodOn(row, facts.device);
    return method && isOffered(type, method, facts) ? [{ type, method }] : [];
  });
  if (methods) return offers;
  const rank = ({ method }: Offer) => rankOf(method, facts.device);
  return offers.sort((a, b) => rank(a) - rank(b));
}

const methodOn = (method: Method, device: Device): Method =>
  method.afterConfirmOn ? { ...method, afterConfirm: method.afterConfirmOn(device) } : method;

/** The types that are not offered, and why: for the developer. */
export interface UnofferedTypes {
  readonly missingReturnUrl: readonly string[];
  readonly missingCreator: readonly string[];
  /** Of those that the merchant names. */
  readonly unknown: readonly string[];
  /** The PaymentIntent's own, and those that the gateway has rows for. */
  readonly allowed: readonly string[];
  readonly known: readonly string[];
}

export const unofferedTypes = (facts: OfferFacts): UnofferedTypes => ({
  missingReturnUrl: typesMissingReturnUrl(facts),
  missingCreator: typesMissingCreator(facts),
  unknown: unknownTypes(facts),
  allowed: facts.types,
  known: Object.keys(methodsAt(facts.gateway)),
});

/** The types that only want of an address to come back to keeps from being offered. */
export function typesMissingReturnUrl(facts: OfferFacts): readonly string[] {
  if (facts.hasReturnUrl) return [];
  return offersOf({ ...facts, hasReturnUrl: true })
    .filter((offer) => !isReachable(offer.method, facts))
    .map(({ type }) => type);
}

/** The types that only want of `createPaymentMethod` keeps from being offered. */
export function typesMissingCreator(facts: OfferFacts): readonly string[] {
  if (facts.hasCreatePaymentMethod) return [];
  return offersOf({ ...facts, hasCreatePaymentMethod: true })
    .filter(({ method }) => method.merchantTokenized)
    .map(({ type }) => type);
}

/** The types that a merchant names and nobody knows: not Paystep, and not this PaymentIntent. */
export function unknownTypes(facts: OfferFacts): readonly string[] {
  const { gateway, types } = facts;
  const known = Object.keys(methodsAt(gateway));
  return (listOf(facts) ?? []).filter((type) => !known.includes(type) && !types.includes(type));
}

/** Whoever has no types may give a text; the console says so, and the customer pays all the same. */
function listOf({ paymentMethodTypes: methods }: OfferFacts): readonly string[] | undefined {
  return Array.isArray(methods) ? methods : undefined;
}

function isOffered(type: string, method: Method, facts: OfferFacts): boolean {
  if (!isReachable(method, facts)) return false;
  if (!method.merchantTokenized) return true;
  return (
    facts.hasCreatePaymentMethod && (type === 'card' || listOf(facts)?.includes(type) === true)
  );
}

const isReachable = ({ afterConfirm }: Method, { hasReturnUrl: returns }: OfferFacts) =>
  returns || afterConfirm !== 'page';

/**
 * On a phone the wallets come first, and last the codes that it would have to scan from its own
 * screen; inside a wallet's own browser that one, and its rival last.
 */
function rankOf({ wallet, scanned }: Method, { formFactor, inApp }: Device): number {
  if (formFactor === 'desktop') return 0;
  const isInWallet = inApp === 'wechat' || inApp === 'alipay';
  if (isInWallet && wallet === inApp) return -1;
  const isRival = isInWallet && (wallet === 'wechat' || wallet === 'alipay');
  if (scanned || isRival) return 1;
  return wallet && !isInWallet ? -1 : 0;
}
