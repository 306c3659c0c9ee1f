import { fireEvent, screen } from '@testing-library/react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { intentWithAction, type Json } from '../../checkout/testing/createTestCheckout.ts';
import { DEVICES, type DeviceName } from '../../step/testing/devices.ts';
import { fakeCanvas } from '../testing/canvas.ts';
import { NOW, passTime } from '../testing/clock.ts';
import { linkTo, type Options, openCheckout } from '../testing/openCheckout.tsx';

const image = 'https://gateway.example/code.svg';
const hosted_instructions_url = 'https://gateway.example/instructions';
const WECHAT = intentWithAction('wechat_pay_display_qr_code', {
  data: 'weixin://wxpay/bizpayurl?pr=1',
});
const PIX = intentWithAction('pix_display_qr_code', { data: '000201pix', hosted_instructions_url });
const IMAGE_ONLY = intentWithAction('upi_handle_redirect_or_display_qr_code', {
  hosted_instructions_url,
  qr_code: { image_url_svg: image },
});
const COPY = 'Copy the code as text';
const SAVE = 'Save the code';
const SHARE = 'Share the code';
const HOSTED = 'Open the code on its own page';

/** A page on a device, a moment later: a picture is made after the code is on screen. */
async function openOn(device: DeviceName, step: Json, options?: Options) {
  const drawn = fakeCanvas();
  const page = await openCheckout(step, { device: DEVICES[device], locale: 'en', ...options });
  await passTime();
  return { ...page, ...drawn };
}

/** A browser whose sheet takes these kinds of files. */
function fakeSharing(canShare: boolean, share = vi.fn((_: ShareData) => Promise.resolve())) {
  const ways = { share, canShare: (data: ShareData) => canShare && data.files?.length === 1 };
  for (const [name, value] of Object.entries(ways)) {
    Object.defineProperty(navigator, name, { configurable: true, value });
    onTestFinished(() => {
      Reflect.deleteProperty(navigator, name);
    });
  }
  return share;
}

const steps = () => screen.getAllByRole('listitem').map((item) => item.textContent);
const picture = (root: HTMLElement) => root.querySelector<HTMLImageElement>('.ps-qr-picture');

it.each<[device: DeviceName, steps: string[], tools: string[]]>([
  ['desktop', ['Open WeChat on your phone', 'Scan this code'], []],
  ['wechatDesktop', ['Open WeChat on your phone', 'Scan this code'], []],
  [
    'iphone',
    ['Save this code, or take a screenshot', 'Open WeChat and scan it from your photos'],
    [SAVE],
  ],
  [
    'android',
    ['Save this code, or take a screenshot', 'Open WeChat and scan it from your photos'],
    [SAVE],
  ],
  [
    'instagram',
    ['Press and hold the code to save it', 'Open WeChat and scan it from your photos'],
    [],
  ],
])('tells on %s how to pay with the code there', async (device, words, tools) => {
  await openOn(device, WECHAT);
  expect(steps()).toEqual([...words, 'Confirm the payment of CN¥20.99']);
  const offered = [...screen.queryAllByRole('link'), ...screen.queryAllByRole('button')];
  expect(offered.map(({ textContent }) => textContent)).toEqual(tools);
});

it('tells on a phone to press a code that comes as a picture only, which no button can save', async () => {
  const picture = { image_url_png: 'https://qr.example/a.png' };
  await openOn('iphone', intentWithAction('wechat_pay_display_qr_code', picture));
  expect(steps()[0]).toBe('Press and hold the code to save it');
});

it('offers a picture to download, with what it pays in the file’s and the picture’s words', async () => {
  const { texts, codes, scales } = await openOn('iphone', WECHAT, { merchantName: 'Tea & Co' });
  expect(linkTo(SAVE)).toMatchObject({ download: 'wechat_pay-qr.png' });
  expect(linkTo(SAVE).href).toMatch(/^blob:/);
  expect(texts).toEqual(['WeChat Pay · CN¥20.99', 'Tea & Co']);
  const drawing = document.querySelector('.ps-qr path:last-child')?.getAttribute('d');
  expect(new Set(codes)).toEqual(new Set([drawing]));
  const [, , side = 0] =
    document.querySelector('.ps-qr')?.getAttribute('viewBox')?.split(' ') ?? [];
  for (const scale of scales) {
    expect(Number.isInteger(scale)).toBe(true);
    expect(scale * Number(side)).toBeGreaterThanOrEqual(720);
  }
});

it('names the shop on the picture by its host where it says no name', async () => {
  const { texts } = await openOn('iphone', WECHAT);
  expect(texts.at(-1)).toBe(location.hostname);
});

it('opens the phone’s own sheet straight from the tap, where it takes pictures', async () => {
  const share = fakeSharing(true);
  const { click } = await openOn('iphone', WECHAT);
  expect(share).not.toHaveBeenCalled();
  await click(SHARE);
  const [file, ...others] = share.mock.calls[0]?.[0].files ?? [];
  expect(others).toEqual([]);
  expect(file).toMatchObject({ name: 'payment-qr.png', type: 'image/png' });
  // A sheet that cannot save a picture must not be the only way.
  expect(linkTo(SAVE).download).toBe('wechat_pay-qr.png');
});

