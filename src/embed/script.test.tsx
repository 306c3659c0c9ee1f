import { expect, it, vi } from 'vitest';
import { mount, PaystepCheckoutElement } from './index.ts';

it('registers nothing until the script is loaded, and then once', async () => {
  expect(customElements.get('paystep-checkout')).toBeUndefined();
  vi.stubGlobal('PAYSTEP_VERSION', '1.2.3');
  await import('./script.ts');
  expect(customElements.get('paystep-checkout')).toBe(PaystepCheckoutElement);
  expect(window.Paystep.mount).toBe(mount);
});
