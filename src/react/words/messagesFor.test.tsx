import { expect, it } from 'vitest';
import { en } from '../../locales/index.ts';
import { messagesFor } from './messagesFor.ts';

/** Screens that no SetupIntent leads to: details to pay with elsewhere, WeChat's own window, a charge. */
const NEVER_SHOWN =
  /^(setup|methods|apps|authorized|voucher|transfer|accounts|accountTypes|details|wechat)\b|^pay\.(changed|code|voucher|transfer|bankTransfer)$|^await\.(notice|charged)$/;

const OF_PAYMENTS = /payment(?! (method|service)|s\.)|\bpaid\b|\bpay\b|\bamount of\b/i;

function textsOf(value: unknown, path = ''): (readonly [path: string, text: string])[] {
  if (typeof value === 'function') return [[path, String(value('Tea', '', ''))]];
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([name, each]) =>
    textsOf(each, path ? `${path}.${name}` : name),
  );
}

it('no text that a SetupIntent may show speaks of a payment', () => {
  const texts = textsOf(messagesFor('setup', en, undefined, en));
  const wrong = texts.filter(([path, text]) => !NEVER_SHOWN.test(path) && OF_PAYMENTS.test(text));
  expect(wrong).toEqual([]);
});

it('a payment has its language as it is, the same object in each render', () => {
  expect(messagesFor('payment', en, undefined, en)).toBe(en);
  expect(messagesFor(undefined, en, undefined, en)).toBe(en);
});

it('no text is better than a payment’s, where those of a SetupIntent are not all there', () => {
  const { setup, ...without } = en;
  const steps = { ...without, setup: { iHavePaid: setup.iHavePaid } } as unknown as typeof en;
  expect(messagesFor('setup', without as typeof en, undefined, without as typeof en)).toBeNull();
  expect(messagesFor('setup', steps, undefined, steps)).toBeNull();
});
