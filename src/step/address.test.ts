import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appAddress, webAddress } from './address.ts';
import type { Device } from './device.ts';
import { planStep } from './planStep.ts';
import type { StepKind } from './step.ts';
import { NEXT_ACTIONS } from './table.ts';

const HOSTILE = [
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  ' javascript:alert(1)',
  '\u0000javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'javascript://https://pay.example/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://pay.example/1',
  'filesystem:https://pay.example/1',
  'file:///etc/hosts',
  'vbscript:msgbox(1)',
  'about:blank',
  'view-source:https://pay.example',
  'ftp://pay.example',
  'ws://pay.example',
  'wss://pay.example',
  '//evil.example',
  '/evil',
  'https:',
  'https://',
  'http:',
  'http://evil.example',
  'http://localhost.evil.example',
  'http://127.0.0.1.evil.example',
  'http://evil.example#@localhost',
  'http://localhost@evil.example',
  'http://evil.example\\@localhost/',
  'http://0.0.0.0',
  'http://[::ffff:1.2.3.4]/',
];
const APPS = ['intent://pay#Intent;scheme=a;end', 'weixin://wxpay', 'alipays://x', 'wallet:pay'];

describe('an address from the gateway', () => {
  it.each(HOSTILE)('is never opened as a page or an app: %j', (address) => {
    expect([webAddress(address), appAddress(address)]).toEqual([null, null]);
  });

  it.each(APPS)('opens an app but never as a page: %s', (address) => {
    expect([webAddress(address), appAddress(address)]).toEqual([null, address]);
  });

  it.each([
    ['https:pay.example', 'https://pay.example/'],
    [' HTTPS://Pay.example\n', 'https://pay.example/'],
    ['https://pay.example/a b', 'https://pay.example/a%20b'],
    ['http://2130706433/', 'http://127.0.0.1/'],
  ])('is opened in the form in which it was checked: %j', (address, opened) => {
    expect(webAddress(address)).toBe(opened);
  });

  it.each([undefined, null, 7, {}, [], new URL('https://pay.example')])(
    'is a text, not %s',
    (value) => {
      expect([webAddress(value), appAddress(value)]).toEqual([null, null]);
    },
  );
});

const KEYS =
  'url return_url native_url data image_url_svg image_url_png image_data_url hosted_instructions_url expires_at normalUrl applinkUrl schemeUrl mobile_auth_url stripe_js'.split(
    ' ',
  );
const address = fc.oneof(
  fc.constantFrom(...HOSTILE, ...APPS, 'https:evil', 'data:image/png;base64,AAAA'),
  fc.webUrl({ validSchemes: ['http', 'https'] }),
  fc
    .tuple(fc.stringMatching(/^[a-z][a-z0-9+.-]{0,12}:$/), fc.string())
    .map((parts) => parts.join('')),
  fc.anything(),
);
const type = fc.constantFrom(...Object.keys(NEXT_ACTIONS), 'gcash_handle_redirect', 'unknown');
const payload = fc
  .tuple(fc.dictionary(fc.constantFrom(...KEYS), address), fc.dictionary(fc.string(), address))
  .map(([known, unknown]) => ({ type: 'three_d_secure_redirect', ...unknown, ...known }));
const device: fc.Arbitrary<Device> = fc.record({
  form: fc.constantFrom('mobile', 'desktop'),
  os: fc.constantFrom('ios', 'android', 'other'),
  inApp: fc.constantFrom('wechat', 'alipay', 'other', null),
});

/**
 * All that may be opened or shown of a step. `action` is the gateway's own object, handed on to the
 * merchant as it came; the widget opens nothing of it.
 */
function addressesIn(value: unknown, key = ''): { key: string; address: string }[] {
  if (typeof value === 'string') {
    return /url|link|image|address/i.test(key) ? [{ key, address: value }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item) => addressesIn(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    name === 'action' ? [] : addressesIn(item, name),
  );
}

const FORBIDDEN =
  /^(javascript|data|blob|file|filesystem|vbscript|about|view-source|http|ws|wss|ftp):/i;

function harmless(kind: StepKind, key: string, text: string): boolean {
  if (key === 'image' && text.startsWith('data:image/')) return true;
  const { protocol, hostname, href } = new URL(text);
  if (href !== text) return false;
  if (protocol === 'https:') return true;
  if (protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) return true;
  return kind === 'app' && !FORBIDDEN.test(text);
}

describe('a planned step', () => {
  it('holds only addresses that may be opened, whatever the gateway sends', () => {
    const met = new Set<StepKind>();
    fc.assert(
      fc.property(type, payload, device, (type, payload, device) => {
        const step = planStep({ nextAction: { type, payload }, paymentMethodTypes: [] }, device);
        met.add(step.kind);
        const harmful = addressesIn(step).filter((at) => !harmless(step.kind, at.key, at.address));
        expect(harmful).toEqual([]);
      }),
      { numRuns: 2000 },
    );
    // Else the property would hold for a table that supports nothing.
    expect([...met].sort()).toEqual(
      ['app', 'challenge', 'delegate', 'fingerprint', 'qr', 'redirect', 'unsupported'].sort(),
    );
  });
});
