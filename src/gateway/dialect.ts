/** How a gateway is spoken to. The answers' differences are `parseIntent`'s matter. */
export interface Dialect {
  /** The gateway's own address, without `/v1`. */
  readonly address: string;
  /** Where test keys (`pk_test_…`) belong, if that is another host. */
  readonly testAddress?: string;
  /** What a read with a publishable key adds to `GET /v1/payment_intents/{id}`. */
  readonly retrieve: (credentials: Credentials) => {
    readonly query: Readonly<Record<string, string>>;
    readonly headers: Readonly<Record<string, string>>;
  };
}

interface Credentials {
  readonly publishableKey: string;
  readonly clientSecret: string;
}
