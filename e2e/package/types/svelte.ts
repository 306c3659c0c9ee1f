// What Svelte's language tools make of a template: a call of `svelteHTML.createElement`.
import 'paystep/embed/define';
import type {} from 'svelte/elements';

svelteHTML.createElement('div', { id: 'around' });

svelteHTML.createElement('paystep-checkout', {
  id: 'pay',
  gateway: 'stripe',
  'publishable-key': 'pk_test_1',
  clientSecret: 'pi_1_secret_2',
  paymentMethodTypes: ['wechat_pay'],
  onSuccess: ({ outcome }) => outcome satisfies string,
  'onpaystep-success': ({ detail }) => detail.outcome satisfies string,
  'on:paystep-error': ({ detail }) => detail.error.message satisfies string,
});

// @ts-expect-error there is no such option
svelteHTML.createElement('paystep-checkout', { onPaid: () => {} });

// @ts-expect-error there is no such event
svelteHTML.createElement('paystep-checkout', { 'onpaystep-complete': () => {} });
