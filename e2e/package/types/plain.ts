// What a shop writes without React.
import { createCheckout, createGateway } from 'paystep';
import { mount } from 'paystep/embed';
import 'paystep/embed/define';
import { messages } from 'paystep/locales/de';

const element = document.querySelector('paystep-checkout');
element?.refetch();

addEventListener('paystep-success', ({ detail }) => detail.outcome satisfies string);
document.addEventListener('paystep-error', ({ detail }) => detail.error.message satisfies string);
element?.addEventListener('paystep-change', ({ detail }) => detail.phase satisfies string);

// @ts-expect-error there is no such phase
element?.addEventListener('paystep-change', ({ detail }) => detail.phase === 'paid');

const { update } = mount(document.body, { gateway: 'stripe', clientSecret: null, messages });
update({ theme: 'auto', paymentMethodTypes: ['wechat_pay'] });

createCheckout({
  gateway: createGateway({ gateway: 'wooshpay', publishableKey: 'pk_test_1' }),
  clientSecret: 'pi_1_secret_2',
  onChange(state) {
    if (state.phase === 'action' && state.step.kind === 'qr')
      state.step.data satisfies string | null;
  },
}).destroy();
