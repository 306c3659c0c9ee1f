// What Vue's compiler checks of a template: the props of the global component of the tag's name.
import 'paystep/embed/define';
import type { GlobalComponents } from 'vue';

type Props<Name extends keyof GlobalComponents> = InstanceType<GlobalComponents[Name]>['$props'];

export const other: Props<'RouterLink'> = { to: '/' };

export const good: Props<'paystep-checkout'> = {
  id: 'pay',
  gateway: 'stripe',
  'publishable-key': 'pk_test_1',
  clientSecret: 'pi_1_secret_2',
  customer: { name: 'Ana' },
  createPaymentMethod: async (type, { signal }) => (signal.aborted ? null : `pm_${type}`),
  onRetry: async () => {},
  onPaystepSuccess: ({ detail }) => detail.outcome satisfies string,
};

// @ts-expect-error there is no such option
export const unknown: Props<'paystep-checkout'> = { onPaid: () => {} };

// @ts-expect-error there is no such field
export const misspelt: Props<'paystep-checkout'> = { customer: { nmae: 'Ana' } };
