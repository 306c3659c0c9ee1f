import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseIntent } from '../../intent/index.ts';
import { createBrowser, type Keeping } from '../testing/browser.ts';
import { intent } from '../testing/world.ts';
import { isAnswered, isLasting, noteAnswer, noteSent } from './attemptLog.ts';
import { noteRead } from './attemptStore.ts';

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
    createBrowser(keeping).use();
    expect(isLasting()).toBe(lasts);
    noteSent(key, UNPAID);
    expect(isAnswered(key)).toBe(false);
    noteAnswer(key);
    expect(isAnswered(key)).toBe(true);
  });

  it('is nothing that a customer has entered, and no secret', () => {
    const browser = createBrowser();
    browser.use();
    noteSent('paystep-pi_1-0a', UNPAID);
    expect(browser.kept()).toMatch(/^paystep-pi_1-0a [0-9a-z]{1,7},$/);
    noteAnswer('paystep-pi_1-0a');
    expect(browser.kept()).toBe('paystep-pi_1-0a,');
  });

  it('is written once, and never grows beyond a hundred lines', () => {
    const browser = createBrowser();
    browser.use();
    for (let i = 0; i < 300; i += 1) {
      noteSent(`paystep-pi_1-${i}`, UNPAID);
      noteSent(`paystep-pi_1-${i}`, UNPAID);
      noteAnswer(`paystep-pi_1-${i}`);
    }
    expect(browser.kept().split('\n')).toHaveLength(100);
    expect(isAnswered('paystep-pi_1-299')).toBe(true);
    expect(isAnswered('paystep-pi_1-199')).toBe(false);
  });

  it('tells of an answer that was lost when the payment is read in another state', () => {
    createBrowser().use();
    noteSent('paystep-pi_1-a', UNPAID);
    noteSent('paystep-pi_10-a', UNPAID);
    noteRead(UNPAID);
    expect(isAnswered('paystep-pi_1-a')).toBe(false);
    noteRead(ASKED);
    expect(isAnswered('paystep-pi_1-a')).toBe(true);
    expect(isAnswered('paystep-pi_10-a')).toBe(false);
  });

  it('is another browser’s not to know', () => {
    createBrowser().use();
    noteAnswer('paystep-pi_1-b');
    createBrowser().use();
    expect(isAnswered('paystep-pi_1-b')).toBe(false);
  });
});
