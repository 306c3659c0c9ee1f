// @vitest-environment node
import { expect, it } from 'vitest';

it('can be imported where there is no DOM', async () => {
  expect(typeof document).toBe('undefined');
  const embed = await import('./index.ts');
  await import('./define.ts');
  expect(typeof embed.mount).toBe('function');
  expect(embed.PaystepCheckoutElement.observedAttributes).toContain('client-secret');
});
