import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseIntent } from '../../intent/index.ts';
import { createBrowser, type Keeping } from '../testing/browser.ts';
import { intent } from '../testing/world.ts';
import { isAnswered, isPersistent, recordAnswered, recordSent } from './attemptLog.ts';
import { recordRead } from './attemptStore.ts';

const UNPAID = parseIntent(intent({ status: 'requires_payment_method' }));
const ASKED = parseIntent(intent({ status: 'requires_action' }));

afterEach(() => vi.unstubAllGlobals());

describe('what a browser keeps of the attempts to pay', () => {
  it.each<[Keeping, boolean]>([
    ['keeps', true],
    ['is full', true],
    ['refuses', false],
  ])('is known to the page where it %s, and to the next one only if %s', (keeping, lasts) => {
    const key = `paystep-pi_1-${keeping}`;
    createBrowser(keeping).activate();
    expect(isPersistent()).toBe(lasts);
    recordSent(key, UNPAID);
    expect(isAnswered(key)).toBe(false);
    recordAnswered(key);
    expect(isAnswered(key)).toBe(true);
  });

  it('is nothing that a customer has entered, and no secret', () => {
    const browser = createBrowser();
    browser.activate();
    recordSent('paystep-pi_1-0a', UNPAID);
    expect(browser.storedText()).toMatch(/^paystep-pi_1-0a [0-9a-z]{1,7},$/);
    recordAnswered('paystep-pi_1-0a');
    expect(browser.storedText()).toBe('paystep-pi_1-0a,');
  });

  it('is written once, and never grows beyond a hundred lines', () => {
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

  it('tells of an answer that was lost when the payment is read in another state', () => {
    createBrowser().activate();
    recordSent('paystep-pi_1-a', UNPAID);
    recordSent('paystep-pi_10-a', UNPAID);
    recordRead(UNPAID);
    expect(isAnswered('paystep-pi_1-a')).toBe(false);
    recordRead(ASKED);
    expect(isAnswered('paystep-pi_1-a')).toBe(true);
    expect(isAnswered('paystep-pi_10-a')).toBe(false);
  });

  it('is another browser’s not to know', () => {
    createBrowser().activate();
    recordAnswered('paystep-pi_1-b');
    createBrowser().activate();
    expect(isAnswered('paystep-pi_1-b')).toBe(false);
  });
});
