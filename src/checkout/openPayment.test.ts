import { describe, expect, it } from 'vitest';
import { createGateway, type Gateway, GatewayError } from '../gateway/index.ts';
import { openPayment } from './openPayment.ts';
import { type Json, SECRET } from './testing/createTestCheckout.ts';

const WAITING = { id: 'pi_1', status: 'requires_confirmation' };
const CARD = { id: 'pm_1', type: 'card', card: { last4: '4242' } };

type Answer = Json | GatewayError | TypeError;

/** A payment whose reads end with these answers; and whether each was asked to expand. */
function openReading(...answers: readonly Answer[]) {
  const expandRequests: boolean[] = [];
  const gateway = createGateway({
    gateway: 'stripe',
    publishableKey: 'pk_test_1',
    async retrieve(_, { expand }) {
      const answer = answers[expandRequests.push(expand) - 1];
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  const payment = openPayment(gateway, SECRET);
  const read = async () => {
    const { paymentMethod } = await payment.retrieve();
    return paymentMethod && [paymentMethod.id, paymentMethod.type, paymentMethod.last4];
  };
  return { expandRequests, read };
}

const waitingWith = (payment_method: unknown, more: Json = {}) => ({
  ...WAITING,
  payment_method,
  ...more,
});

describe('a payment method that waits for the customer’s word', () => {
  it('is expanded once where only its id is known, and remembered', async () => {
    const { expandRequests, read } = openReading(
      waitingWith('pm_1'),
      waitingWith(CARD),
      waitingWith('pm_1'),
      waitingWith('pm_1'),
    );
    expect(await read()).toEqual(['pm_1', null, null]);
    expect(await read()).toEqual(['pm_1', 'card', '4242']);
    expect(await read()).toEqual(['pm_1', 'card', '4242']);
    expect(await read()).toEqual(['pm_1', 'card', '4242']);
    expect(expandRequests).toEqual([false, true, false, false]);
  });

  it('is not expanded a second time where the gateway does not answer with it', async () => {
    const { expandRequests, read } = openReading(...Array(4).fill(waitingWith('pm_1')));
    for (let reads = 0; reads < 4; reads += 1) expect(await read()).toEqual(['pm_1', null, null]);
    expect(expandRequests).toEqual([false, true, false, false]);
  });

  it('is read without it, in the same read, where that is refused', async () => {
    const refused = new GatewayError('rejected', { status: 400 });
    const { expandRequests, read } = openReading(
      waitingWith('pm_1'),
      refused,
      waitingWith('pm_1'),
      waitingWith('pm_1'),
    );
    await read();
    expect(await read()).toEqual(['pm_1', null, null]);
    await read();
    expect(expandRequests).toEqual([false, true, false, false]);
  });

  it('is expanded again where the connection was lost', async () => {
    const lost = new TypeError('Failed to fetch');
    const { expandRequests, read } = openReading(waitingWith('pm_1'), lost, waitingWith(CARD));
    await read();
    await expect(read()).rejects.toMatchObject({ kind: 'network' });
    expect(await read()).toEqual(['pm_1', 'card', '4242']);
    expect(expandRequests).toEqual([false, true, true]);
  });

  it('is expanded again where it is another method', async () => {
    const { expandRequests, read } = openReading(
      waitingWith('pm_1'),
      waitingWith(CARD),
      waitingWith('pm_2'),
      waitingWith({ id: 'pm_2', type: 'alipay' }),
    );
    await read();
    await read();
    expect(await read()).toEqual(['pm_2', null, null]);
    expect(await read()).toEqual(['pm_2', 'alipay', null]);
    expect(expandRequests).toEqual([false, true, false, true]);
  });

  it.each([
    ['is sent with its type', waitingWith(CARD)],
    ['is not there', waitingWith(null)],
    [
      'is of a payment that waits for something else',
      waitingWith('pm_1', { status: 'processing' }),
    ],
  ])('is not asked for where it %s', async (_, answer) => {
    const { expandRequests, read } = openReading(answer, answer);
    await read();
    await read();
    expect(expandRequests).toEqual([false, false]);
  });
});

describe('a payment', () => {
  const gatewayWith = (publishableKey = 'pk_test_1', apiBase = ''): Gateway =>
    createGateway({ gateway: 'stripe', publishableKey, apiBase });

  it('has the id that its client secret opens', () => {
    expect(openPayment(gatewayWith(), SECRET).id).toBe('pi_1');
  });

  it('shares a key with those of the same credentials, and with no other', () => {
    const keyOf = (gateway: Gateway, secret = SECRET) =>
      openPayment(gateway, secret).queryKey.join(' ');
    const key = keyOf(gatewayWith());
    expect(keyOf(gatewayWith())).toBe(key);
    const others = [
      keyOf(gatewayWith('pk_test_2')),
      keyOf(gatewayWith('pk_test_1', '/proxy')),
      keyOf(gatewayWith(), 'pi_1_secret_3'),
      keyOf(createGateway({ gateway: 'wooshpay', publishableKey: 'pk_test_1' })),
      keyOf(createGateway({ gateway: 'stripe', publishableKey: 'pk_test_1', account: 'acct_1' })),
      keyOf(createGateway({ gateway: 'stripe', publishableKey: 'pk_test_1', account: 'acct_2' })),
    ];
    expect(new Set([key, ...others]).size).toBe(7);
    expect(key).not.toContain('secret');
    expect(key).not.toContain('pk_test');
  });

  it('rejects each read where the text is no client secret', async () => {
    const payment = openPayment(gatewayWith(), 'pi_1');
    expect(payment.id).toBe('');
    await expect(payment.retrieve()).rejects.toMatchObject({ kind: 'invalid-secret' });
  });

  it('reads from the latest gateway, where that is created anew', async () => {
    const readStatus = (status: string) =>
      createGateway({ gateway: 'stripe', retrieve: async () => ({ id: 'pi_1', status }) });
    let latest = readStatus('processing');
    const payment = openPayment(latest, SECRET, () => latest);
    latest = readStatus('succeeded');
    expect(await payment.retrieve()).toMatchObject({ status: 'succeeded' });
    expect(payment.use((gateway, secret) => [gateway, secret])).toEqual([latest, SECRET]);
  });
});
