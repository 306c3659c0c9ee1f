import type { AfterConfirm, FieldName, FieldSpec, Method } from './method.ts';

/** A gateway's methods, by their types. */
export type MethodRows = Readonly<Record<string, Method>>;

export const billing = (field: FieldName, key: string): FieldSpec => ({
  field,
  place: 'billing',
  key,
});
export const data = (field: FieldName, key: string): FieldSpec => ({ field, place: 'data', key });
export const options = (field: FieldName, key: string): FieldSpec => ({
  field,
  place: 'options',
  key,
});

export const name = billing('name', 'name');
export const email = billing('email', 'email');
export const country = billing('country', 'address.country');

export const method = (afterConfirm: AfterConfirm, ...fields: FieldSpec[]): Method => ({
  afterConfirm,
  fields,
});
export const wallet = (...fields: FieldSpec[]): Method => ({
  ...method('page', ...fields),
  wallet: true,
});
/** Its code is read by another device, or from a picture. */
export const scanned = (afterConfirm: 'code' | 'page', ...fields: FieldSpec[]): Method => ({
  ...method(afterConfirm, ...fields),
  scanned: true,
});
export const tokenized: Method = { afterConfirm: 'charge', fields: [], merchantTokenized: true };

export const alipay: Method = { ...wallet(), wallet: 'alipay' };
export const wechat: Method = { ...method('code'), wallet: 'wechat' };
