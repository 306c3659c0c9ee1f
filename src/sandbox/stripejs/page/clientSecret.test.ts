import { expect, it } from 'vitest';
import { intentOf } from './clientSecret.ts';
import { IntegrationError } from './integrationError.ts';

it('finds the intent that a client secret opens', () => {
  expect(intentOf('confirmPayment', 'pi_3Ab_secret_x1', null)).toEqual({
    kind: 'payment',
    id: 'pi_3Ab',
    clientSecret: 'pi_3Ab_secret_x1',
    path: 'payment_intents/pi_3Ab',
  });
  expect(intentOf('confirmSetup', 'seti_3Ab_secret_x1', 'setup').path).toBe(
    'setup_intents/seti_3Ab',
  );
});

it.each([
  undefined,
  '',
  'pi_3Ab',
  'pi_3Ab_secret_',
  'pi_../_secret_x',
  'cs_1_secret_2',
  { secret: 1 },
])('refuses what is none: %o', (secret) => {
  expect(() => intentOf('confirmPayment', secret, null)).toThrow(IntegrationError);
});

it('refuses one of the other kind, and shows nothing of it', () => {
  const confirm = () => intentOf('confirmSetup', 'pi_3Ab_secret_hidden', 'setup');
  expect(confirm).toThrow(/client secret of a SetupIntent, and has got one of a PaymentIntent/);
  expect(confirm).not.toThrow(/hidden|3Ab/);
});
