import { expect, it } from 'vitest';
import { createSandbox } from './index.ts';
import { createTestClient } from './testing/client.ts';
import { settle } from './testing/timers.ts';
import { signatureOf } from './world/signature.ts';

const HOOK = 'http://localhost:3000/hook';

it('signs what it forwards with a secret that was chosen before', async () => {
  const sent: RequestInit[] = [];
  const { sandbox, stripe } = createTestClient({
    forwardTo: [HOOK],
    webhookSecret: 'whsec_test_1',
    fetch: async (_, init) => {
      sent.push(init);
      return new Response();
    },
  });
  const verify = async ({ body, headers }: RequestInit = {}) => {
    const signature = new Headers(headers).get('stripe-signature') ?? '';
    const seconds = Number(/^t=(\d+)/.exec(signature)?.[1]);
    expect(signature).toBe(await signatureOf('whsec_test_1', String(body), seconds));
  };
  await stripe('', { amount: 100, currency: 'eur' });
  await settle();
  await verify(sent[0]);
  await sandbox.reset();
  await stripe('', { amount: 100, currency: 'eur' });
  await settle();
  expect(sent).toHaveLength(2);
  await verify(sent[1]);
  expect(sandbox.forwarding).toEqual([{ url: HOOK, secret: 'whsec_test_1' }]);
});

it.each<[string, object, string]>([
  [
    'a name that it does not know',
    { forwardto: [] },
    'createSandbox has no option forwardto. Its options: fetch,',
  ],
  ['a seed that is no whole number', { seed: 1.5 }, 'seed must be a whole number (got 1.5)'],
  ['one URL in place of a list', { forwardTo: HOOK }, 'forwardTo must be a list of URLs'],
  ['a URL that cannot be called', { forwardTo: ['localhost'] }, 'Invalid forwardTo'],
  [
    'a secret of another form',
    { forwardTo: [HOOK], webhookSecret: 'sk_test_1' },
    'webhookSecret must be whsec_ and',
  ],
  [
    'a secret with a blank',
    { forwardTo: [HOOK], webhookSecret: 'whsec_a b' },
    'webhookSecret must be whsec_ and',
  ],
  ['an empty secret', { forwardTo: [HOOK], webhookSecret: '' }, 'webhookSecret must be whsec_ and'],
  [
    'a secret that would sign nothing',
    { webhookSecret: 'whsec_1' },
    'webhookSecret signs what is sent to forwardTo',
  ],
])('refuses %s', (_, options, message) => {
  expect(() => createSandbox(options)).toThrow(message);
});

it('shows no secret in what it says', () => {
  const webhookSecret = 'whsec-SECRET';
  expect(() => createSandbox({ forwardTo: [HOOK], webhookSecret })).toThrow(/^(?!.*SECRET)/s);
});
