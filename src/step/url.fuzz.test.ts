import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { APPS } from './testing/urls.ts';
import { appUrl, webUrl } from './url.ts';

/** Parts from which a URL with a fault, or a tricky right one, is made. */
const scheme = fc.oneof(
  fc.constantFrom('https:', 'http:', 'HTTPS:', 'intent:', 'upi:', 'weixin:', 'javascript:', 'tel:'),
  fc.stringMatching(/^[a-z][a-z0-9+.-]{0,9}:$/),
);
const noise = fc.constantFrom('', '\t', '\n', ' ', '\u0000', '\\', '/', '//', '///', '%00');
const user = fc.constantFrom('', 'a@', 'a:b@', ':b@', '@', '%40', 'paypal.com%2f@', 'a@b@');
const host = fc.constantFrom('pay.example', 'localhost', '127.0.0.1', '[::1]', '192.168.1.5:4242');
const fields = fc
  .array(
    fc.constantFrom(
      ...['scheme=upi', 'scheme=https', 'scheme=file', 'package=com.bank', 'component=a/.b', 'SEL'],
      ...['S.x=1', 'S.browser_fallback_url=https%3A%2F%2Fa.example', 'end', '', '=', 'a=b'],
      'S.browser_fallback_url=http%3A%2F%2Fa.example',
    ),
    { maxLength: 4 },
  )
  .map((list) => `#Intent;${list.map((field) => `${field};`).join('')}end`);
const url = fc
  .tuple(noise, scheme, noise, user, host, fc.oneof(fields, fc.string()))
  .map((parts) => parts.join(''));

describe('whatever a URL is made of', () => {
  it('a page has a host, no name before it, and https or loopback', () => {
    fc.assert(
      fc.property(url, (text) => {
        const opened = webUrl(text);
        if (opened === null) return;
        const { protocol, username, password, hostname, href } = new URL(opened);
        expect([username, password, href]).toEqual(['', '', opened]);
        expect(hostname).not.toBe('');
        if (protocol !== 'https:') expect(hostname).toMatch(/^(localhost|127\.|\[::1\])/);
      }),
      { numRuns: 2_000 },
    );
  }, 30_000);

  it('an app is a page or a wallet, and an intent says no more than it needs', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(fc.oneof(url, fc.constantFrom(...APPS)), (text) => {
        const opened = appUrl(text);
        if (opened === null) return;
        const { protocol, username, hash, href } = new URL(opened);
        expect([username, href]).toEqual(['', opened]);
        met.add(protocol);
        if (protocol === 'intent:') {
          expect(hash).toMatch(/^#Intent;([\w.]+=[^;#]+;)*scheme=(upi|kakaotalk|phonepe);/);
          expect(hash).not.toMatch(/component|SEL|S\.x|a=b|file|http%3A/);
        } else expect(protocol).not.toMatch(/^(javascript|tel|data|file):$/);
      }),
      { numRuns: 2_000 },
    );
    // Else the property would hold for a list that is empty.
    expect([...met]).toEqual(expect.arrayContaining(['https:', 'intent:', 'upi:', 'weixin:']));
  }, 30_000);
});