it('takes a sheet that the customer closes for no failure', async () => {
  // No mock, which would take the rejection in for us.
  const close = () => Promise.reject(new DOMException('Share canceled', 'AbortError'));
  fakeSharing(true, close as never);
  const { click, root } = await openOn('iphone', WECHAT);
  await click(SHARE);
  await passTime();
  expect(root.dataset.phase).toBe('action');
  expect(screen.getByRole('button', { name: SHARE })).toBeTruthy();
});

it('offers a download where the sheet takes no pictures', async () => {
  fakeSharing(false);
  await openOn('iphone', WECHAT);
  expect(linkTo(SAVE)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

it('makes a new picture for a new code, and gives the old one back', async () => {
  const revoke = vi.spyOn(URL, 'revokeObjectURL');
  const { answerNext, unmount } = await openOn('iphone', WECHAT);
  const before = linkTo(SAVE).href;
  await answerNext(
    intentWithAction('wechat_pay_display_qr_code', { data: 'weixin://wxpay/bizpayurl?pr=2' }),
  );
  await passTime();
  const after = linkTo(SAVE).href;
  expect(after).not.toBe(before);
  expect(revoke.mock.calls).toContainEqual([before]);
  unmount();
  expect(revoke.mock.calls).toContainEqual([after]);
});

it.each([
  ['no canvas', () => vi.mocked(HTMLCanvasElement.prototype.getContext).mockReturnValue(null)],
  [
    'no room for a picture',
    () => vi.mocked(HTMLCanvasElement.prototype.toBlob).mockImplementation((take) => take(null)),
  ],
])('still has the code where the browser has %s', async (_, spoil) => {
  fakeCanvas();
  spoil();
  await openCheckout(WECHAT, { device: DEVICES.iphone, locale: 'en' });
  await passTime();
  expect(screen.getByRole('img')).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
});

it.each(['iphone', 'instagram', 'wechat'] as const)(
  'lays a picture over the code on %s, for a long press, and says it once',
  async (device) => {
    const { root } = await openOn(device, WECHAT);
    expect(picture(root)).toMatchObject({ alt: '', src: 'data:image/png;base64,AAAA' });
    expect(screen.getAllByRole('img')).toHaveLength(1);
  },
);

it('keeps the drawing where the page’s policy refuses the picture', async () => {
  const { root } = await openOn('instagram', WECHAT);
  fireEvent.error(picture(root) as HTMLImageElement);
  expect(picture(root)).toBeNull();
  expect(screen.getByRole('img')).toBeTruthy();
});

it('lays nothing over the code on a desktop', async () => {
  const { root } = await openOn('desktop', WECHAT);
  expect(picture(root)).toBeNull();
});

it.each(['desktop', 'iphone', 'instagram'] as const)(
  'gives the text of a Pix code on %s: its apps take it, too',
  async (device) => {
    const { click } = await openOn(device, PIX);
    await click(COPY);
    expect(await navigator.clipboard.readText()).toBe('000201pix');
    // What is here is not looked for elsewhere.
    expect(screen.queryByRole('link', { name: HOSTED })).toBeNull();
  },
);

it.each([
  ['iphone', 'Open your bank’s app and scan it from your photos'],
  ['desktop', 'Open your bank’s app on your phone'],
] as const)('names on %s no app where any bank’s own scans the code', async (device, words) => {
  await openOn(device, PIX);
  expect(steps()).toContain(words);
});

it('gives no text of a code that a wallet only scans', async () => {
  await openOn('iphone', WECHAT);
  expect(screen.queryByRole('button', { name: COPY })).toBeNull();
});

it.each<[DeviceName, links: number]>([
  ['iphone', 1],
  ['instagram', 1],
  ['desktop', 0],
])('leads on %s to the page of a code that is only a picture: %i link', async (device, links) => {
  await openOn(device, IMAGE_ONLY);
  expect(screen.getByRole<HTMLImageElement>('img').src).toBe(image);
  expect(screen.queryByRole('link', { name: SAVE })).toBeNull();
  const found = screen.queryAllByRole<HTMLAnchorElement>('link', { name: HOSTED });
  expect(found).toHaveLength(links);
  for (const link of found) {
    expect(link).toMatchObject({ href: hosted_instructions_url, target: '_blank' });
  }
});

it('takes all of it away with an expired code', async () => {
  fakeSharing(true);
  const step = intentWithAction('pix_display_qr_code', {
    data: '000201pix',
    expires_at: NOW / 1000 + 60,
  });
  const { root } = await openOn('iphone', step);
  expect(screen.getByRole('button', { name: SHARE })).toBeTruthy();
  await passTime(60_000);
  expect(screen.queryByRole('button', { name: SHARE })).toBeNull();
  expect(screen.queryByRole('button', { name: COPY })).toBeNull();
  expect(picture(root)).toBeNull();
});

it('writes the method alone on the picture of a payment without an amount', async () => {
  const { texts } = await openOn('iphone', { ...WECHAT, amount: null });
  expect(texts[0]).toBe('WeChat Pay');
});
