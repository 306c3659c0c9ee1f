import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import {
  intent,
  type Json,
  PAID,
  SETUP_SECRET,
  setupIntent,
} from '../checkout/testing/createTestCheckout.ts';
import { en as m } from '../locales/index.ts';
import { example } from '../step/testing/examples.ts';
import { passTime } from './testing/clock.ts';
import type { Answer } from './testing/fakeGateway.ts';
import { heading, type Options, openCheckout } from './testing/openCheckout.tsx';
import { radios } from './testing/unpaid.tsx';

const SAVED = setupIntent({ status: 'succeeded' });
const s = m.setup;

const openSetup = (answer: Answer = setupIntent(), options: Options = {}) =>
  openCheckout(answer, {
    clientSecret: SETUP_SECRET,
    returnUrl: 'https://shop.example/return',
    createPaymentMethod: async () => 'pm_1',
    ...options,
  });

const withAction = (type: string, payload: Json) =>
  setupIntent({ status: 'requires_action', next_action: { type, [type]: payload } });

const text = () => document.querySelector<HTMLElement>('.paystep')?.textContent ?? '';

describe('the words of a SetupIntent', () => {
  it.each<[string, Answer, string]>([
    ['the form', setupIntent(), s.pay.title],
    ['what waits for a word', setupIntent({ status: 'requires_confirmation' }), s.pay.confirm],
    ['the work', setupIntent({ status: 'processing' }), s.processing.title],
    ['a status of tomorrow', setupIntent({ status: 'requires_prayer' }), s.unclear.title],
    ['the end', SAVED, s.succeeded.title],
    ['a failure', setupIntent({ last_setup_error: { code: 'card_declined' } }), s.failed.title],
    ['a cancellation', setupIntent({ status: 'canceled' }), s.canceled.title],
    ['what cannot be read', { http: 404 }, s.unavailable.title],
    ['what is not there yet', 'silence', s.loading],
    [
      'a redirect',
      withAction('redirect_to_url', { url: 'https://bank.example/3ds' }),
      s.redirect.title(''),
    ],
    [
      'small deposits',
      withAction('verify_with_microdeposits', example('verify_with_microdeposits')),
      m.await.deposits,
    ],
    ['a code', withAction('pix_display_qr_code', example('pix_display_qr_code')), 'Save Pix'],
    ['an approval', withAction('blik_authorize', {}), s.await.approval],
    ['a step of tomorrow', withAction('ask_the_moon', {}), m.unsupported.title],
  ])('say what happens to the payment method: %s', async (_, answer, title) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    await openSetup(answer, { redirect: 'button' });
    expect(heading()).toBe(title);
    expect(text()).not.toMatch(/payment(?! (method|service)|s\.)|\bpaid\b|\bpay\b/i);
    expect(screen.getByRole('region').getAttribute('aria-label')).toBe(s.payment);
  });

  it('give way to the shop’s own, those of a SetupIntent before those of all', async () => {
    const { change } = await openSetup(SAVED, { messages: { succeeded: { title: 'Thank you' } } });
    expect(heading()).toBe('Thank you');
    expect(text()).toContain(s.succeeded.text);
    await change({
      messages: {
        succeeded: { title: 'Thank you' },
        setup: { succeeded: { title: 'Your card is saved' } },
      },
    });
    expect(heading()).toBe('Your card is saved');
  });

  it('come from a whole language of the shop’s, and are English where it has none', async () => {
    const { setup: _, ...older } = m;
    const { change } = await openSetup(SAVED, {
      messages: { ...older, lang: 'eo', setup: { ...s, succeeded: { title: 'Konservita' } } },
    });
    expect(heading()).toBe('Konservita');
    await change({ messages: { ...older, lang: 'eo' } });
    expect(heading()).toBe(s.succeeded.title);
  });

  it('are not those of a payment that follows in the same place', async () => {
    const { change, setAnswer } = await openSetup(SAVED);
    setAnswer(PAID);
    await change({ clientSecret: 'pi_1_secret_2' });
    expect(heading()).toBe(m.succeeded.title);
    expect(text()).toContain(m.succeeded.text);
  });
});

