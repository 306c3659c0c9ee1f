import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIntent } from '../intent/index.ts';
import type { Device } from './device.ts';
import type { Payload } from './planners/planner.ts';
import { planStep } from './planStep.ts';
import type { Step } from './step.ts';
import { EXAMPLES } from './testing/examples.ts';
import { APPS, HOSTILE } from './testing/urls.ts';

const control = fc.nat(0x20).map((code) => String.fromCharCode(code));
const url = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.constantFrom(...APPS, 'https:evil', 'data:image/png;base64,AAAA', 'http://localhost:1/'),
  fc.webUrl({ validSchemes: ['http', 'https'] }),
  fc
    .tuple(fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9+.-]{0,12}:$/), fc.string({ unit: 'binary' }))
    .map((parts) => parts.join('')),
  // What browsers strip before they read a URL.
  fc
    .tuple(fc.string({ unit: control, maxLength: 3 }), fc.constantFrom(...HOSTILE))
    .map((parts) => parts.join('')),
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: url },
  { weight: 1, arbitrary: fc.string() },
  { weight: 1, arbitrary: fc.integer() },
  { weight: 1, arbitrary: fc.jsonValue() },
  { weight: 1, arbitrary: fc.anything() },
);

/** All names that any payload has, at any depth. */
const KEYS = [...new Set(Object.values(EXAMPLES).flatMap(namesIn))];

function namesIn(found: unknown): string[] {
  if (typeof found !== 'object' || found === null) return [];
  return Object.entries(found).flatMap(([name, item]) => [name, ...namesIn(item)]);
}

/** An example in which a value here and there, or a whole branch, is something else. */
function mutated(found: unknown): fc.Arbitrary<unknown> {
  const mutatedChild = Array.isArray(found)
    ? fc.tuple(...found.map(mutated))
    : typeof found === 'object' && found !== null
      ? mutatedRecord(found)
      : fc.constant(found);
  const weight = typeof found === 'object' ? 6 : 1;
  return fc.oneof({ weight, arbitrary: mutatedChild }, { weight: 1, arbitrary: value });
}

function mutatedRecord(record: object): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(
    Object.fromEntries(Object.entries(record).map(([key, item]) => [key, mutated(item)])),
  );
}

const type = fc.oneof(
  fc.constantFrom(...Object.keys(EXAMPLES)),
  fc
    .tuple(
      fc.string(),
      fc.constantFrom(
        '_handle_redirect',
        '_display_qr_code',
        '_await_notification',
        '_await_authorization',
      ),
    )
    .map((parts) => parts.join('')),
  fc.string(),
  fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty'),
);
/** The known names, each with anything under it, and records and lists of them. */
const flat = fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 5 });
const known = fc.dictionary(
  fc.constantFrom(...KEYS),
  fc.oneof(value, value, flat, fc.array(flat, { maxLength: 3 })),
  { maxKeys: 8 },
);
const foreign = fc.dictionary(fc.string(), value);
const mutatedActions = Object.entries(EXAMPLES).map(([type, payload]) =>
  fc.record({ type: fc.constant(type), payload: mutatedRecord(payload) }),
);
const action: fc.Arbitrary<{ type: string; payload: Payload }> = fc.oneof(
  { weight: 3, arbitrary: fc.oneof(...mutatedActions) },
  { weight: 1, arbitrary: fc.record({ type, payload: known }) },
  { weight: 1, arbitrary: fc.record({ type, payload: foreign }) },
);
const device: fc.Arbitrary<Device | undefined> = fc.option(
  fc.record({
    formFactor: fc.constantFrom('mobile', 'desktop'),
    os: fc.constantFrom('ios', 'android', 'other'),
    inApp: fc.constantFrom('wechat', 'alipay', 'other', null),
  }),
  { nil: undefined },
);
const allowed = fc.array(fc.string(), { maxLength: 2 });

/** Texts that a step shows, draws or signs and nobody opens. Every other text is a URL. */
const TEXTS =
  'kind method surface data name value line1 line2 postal_code city state country reference currency awaited params.appId params.timeStamp params.nonceStr params.package params.signType params.paySign'.split(
    ' ',
  );

/** A step's texts that may be opened or loaded, by where they stand. */
function urlsIn(found: unknown, path = ''): { path: string; text: string }[] {
  if (typeof found === 'string') {
    const isText = TEXTS.some((name) => path === name || path.endsWith(`.${name}`));
    return isText ? [] : [{ path, text: found }];
  }
  if (typeof found !== 'object' || found === null) return [];
  return Object.entries(found).flatMap(([key, item]) =>
    urlsIn(item, [path, key].filter((part) => part !== '').join('.')),
  );
}

