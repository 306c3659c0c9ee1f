import { fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { intentWithAction, type Json } from '../../checkout/testing/createTestCheckout.ts';
import { DEVICES } from '../../step/testing/devices.ts';
import { NOW, passTime } from '../testing/clock.ts';
import { linkTo, type Options, openCheckout } from '../testing/openCheckout.tsx';

const TOO_LONG = 'x'.repeat(3000);
const image = 'https://gateway.example/code.png';
const hosted = 'https://gateway.example/instructions';
const NAME = 'QR code to pay CN¥20.99 with WeChat Pay';

const code = (payload: Json) =>
  intentWithAction('wechat_pay_display_qr_code', {
    data: 'weixin://wxpay/bizpayurl?pr=1',
    ...payload,
  });

const expiring = code({ expires_at: NOW / 1000 + 60 });

/** A code whose time has run out, and the last read has found it unpaid. */
async function openExpired(options?: Options) {
  const page = await openCheckout(expiring, { locale: 'en', ...options });
  await passTime(60_000);
  return page;
}

it('shows one code, named by amount and wallet', async () => {
  await openCheckout(code({}), { locale: 'en' });
  const images = screen.getAllByRole('img');
  expect(images).toHaveLength(1);
  expect(images[0]?.tagName.toLowerCase()).toBe('svg');
  expect(images[0]?.getAttribute('aria-label')).toBe(NAME);
});

it('draws the code on white ground of its own, also where the look has not been loaded', async () => {
  const { root } = await openCheckout(code({}));
  const svg = root.querySelector('.ps-qr');
  const [, , side] = svg?.getAttribute('viewBox')?.split(' ') ?? [];
  const ground = svg?.firstElementChild;
  expect(ground?.getAttribute('d')).toBe(`M0 0h${side}v${side}H0z`);
  expect(ground?.getAttribute('fill')).toBe('#fff');
  expect(svg?.querySelectorAll('[fill]')).toHaveLength(1);
});

it('tells the way to pay in three steps', async () => {
  await openCheckout(code({}), { locale: 'en' });
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Open WeChat on your phone',
    'Scan this code',
    'Confirm the payment of CN¥20.99',
  ]);
});

it.each([
  ['the text is too long for a code', { data: TOO_LONG, image_url_png: image }],
  ['the gateway gives no text', { data: null, image_url_png: image }],
])('shows the gateway’s picture where %s', async (_, payload) => {
  await openCheckout(code({ ...payload, hosted_instructions_url: hosted }), { locale: 'en' });
  expect(screen.getByRole<HTMLImageElement>('img', { name: NAME }).src).toBe(image);
  // It may be see-through.
  const ground = document.querySelector('.ps-code > svg:first-child .ps-ground');
  expect(ground?.getAttribute('fill')).toBe('#fff');
});

it('leads to the gateway’s page where there is neither code nor picture', async () => {
  await openCheckout(code({ data: TOO_LONG, hosted_instructions_url: hosted }));
  expect(screen.queryByRole('img')).toBeNull();
  expect(linkTo('Open the code on its own page').href).toBe(hosted);
  expect(screen.queryByRole('list')).toBeNull();
});

it('says plainly that nothing can be shown where there is no page either', async () => {
  await openCheckout(code({ data: TOO_LONG }));
  expect(screen.getByText(/pay another way/)).toBeTruthy();
  expect(screen.queryByRole('list')).toBeNull();
});

it.each(['desktop', 'iphone'] as const)(
  'leads on %s to the gateway’s page, once, where its picture does not load',
  async (device) => {
    const picture = { data: null, image_url_png: image, hosted_instructions_url: hosted };
    const { answerNext } = await openCheckout(code(picture), { device: DEVICES[device] });
    fireEvent.error(screen.getByRole('img'));
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.queryByRole('list')).toBeNull();
    expect(linkTo('Open the code on its own page').href).toBe(hosted);
    await answerNext(code({ ...picture, image_url_png: `${image}?2` }));
    expect(screen.getByRole<HTMLImageElement>('img').src).toBe(`${image}?2`);
  },
);

it('veils an expired code, so that nobody scans it', async () => {
  await openExpired();
  expect(screen.getByText('This code has expired')).toBeTruthy();
  expect(screen.queryByRole('img')).toBeNull();
  expect(screen.queryByRole('list')).toBeNull();
});

it('keeps a code open until the very second', async () => {
  await openCheckout(expiring);
  await passTime(59_000);
  expect(screen.getByRole('img')).toBeTruthy();
});

it('asks the shop for a new code by a tap, and reads when it is there', async () => {
  let ready = () => {};
  const onRetry = vi.fn(() => new Promise<void>((resolve) => (ready = resolve)));
  const { click, reads } = await openExpired({ onRetry: onRetry });
  const before = reads.length;
  await click('Get a new code');
  expect(onRetry).toHaveBeenCalledOnce();
  expect(reads).toHaveLength(before);
  ready();
  await passTime();
  expect(reads).toHaveLength(before + 1);
});

it.each([
  ['with', 1, { onRetry: () => {} }, /Otherwise get a new code/],
  ['without', 0, {}, /Otherwise go back to the shop/],
])('reads again by a tap, %s a way to a new code', async (_, offers, options, words) => {
  const { click, reads } = await openExpired(options);
  const before = reads.length;
  await click('Check again');
  expect(reads).toHaveLength(before + 1);
  expect(screen.queryAllByRole('button', { name: 'Get a new code' })).toHaveLength(offers);
  expect(screen.getByText(words)).toBeTruthy();
});

it('shows a new code in place of the expired one', async () => {
  const { answerNext } = await openExpired();
  await answerNext(code({ data: 'weixin://wxpay/bizpayurl?pr=2', expires_at: NOW / 1000 + 600 }));
  expect(screen.getByRole('img')).toBeTruthy();
  expect(screen.queryByText('This code has expired')).toBeNull();
});
