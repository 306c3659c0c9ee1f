// What a shop writes in TSX: it has to type-check with what npm installs, on either React.
import type { PaystepCheckoutElement } from 'paystep/embed';
import { createRef } from 'react';

const ref = createRef<PaystepCheckoutElement>();

export const good = (
  <paystep-checkout
    ref={ref}
    gateway="stripe"
    publishable-key="pk_test_1"
    client-secret="pi_1_secret_2"
    theme="dark"
    callbacks={{ onSuccess: ({ outcome }) => outcome satisfies string }}
  >
    <div slot="card" />
  </paystep-checkout>
);

// @ts-expect-error an attribute's value is text
export const wrong = <paystep-checkout client-secret={1} />;

// @ts-expect-error the element has no such callback
export const unknown = <paystep-checkout callbacks={{ onPaid: () => {} }} />;
