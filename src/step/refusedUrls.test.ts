import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusedUrlsIn } from './refusedUrls.ts';
import { EXAMPLES } from './testing/examples.ts';

const refused = (payload: Readonly<Record<string, unknown>>) =>
  refusedUrlsIn({ type: 't', payload });

describe('a URL that is refused', () => {
  it.each([
    ['http://192.168.1.5:4242/wallet/pi_1?secret=pi_1_secret_2', 'is at http://192.168.1.5:4242:'],
    ['http://laptop.local/x', 'is at http://laptop.local:'],
    ['https://paypal.com@evil.example/x', 'has a user name or a password'],
    ['http://a:b@192.168.1.5/', 'has a user name or a password'],
    ['wallet-of-2031://pay?token=1', 'begins with "wallet-of-2031:"'],
    ['javascript:alert(1)', 'begins with "javascript:"'],
    ['intent://pay#Intent;scheme=a;end', 'begins with "intent:"'],
    ['/wallet/pi_1', 'is no whole URL.'],
  ])('is reported with the reason: %s', (url, reason) => {
    expect(refused({ url })).toContain(`Its "url" ${reason}`);
  });

  it('has its cure beside it', () => {
    expect(refused({ url: 'http://10.0.0.2/' })).toContain('Use https:');
    expect(refused({ url: 'foo:bar' })).toContain('onSdkAction');
  });

  it('is found at any level, and each is reported', () => {
    const messages = refused({
      qr_code: { image_url_png: 'http://a.example/q' },
      normalUrl: 'foo:x',
    });
    expect(messages).toMatch(/^Its "image_url_png" is at .* Its "normalUrl" begins with/);
  });

  it('is none where all may be opened, or nothing is a URL', () => {
    for (const [, payload] of Object.entries(EXAMPLES)) {
      const {
        native_url: _,
        schemeUrl: __,
        qr_code,
        image_data_url: ___,
        ...otherFields
      } = payload;
      expect(refused(otherFields)).toBe('');
    }
    expect(refused({ url: 'http://localhost:4242/', data: 'weixin://x', message: 'Note: x' })).toBe(
      '',
    );
  });

  it('is reported without its path, its query and a name before its host', () => {
    const part = fc.stringMatching(/^[a-z0-9_]{12,20}$/);
    const scheme = fc.constantFrom('http://', 'https://', 'foo://', 'weixin://', 'x:');
    fc.assert(
      fc.property(scheme, part, part, part, part, (start, name, path, query, hash) => {
        for (const before of ['', `${name}@`, `a:${name}@`]) {
          const url = `${start}${before}host.example/${path}?a=${query}#${hash}`;
          const messages = refused({ url });
          for (const secret of [name, path, query, hash]) expect(messages).not.toContain(secret);
        }
      }),
    );
  });
});
