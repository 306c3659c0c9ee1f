import type { ReadableGateway } from '../gateway/gatewayReader.ts';
import type { PaymentIntent } from '../intent/index.ts';
import { checksum } from './checksum.ts';
import { recordRead } from './confirm/attemptStore.ts';
import { expandPaymentMethodOnce } from './expandPaymentMethodOnce.ts';

/** One payment of one gateway: a client secret with what it opens. */
export interface Payment {
  /** The PaymentIntent's id; '' where the client secret is none, so that each read says so. */
  readonly id: string;
  /** Readers share an entry only if they show the gateway the same credentials. Holds no secret. */
  readonly queryKey: readonly unknown[];
  /** Makes a PaymentIntent of the gateway's JSON. */
  readonly parse: ReadableGateway['parse'];
  /** Reads the PaymentIntent; rejects as `gateway.retrieve` does. */
  readonly retrieve: (signal?: AbortSignal) => Promise<PaymentIntent>;
  /** Lends out the pair, to what else is asked of this payment (see `confirmPayment`). */
  readonly use: <T>(work: (gateway: ReadableGateway, clientSecret: string) => T) => T;
}

/**
 * Makes one thing of a gateway and a client secret, which is kept in here and nowhere else.
 * @param latest the gateway to ask now, where it is made anew meanwhile (in each render of React's).
 */
export function openPayment(
  gateway: ReadableGateway,
  clientSecret: string,
  latest: () => ReadableGateway = () => gateway,
): Payment {
  const { name, baseUrl, publishableKey, account, parse } = gateway;
  const id = gateway.intentId(clientSecret) ?? '';
  const credentials = checksum([name, publishableKey, account, clientSecret].join(' '));
  const read = expandPaymentMethodOnce((options) => latest().retrieve(clientSecret, options));
  return {
    id,
    queryKey: ['paystep', baseUrl, id, credentials],
    parse,
    async retrieve(signal) {
      const intent = await read(signal);
      recordRead(intent);
      return intent;
    },
    use: (work) => work(latest(), clientSecret),
  };
}
