import { beforeEach, expect, it, vi } from 'vitest';
import { hasRedirected, rememberRedirect } from './redirectLog.ts';

const url = 'https://bank.example/3ds?client_secret=pi_1_secret_2';

beforeEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

/** As a browser does that blocks a site's data: the very word throws. */
function forbidStorage(): void {
  vi.spyOn(globalThis, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
}

function arriveBy(type: string): void {
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type }] as never);
}

it('remembers each way of each payment for itself', () => {
  rememberRedirect('pi_1', url);
  expect(hasRedirected('pi_1', url)).toBe(true);
  expect(hasRedirected('pi_1', `${url}x`)).toBe(false);
  expect(hasRedirected('pi_3', url)).toBe(false);
});

it('knows from the return URL of a SetupIntent that the customer is back', () => {
  history.replaceState(null, '', '?setup_intent=seti_1&redirect_status=succeeded');
  expect(hasRedirected('seti_1', url)).toBe(true);
  expect(hasRedirected('seti_2', url)).toBe(false);
  history.replaceState(null, '', location.pathname);
});

it('stores neither address nor secret', () => {
  rememberRedirect('pi_1', url);
  const stored = JSON.stringify({ ...sessionStorage });
  expect(stored).toMatch(/paystep:pi_1:\w+/);
  expect(stored).not.toMatch(/secret|bank|https/);
});

it('remembers as long as the page where storage is forbidden', () => {
  forbidStorage();
  arriveBy('navigate');
  expect(hasRedirected('pi_4', url)).toBe(false);
  rememberRedirect('pi_4', url);
  expect(hasRedirected('pi_4', url)).toBe(true);
});

it.each([
  ['navigate', false],
  ['reload', true],
  ['back_forward', true],
])('takes the browser’s word (%s) where storage is forbidden', (type, departed) => {
  forbidStorage();
  arriveBy(type);
  expect(hasRedirected('pi_5', url)).toBe(departed);
});
