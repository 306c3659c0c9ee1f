'use client';

export { en, type Messages } from '../locales/index.ts';
export { Checkout, type CheckoutProps } from './Checkout.tsx';
export { CheckoutView, type CheckoutViewProps } from './CheckoutView.tsx';
export type { Pay, PayOptions } from './pay/pay.ts';
export { type UseCheckout, type UseCheckoutOptions, useCheckout } from './useCheckout.ts';
export type { BeforeRedirect, Icon, RedirectMode, Theme } from './view.ts';