/** Wallets of which the tests have URLs. */
const WALLETS = new Set(APPS.map((url) => new URL(url).protocol));
for (const name of ['wechat', 'alipay', 'alipayhk', 'cashapp']) WALLETS.add(`${name}:`);

/** Which URLs may be opened, once more and independently of `url.ts`. */
function mayBeOpened(kind: Step['kind'], path: string, text: string): boolean {
  if (kind === 'qr' && path === 'image' && text.startsWith('data:image/')) return true;
  const { protocol, hostname, href, username, password, hash } = new URL(text);
  // In the form in which it was checked: no blanks before it, nothing that a browser would strip.
  if (href !== text || username || password) return false;
  if (protocol === 'https:') return true;
  if (protocol === 'http:') return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  if (/component|SEL|javascript|http%3A/.test(hash)) return false;
  return kind === 'app' && /^links\.\d+$/.test(path) && WALLETS.has(protocol);
}

function expectHarmless(step: Step) {
  // `action` is the gateway's own object, handed on as it came; the widget opens nothing of it.
  if (step.kind === 'sdk' || step.kind === 'unsupported') {
    expect(Object.keys(step).sort()).toEqual(['action', 'kind']);
    return;
  }
  const harmful = urlsIn(step).filter(({ path, text }) => !mayBeOpened(step.kind, path, text));
  expect(harmful).toEqual([]);
}

const isText = (found: unknown) => typeof found === 'string' && found !== '';
const isTime = (found: unknown) => found === null || (Number.isSafeInteger(found) && found !== 0);

function expectWhole(step: Step) {
  if ('expiresAt' in step) expect(isTime(step.expiresAt)).toBe(true);
  if ('groups' in step) {
    for (const { name, details } of step.groups) {
      expect(typeof name).toBe('string');
      expect(details).not.toHaveLength(0);
      expect(details.filter(({ name, value }) => !isText(name) || !isText(value))).toEqual([]);
    }
  }
  switch (step.kind) {
    case 'app':
      expect(step.links).not.toHaveLength(0);
      expect(new Set(step.links).size).toBe(step.links.length);
      if (step.scan !== null) expect(step.surface).toBe('desktop');
      if (step.refused) expect(step.surface).toBe('in-app');
      break;
    case 'qr':
      expect(isText(step.data) || isText(step.image)).toBe(true);
      if (step.copyable) expect(step.data).not.toBeNull();
      break;
    case 'wechat-jsapi':
      expect(Object.values(step.params)).toHaveLength(6);
      expect(Object.values(step.params).every(isText)).toBe(true);
      break;
    case 'voucher':
      expect(step.groups.length > 0 || step.hostedUrl || step.pdfUrl).toBeTruthy();
      break;
    case 'bank-transfer':
      expect(step.groups.length > 0 || step.hostedUrl).toBeTruthy();
      expect(step.reference === null || isText(step.reference)).toBe(true);
      expect(step.amount === null || step.amount >= 0).toBe(true);
      break;
    case 'await':
      expect(isTime(step.at)).toBe(true);
      break;
  }
}

describe('whatever the gateway sends, a planned step', () => {
  it('holds only URLs that may be opened, and no empty value', () => {
    const met = new Set<Step['kind']>();
    fc.assert(
      fc.property(action, allowed, device, (nextAction, paymentMethodTypes, device) => {
        const step = planStep({ nextAction, paymentMethodTypes }, device);
        met.add(step.kind);
        expectHarmless(step);
        expectWhole(step);
      }),
      { numRuns: 10_000 },
    );
    // Else the property would hold for a table that supports nothing.
    expect([...met].sort()).toEqual(
      'app await bank-transfer challenge fingerprint qr redirect sdk unsupported voucher wechat-jsapi'.split(
        ' ',
      ),
    );
  }, 60_000);

  it('does so through the parser, too, where the action is anything at all', () => {
    const nextAction = fc.oneof(
      value,
      action.map(({ type, payload }) => ({ type, [type]: payload })),
      action.map(({ type, payload }) => ({ [type]: payload })),
      fc.record({ type, payload: fc.jsonValue() }).map((next) => JSON.stringify(next)),
    );
    fc.assert(
      fc.property(nextAction, device, (next_action, device) => {
        const intent = parseIntent({ id: 'pi_1', status: 'requires_action', next_action });
        const step = planStep(intent, device);
        expectHarmless(step);
        expectWhole(step);
      }),
      { numRuns: 2_000 },
    );
  }, 60_000);
});