describe('a card to save', () => {
  it('is confirmed by its button, with nothing that a SetupIntent does not take', async () => {
    const onSuccess = vi.fn();
    const { click, confirmWith, sent } = await openSetup(setupIntent(), {
      onSuccess,
      setupFutureUsage: 'off_session',
      consent: 'Tea Ltd may charge it.',
    });
    confirmWith(SAVED);
    expect(screen.getByText('Tea Ltd may charge it.')).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
    await click('Save');
    await passTime();
    expect(sent).toHaveLength(1);
    const { client_secret, key, _stripe_version, ...params } = sent[0] ?? {};
    expect(client_secret).toBe(SETUP_SECRET);
    expect(params).toEqual({ payment_method: 'pm_1', return_url: 'https://shop.example/return' });
    expect(heading()).toBe(s.succeeded.title);
    expect(onSuccess).toHaveBeenCalledOnce();
    expect(onSuccess).toHaveBeenCalledWith({
      outcome: 'succeeded',
      intent: expect.objectContaining({ kind: 'setup', status: 'succeeded' }),
    });
  });

  it('is declined, and another is saved', async () => {
    const onFailure = vi.fn();
    const { click, confirmWith } = await openSetup(setupIntent(), { onFailure });
    const last_setup_error = { code: 'card_declined', decline_code: 'insufficient_funds' };
    const declined = setupIntent({ last_setup_error });
    confirmWith({ http: 402, error: { code: 'card_declined', setup_intent: declined } });
    await click('Save');
    await passTime();
    expect(heading()).toBe(s.failed.title);
    expect(screen.getByText(s.failed.funds)).toBeTruthy();
    expect(onFailure).toHaveBeenCalledOnce();
    expect(onFailure.mock.calls[0]?.[0]).toMatchObject({ outcome: 'failed' });
    confirmWith(SAVED);
    await click(m.tryAgain);
    await click('Save');
    await passTime();
    expect(heading()).toBe(s.succeeded.title);
  });

  it('that is attached already is saved by one word, with what the customer agrees to', async () => {
    const attached = setupIntent({
      status: 'requires_confirmation',
      payment_method: { id: 'pm_1', type: 'card', card: { last4: '4242' } },
    });
    const { click, confirmWith } = await openSetup(attached, { merchantName: 'Tea Ltd' });
    confirmWith(SAVED);
    expect(text()).toContain(m.pay.agree('Tea Ltd'));
    expect(text()).toContain(m.pay.ending(m.pay.card, '4242'));
    await click('Save');
    await passTime();
    expect(heading()).toBe(s.succeeded.title);
  });
});

describe('the consent to a SetupIntent', () => {
  it.each(['off_session', undefined, 'on_session'])(
    'is asked for by Paystep’s words with usage %s, since a mandate may go along',
    async (usage) => {
      await openSetup(setupIntent({ usage }), { merchantName: 'Tea Ltd' });
      expect(text()).toContain(m.pay.agree('Tea Ltd'));
    },
  );

  it('stands beside the button that tries again, which sends the mandate once more', async () => {
    const payment_method = { id: 'pm_1', type: 'paypal' };
    const last_setup_error = { code: 'setup_attempt_failed', payment_method };
    await openSetup(setupIntent({ payment_method_types: ['paypal'], last_setup_error }), {
      merchantName: 'Tea Ltd',
    });
    expect(screen.getByRole('button', { name: m.tryAgain })).toBeTruthy();
    expect(text()).toContain(m.pay.agree('Tea Ltd'));
  });

  it('is the shop’s own words where there are some, also for usage on_session', async () => {
    await openSetup(setupIntent({ usage: 'on_session' }), { consent: 'Keep it for me.' });
    expect(screen.getByText('Keep it for me.')).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});

it('iDEAL is saved as a SEPA debit, so it asks for name and email', async () => {
  const { click, user, confirmWith, sent } = await openSetup(
    setupIntent({ payment_method_types: ['ideal'] }),
  );
  confirmWith(withAction('redirect_to_url', { url: 'https://bank.example/ideal' }));
  await user.type(screen.getByLabelText(m.pay.fields.name), 'Jenny Rosen');
  await user.type(screen.getByLabelText(m.pay.fields.email), 'jenny@example.com');
  await click('Continue to iDEAL');
  await passTime();
  expect(sent[0]).toMatchObject({
    'payment_method_data[type]': 'ideal',
    'payment_method_data[billing_details][name]': 'Jenny Rosen',
    'payment_method_data[billing_details][email]': 'jenny@example.com',
    'mandate_data[customer_acceptance][type]': 'online',
    'mandate_data[customer_acceptance][online][infer_from_client]': 'true',
  });
});

it('a payment asks iDEAL for no email, and has a payment’s words', async () => {
  await openCheckout(
    intent({ status: 'requires_payment_method', payment_method_types: ['ideal', 'alipay'] }),
    { returnUrl: 'https://shop.example/return' },
  );
  expect(radios()).toHaveLength(2);
  expect(screen.queryByLabelText(m.pay.fields.email)).toBeNull();
  expect(heading()).toBe(m.pay.title);
});
