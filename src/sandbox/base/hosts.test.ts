import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostnameOf, isAmong, isHostPattern, isLoopbackHost } from './hosts.ts';

describe('a loopback host', () => {
  it.each([
    'localhost',
    'localhost:4242',
    'localhost:1',
    'LOCALHOST:4242',
    'localhost.',
    'localhost.:8080',
    'shop.localhost:4242',
    'a.b.localhost',
    '127.0.0.1',
    '127.0.0.1:65535',
    '127.1',
    '2130706433',
    '0x7f.0.0.1',
    '[::1]',
    '[::1]:4242',
    '[0:0:0:0:0:0:0:1]:4242',
    '[::ffff:127.0.0.1]:4242',
    '[::ffff:7f00:1]',
  ])('is %s', (host) => expect(isLoopbackHost(host)).toBe(true));

  it.each([
    '',
    '.',
    ':4242',
    'evil.example',
    'localhost.evil.example',
    'evil-localhost',
    'localhostevil',
    'xlocalhost:4242',
    '127.0.0.1.evil.example',
    '127.0.0.1.nip.io',
    '128.0.0.1',
    '0.0.0.0',
    '10.0.0.1',
    '192.168.1.5:4242',
    '169.254.169.254',
    '[::]',
    '[::2]',
    '[::ffff:8.8.8.8]',
    '[fe80::1]',
    'user@localhost',
    'localhost@evil.example',
    'localhost/evil',
    'localhost\\evil',
    'localhost#evil',
    'localhost?x',
    'local host',
    'localhost:4242:4242',
    'localhost:99999',
    '%6cocalhost',
    'localhost%00',
    'localhost, evil.example',
    'ｌｏｃａｌｈｏｓｔ',
  ])('is not "%s"', (host) => expect(isLoopbackHost(host)).toBe(false));

  it('is all of 127.0.0.0/8 and no other address', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.option(fc.integer({ min: 1, max: 65535 })), (address, port) => {
        const host = port === null ? address : `${address}:${port}`;
        expect(isLoopbackHost(host)).toBe(address.startsWith('127.'));
      }),
    );
  });

  it('is no name that can be registered', () => {
    fc.assert(
      fc.property(fc.domain(), (domain) => {
        expect(isLoopbackHost(domain)).toBe(false);
        expect(isLoopbackHost(`localhost.${domain}`)).toBe(false);
      }),
    );
  });
});

describe('an allowed host', () => {
  it.each([
    ['sandbox', 'sandbox', true],
    ['sandbox', 'SANDBOX.', true],
    ['sandbox', 'sandbox.evil.example', false],
    ['.ngrok.app', 'a1b2.ngrok.app', true],
    ['.ngrok.app', 'ngrok.app', false],
    ['.ngrok.app', 'evilngrok.app', false],
    ['Shop.Test', 'shop.test', true],
    ['203.0.113.5', '203.0.113.5', true],
    ['[2001:db8::1]', '[2001:DB8:0::1]', true],
  ])('%s lets %s in: %s', (allowed, host, isIn) => {
    expect(isAmong(hostnameOf(host) ?? '', [allowed])).toBe(isIn);
  });

  it.each(['sandbox', '.ngrok.app', '203.0.113.5', '[::1]'])('accepts %s', (name) =>
    expect(isHostPattern(name)).toBe(true),
  );

  it.each(['', '.', '*', 'http://sandbox', 'sandbox:4242', '[::1]:1', 'a b', 'a/b'])(
    'may not be "%s"',
    (name) => expect(isHostPattern(name)).toBe(false),
  );
});
