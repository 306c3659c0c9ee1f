// What a shop writes without React.
import { createCheckout, createGateway } from 'paystep';
import { mount } from 'paystep/embed';
import 'paystep/embed/define';
import { messages } from 'paystep/locales/de';
import { alipay, type Mark, markSlots, visa, wechat_pay } from 'paystep/marks';
import { createSandbox, serveSandbox } from 'paystep/sandbox';

const element = document.querySelector('paystep-checkout');
element?.refetch() satisfies Promise<void> | undefined;

if (element) {
  element.gateway = createGateway({ gateway: 'stripe', publishableKey: 'pk_test_1' });
  element.clientSecret = 'pi_1_secret_2';
  element.paymentMethodTypes = ['wechat_pay', 'alipay'];
  element.createPaymentMethod = async (type, { signal }) => (signal.aborted ? null : `pm_${type}`);
  element.onSuccess = ({ outcome, intent }) => `${outcome satisfies string} ${intent.id}`;
  element.onFailure = ({ failure }) => failure?.code;
  element.beforeRedirect = async ({ kind }) => kind satisfies 'redirect' | 'app';
  element.customer = { name: 'Ana', email: 'ana@example.com' };
  element.messages = messages;

  // @ts-expect-error there is no such option
  element.onSucces = () => {};
  // @ts-expect-error there is no such field
  element.customer = { nmae: 'Ana' };
  // @ts-expect-error a callback is a function
  element.onRetry = 'again';
}

visa satisfies Mark;
element?.append(...markSlots({ alipay, wechat_pay }, { monochrome: true }));
// @ts-expect-error a mark has a path
markSlots({ alipay: 'alipay.svg' });

addEventListener('paystep-success', ({ detail }) => detail.outcome satisfies string);
document.addEventListener('paystep-error', ({ detail }) => detail.error.message satisfies string);
element?.addEventListener('paystep-change', ({ detail }) => detail.phase satisfies string);

// @ts-expect-error there is no such phase
element?.addEventListener('paystep-change', ({ detail }) => detail.phase === 'paid');

const { update } = mount(document.body, { gateway: 'stripe', clientSecret: null, messages });
update({ theme: 'auto', paymentMethodTypes: ['wechat_pay'], onRetry: async () => {} });
// @ts-expect-error there is no such option
update({ onPaid: () => {} });

createCheckout({
  gateway: createGateway({ gateway: 'wooshpay', publishableKey: 'pk_test_1' }),
  clientSecret: 'pi_1_secret_2',
  onChange(state) {
    if (state.phase === 'action' && state.step.kind === 'qr')
      state.step.data satisfies string | null;
  },
}).destroy();

serveSandbox({ port: 0, fixtures: { customers: [{ id: 'cus_1' }] } }) satisfies Promise<{
  readonly url: string;
  close(): Promise<void>;
}>;
createSandbox().fetch(new Request('http://sandbox/stripe')) satisfies Promise<Response> | Response;
