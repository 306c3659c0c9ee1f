// What a shop writes in TSX: it has to type-check with what npm installs, on either React.
import type { PaystepCheckoutElement } from 'paystep/embed';
import { createRef } from 'react';

const ref = createRef<PaystepCheckoutElement>();

export const good = (
  <paystep-checkout
    ref={ref}
    gateway="stripe"
    publishable-key="pk_test_1"
    clientSecret="pi_1_secret_2"
    theme="dark"
    paymentMethodTypes={['wechat_pay']}
    customer={{ name: 'Ana' }}
    onSuccess={({ outcome }) => outcome satisfies 'succeeded' | 'authorized'}
    onpaystep-error={({ detail }) => detail.error.message satisfies string}
  >
    <div slot="card" />
  </paystep-checkout>
);

// @ts-expect-error an attribute's value is text
export const wrong = <paystep-checkout client-secret={1} />;

// @ts-expect-error the element has no such option
export const unknown = <paystep-checkout onPaid={() => {}} />;

// @ts-expect-error a customer has no such field
export const misspelt = <paystep-checkout customer={{ nmae: 'Ana' }} />;
