/** A value of a request, as JSON has them. */
export type Param =
  | string
  | number
  | boolean
  | readonly Param[]
  | { readonly [name: string]: Param };

/**
 * The parameters of `POST /v1/payment_intents/{id}/confirm`, under the API's own names; those that a
 * publishable key may send (https://docs.stripe.com/api/payment_intents/confirm). Those of a SetupIntent
 * have the same names (https://docs.stripe.com/api/setup_intents/confirm), without `setup_future_usage`.
 */
export interface ConfirmParams {
  readonly payment_method?: string;
  /** A ConfirmationToken (`ctoken_…`); what else is sent takes precedence over what it holds. */
  readonly confirmation_token?: string;
  readonly payment_method_data?: { readonly [name: string]: Param };
  readonly payment_method_options?: { readonly [name: string]: Param };
  readonly return_url?: string;
  /** Once it is set, a publishable key may only widen it from `on_session`. */
  readonly setup_future_usage?: 'on_session' | 'off_session';
  readonly [name: string]: Param | undefined;
}
