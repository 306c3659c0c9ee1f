import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseIntent } from '../../intent/index.ts';
import { createBrowser, type StorageMode } from '../testing/browser.ts';
import { intent } from '../testing/createTestCheckout.ts';
import { isAnswered, isPersistent, recordAnswered, recordSent } from './attemptLog.ts';
import { keyPrefix, recordRead } from './attemptStore.ts';

const UNPAID = parseIntent(intent({ status: 'requires_payment_method' }));
const AWAITING_ACTION = parseIntent(intent({ status: 'requires_action' }));

afterEach(() => vi.unstubAllGlobals());

describe('the log of attempts in a browser', () => {
  it.each<[StorageMode, boolean]>([
    ['available', true],
    ['full', true],
    ['blocked', false],
  ])(
    'is known to the page where storage is %s; it persists for the next page: %s',
    (storage, persists) => {
      const key = `paystep-pi_1-${storage}`;
      createBrowser(storage).activate();
      expect(isPersistent()).toBe(persists);
      recordSent(key, UNPAID);
      expect(isAnswered(key)).toBe(false);
      recordAnswered(key);
      expect(isAnswered(key)).toBe(true);
    },
  );

  it('has nothing that a customer has entered, and no secret', () => {
    const browser = createBrowser();
    browser.activate();
    recordSent('paystep-pi_1-0a', UNPAID);
    expect(browser.storedText()).toMatch(/^paystep-pi_1-0a [0-9a-z]{1,7},$/);
    recordAnswered('paystep-pi_1-0a');
    expect(browser.storedText()).toBe('paystep-pi_1-0a,');
  });

  it('has each attempt once, and never grows beyond a hundred lines', () => {
    const browser = createBrowser();
    browser.activate();
    for (let i = 0; i < 300; i += 1) {
      recordSent(`paystep-pi_1-${i}`, UNPAID);
      recordSent(`paystep-pi_1-${i}`, UNPAID);
      recordAnswered(`paystep-pi_1-${i}`);
    }
    expect(browser.storedText().split('\n')).toHaveLength(100);
    expect(isAnswered('paystep-pi_1-299')).toBe(true);
    expect(isAnswered('paystep-pi_1-199')).toBe(false);
  });

  it('counts a lost answer as known when the payment is read in another state', () => {
    createBrowser().activate();
    recordSent('paystep-pi_1-a', UNPAID);
    recordSent('paystep-pi_10-a', UNPAID);
    recordRead(UNPAID);
    expect(isAnswered('paystep-pi_1-a')).toBe(false);
    recordRead(AWAITING_ACTION);
    expect(isAnswered('paystep-pi_1-a')).toBe(true);
    expect(isAnswered('paystep-pi_10-a')).toBe(false);
  });

  it('tells one payment from another, whatever their ids are made of', () => {
    createBrowser().activate();
    const ids = ['order', 'order-7', 'order-7-2', 'order 7', 'a\nb', 'a b', '注文'];
    const keys = ids.map((id) => `${keyPrefix(id)}a`);
    expect(new Set(keys).size).toBe(ids.length);
    // It is sent in a header, and stored in a line with a blank in it.
    for (const key of keys) expect(key).toMatch(/^[\x21-\x7e]+$/);
    for (const key of keys) recordSent(key, UNPAID);
    recordRead({ ...AWAITING_ACTION, id: 'order-7' });
    expect(keys.filter(isAnswered)).toEqual([`${keyPrefix('order-7')}a`]);
  });

  it('is unknown to another browser', () => {
    createBrowser().activate();
    recordAnswered('paystep-pi_1-b');
    createBrowser().activate();
    expect(isAnswered('paystep-pi_1-b')).toBe(false);
  });
});
