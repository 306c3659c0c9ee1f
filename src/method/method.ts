import type { Device } from '../step/index.ts';

/** What a customer may have to enter. */
export type FieldName =
  | 'name'
  | 'email'
  | 'phone'
  | 'taxId'
  | 'bank'
  | 'code'
  | 'line1'
  | 'city'
  | 'state'
  | 'postalCode'
  | 'country'
  /** The operator that moves mobile money. */
  | 'provider'
  /** The app that pays. */
  | 'app';

/** What a method asks for, and where in a confirm request it goes. */
export interface FieldSpec {
  readonly field: FieldName;
  /**
   * - `billing`: `payment_method_data[billing_details]`
   * - `data`: `payment_method_data[{type}]`
   * - `options`: `payment_method_options[{type}]`
   */
  readonly place: 'billing' | 'data' | 'options';
  /** The key there; dots lead deeper. */
  readonly key: string;
  readonly optional?: true;
}

/**
 * What comes after the customer has agreed:
 * - `page`: a page of the bank or wallet, or its app
 * - `code`: a QR code
 * - `voucher`, `transfer`: details to pay with elsewhere
 * - `charge`: the payment itself, or an approval on the phone
 */
export type AfterConfirm = 'page' | 'code' | 'voucher' | 'transfer' | 'charge';

/** Options that a gateway wants to be told, by what the customer holds. */
export type DeviceOptions = (device: Device) => Readonly<Record<string, string>>;

/** One way to pay at one gateway. */
export interface Method {
  readonly afterConfirm: AfterConfirm;
  /** The same where it depends on what the customer holds. */
  readonly afterConfirmOn?: (device: Device) => AfterConfirm;
  readonly fields: readonly FieldSpec[];
  /** Goes along unasked, under the same keys as a field. */
  readonly fixed?: readonly (readonly [place: FieldSpec['place'], key: string, value: string])[];
  readonly options?: DeviceOptions;
  /** A wallet whose app a phone can open: it comes first there. In its own browser, before all. */
  readonly wallet?: true | 'wechat' | 'alipay';
  /** What comes is a code for another device, or for a picture of it: on a phone it comes last. */
  readonly scanned?: true;
  /**
   * The widget draws no fields for it: the merchant's `createPaymentMethod` brings its id.
   * `card` is offered with that alone, the rest only where the merchant names it in `paymentMethodTypes`.
   */
  readonly merchantTokenized?: true;
  /** A debit, of which the gateway wants to know that the customer has agreed to its mandate. */
  readonly mandate?: true;
}

export type Values = Readonly<Partial<Record<FieldName, string>>>;
