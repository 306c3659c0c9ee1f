import type { CardBrand } from '../cardFields.ts';
import { h } from './dom.ts';

/** The brands' names in place of their marks, which are nobody's to copy. */
const NAMES: Readonly<Record<CardBrand, string>> = {
  visa: 'VISA',
  mastercard: 'MC',
  amex: 'AMEX',
  discover: 'DISC',
  diners: 'DINERS',
  jcb: 'JCB',
  unionpay: 'UP',
  unknown: '',
};

const TITLES: Readonly<Record<CardBrand, string>> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
  diners: 'Diners Club',
  jcb: 'JCB',
  unionpay: 'UnionPay',
  unknown: 'Card',
};

export interface BrandMark {
  readonly root: HTMLElement;
  show(brand: CardBrand): void;
}

/** A small card that names the brand, as soon as its first digits do. */
export function brandMark(): BrandMark {
  const root = h('span', { class: 'brand', role: 'img', 'aria-label': TITLES.unknown });
  return {
    root,
    show(brand) {
      root.textContent = NAMES[brand];
      root.setAttribute('aria-label', TITLES[brand]);
      root.dataset.brand = brand;
    },
  };
}
