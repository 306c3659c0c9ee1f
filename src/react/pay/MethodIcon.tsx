import type { Method } from '../../method/index.ts';

/** Drawn, and nobody's trade mark: what kind of thing one pays with. */
const PATHS = {
  card: 'M3 6h18v12H3zM3 10h18M6 15h4',
  wallet: 'M8 3h8v18H8zM11 18h2',
  code: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM14 20h2M20 14v2',
  bank: 'M4 9l8-5 8 5zM6 9v8M10 9v8M14 9v8M18 9v8M4 20h16M5 17h14',
  voucher: 'M5 3h14v18l-3-2-2 2-2-2-2 2-2-2-3 2zM9 8h6M9 12h6',
};

function kindOf({ mandate, merchantTokenized, afterConfirm, wallet }: Method): keyof typeof PATHS {
  if (mandate) return 'bank';
  if (merchantTokenized) return 'card';
  if (afterConfirm === 'code' || afterConfirm === 'voucher') return afterConfirm;
  return wallet || afterConfirm === 'charge' ? 'wallet' : 'bank';
}

export function MethodIcon({ method }: { readonly method: Method }) {
  return (
    <svg className="ps-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[kindOf(method)]} />
    </svg>
  );
}
