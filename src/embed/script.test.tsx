import { expect, it } from 'vitest';
import { mount, PaystepCheckoutElement } from './index.ts';

it('registers nothing until the script is loaded, and then once', async () => {
  expect(customElements.get('paystep-checkout')).toBeUndefined();
  await import('./script.ts');
  expect(customElements.get('paystep-checkout')).toBe(PaystepCheckoutElement);
  expect(window.Paystep.mount).toBe(mount);
});
