'use client';

export { en, type Messages } from '../locales/index.ts';
export { Checkout, type CheckoutProps } from './Checkout.tsx';
export { CheckoutView, type CheckoutViewProps } from './CheckoutView.tsx';
export type { RenderIcon } from './contexts.ts';
export { markIcon } from './markIcon.tsx';
export type { BeforeRedirect, PayOptions, RedirectMode, Theme, ViewOptions } from './options.ts';
export { type UseCheckout, type UseCheckoutOptions, useCheckout } from './useCheckout.ts';
