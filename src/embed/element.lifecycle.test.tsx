import { fireEvent } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { intentWithAction, PAID, QR } from '../checkout/testing/createTestCheckout.ts';
import { passTime } from '../react/testing/clock.ts';
import { createElement, inside, openShop, place, settle } from './testing/renderElement.ts';

it('stays alive when it is moved: the bank’s dialog stays as the customer left it', async () => {
  const { element, reads } = await place(
    intentWithAction('challenge_redirect', { url: 'https://acs.test/' }),
  );
  fireEvent.click(inside(element).getByRole('button', { name: 'Cancel' }));
  await settle();
  const before = element.shadowRoot?.querySelector('section');
  const elsewhere = document.createElement('main');
  document.body.append(elsewhere);
  elsewhere.append(element);
  await settle();
  expect(element.shadowRoot?.querySelector('section')).toBe(before);
  expect(inside(element).getByRole('button', { name: 'Continue' })).toBeTruthy();
  expect(reads).toHaveLength(1);
});

it('has sent its first read before it renders', async () => {
  const { reads } = openShop(QR);
  const element = createElement();
  document.body.append(element);
  await Promise.resolve();
  expect(reads).toHaveLength(1);
  expect(element.shadowRoot?.querySelector('section')).toBeNull();
  await settle();
  expect(element.shadowRoot?.querySelector('section')).toBeTruthy();
  expect(reads).toHaveLength(1);
});

it('renders what the page has brought along before it reads', async () => {
  const { reads } = openShop('silence');
  const element = createElement({ 'initial-intent': JSON.stringify(QR) });
  document.body.append(element);
  await Promise.resolve();
  expect(reads).toEqual([]);
  await settle();
  expect(inside(element).getByRole('img', { name: /QR code/ })).toBeTruthy();
  expect(reads).toHaveLength(1);
});

it('begins nothing where it is taken away at once', async () => {
  const { reads, events } = openShop(QR);
  const element = createElement();
  document.body.append(element);
  element.remove();
  await settle();
  expect([reads, events]).toEqual([[], []]);
});

it('leaves no timer behind when it is removed', async () => {
  const { element } = await place(QR);
  expect(vi.getTimerCount()).toBeGreaterThan(0);
  element.remove();
  await settle();
  expect(vi.getTimerCount()).toBe(0);
});

it('stops everything when it is removed', async () => {
  const { element, reads, eventLog } = await place(QR);
  element.remove();
  await settle();
  await passTime(60_000);
  expect(reads).toHaveLength(1);
  expect(eventLog()).toEqual(['change action']);
});

it('gives up a request under way when it is removed', async () => {
  const { element, reads, setAnswer, events } = await place('silence');
  setAnswer(PAID);
  element.remove();
  await settle();
  await passTime(60_000);
  expect(reads[0]?.signal.aborted).toBe(true);
  expect(events).toEqual([]);
});

it('goes on when it is put back', async () => {
  const { element, setAnswer, eventLog } = await place(QR);
  element.remove();
  await settle();
  await passTime(60_000);
  setAnswer(PAID);
  document.body.append(element);
  await settle();
  expect(element.dataset.phase).toBe('succeeded');
  expect(eventLog().slice(-2)).toEqual(['change succeeded', 'success succeeded']);
});

it('reads at once when asked to, and not after it is removed', async () => {
  const { element, reads } = await place(QR);
  element.refetch();
  await settle();
  expect(reads).toHaveLength(2);
  element.remove();
  await settle();
  element.refetch();
  await settle();
  expect(reads).toHaveLength(2);
});

it('shares one request with another element for the same payment', async () => {
  const { element, reads } = await place('silence');
  document.body.append(element.cloneNode());
  await settle();
  expect(reads).toHaveLength(1);
});
