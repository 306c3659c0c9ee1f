import { describe, expect, it } from 'vitest';
import { APPS, HOSTILE } from './testing/urls.ts';
import { appUrl, webUrl } from './url.ts';

describe('a URL from the gateway', () => {
  it.each(HOSTILE)('is never opened as a page or an app: %j', (url) => {
    expect([webUrl(url), appUrl(url)]).toEqual([null, null]);
  });

  it.each(APPS)('opens an app but never as a page: %s', (url) => {
    expect([webUrl(url), appUrl(url)]).toEqual([null, url]);
  });

  it.each([
    ['https:pay.example', 'https://pay.example/'],
    [' HTTPS://Pay.example\n', 'https://pay.example/'],
    ['https://pay.example/a b', 'https://pay.example/a%20b'],
    ['http://2130706433/', 'http://127.0.0.1/'],
  ])('is opened in the form in which it was checked: %j', (url, opened) => {
    expect(webUrl(url)).toBe(opened);
  });

  it.each([undefined, null, 7, {}, [], new URL('https://pay.example')])(
    'is a text, not %s',
    (value) => {
      expect([webUrl(value), appUrl(value)]).toEqual([null, null]);
    },
  );
});
