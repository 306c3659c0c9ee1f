import { expect, it } from 'vitest';
import type { CheckoutState } from '../../checkout/index.ts';
import { NEXT_ACTIONS } from '../../step/table.ts';

interface Story {
  readonly args?: { readonly state?: CheckoutState };
}

const modules = import.meta.glob<Record<string, Story>>('./*.stories.tsx', { eager: true });

const shown = Object.values(modules)
  .flatMap(({ default: _, ...stories }) => Object.values(stories))
  .flatMap(({ args }) => args?.state ?? []);

const types = shown.map((state) => ('intent' in state ? state.intent.nextAction?.type : null));
const kinds = shown.map((state) => (state.phase === 'action' ? state.step.kind : null));

/** Complete by its type: a phase or a kind that is added asks for its story. */
const PHASES: Readonly<Record<CheckoutState['phase'], true>> = {
  loading: true,
  payable: true,
  action: true,
  processing: true,
  succeeded: true,
  authorized: true,
  canceled: true,
  failed: true,
  unavailable: true,
};

const KINDS: Readonly<Record<Extract<CheckoutState, { phase: 'action' }>['step']['kind'], true>> = {
  redirect: true,
  fingerprint: true,
  challenge: true,
  qr: true,
  app: true,
  'wechat-jsapi': true,
  voucher: true,
  'bank-transfer': true,
  await: true,
  sdk: true,
  unsupported: true,
};

it.each(Object.keys(NEXT_ACTIONS))('there is a story of the next action %s', (type) => {
  expect(types).toContain(type);
});

it.each(Object.keys(PHASES))('there is a story of the phase %s', (phase) => {
  expect(shown.map((state) => state.phase)).toContain(phase);
});

it.each(Object.keys(KINDS))('there is a story of the step kind %s', (kind) => {
  expect(kinds).toContain(kind);
});
