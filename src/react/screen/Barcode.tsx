import { useEffect, useRef, useState } from 'react';
import { loadBarcodes } from '#loadBarcodes';
import { warnOnce } from '../../gateway/warnOnce.ts';
import { hasOwn } from '../../intent/index.ts';
import { useWords } from '../contexts.ts';
import { type BarcodeSize, barcodeSize } from './barcodeSize.ts';

/** CSS pixels from the top of a bar to its foot. */
const HEIGHT = 72;

/** How many modules there will be, so that nothing moves when they have been loaded. */
const EXPECTED = { oxxo: 231, boleto: 425 };

/** The vouchers that tills read. */
export type BarcodeMethod = keyof typeof EXPECTED;

export const hasBarcode = (method: string): method is BarcodeMethod => hasOwn(EXPECTED, method);

interface BarcodeProps {
  readonly method: BarcodeMethod;
  readonly number: string;
}

/** A voucher's barcode for the scanner of a till, once for the screen and once for paper. */
export function Barcode({ method, number }: BarcodeProps) {
  const { messages: m } = useWords();
  const modules = useModules(method, number);
  const [place, { length, isTurned }] = useSize(modules?.length ?? EXPECTED[method]);
  if (modules === null) return null;
  const drawing = { modules, label: m.voucher.barcode(number) };
  return (
    <div ref={place} className="ps-barcode">
      <div className="ps-bars" part="barcode" data-turned={isTurned || undefined}>
        <Drawing {...drawing} className="ps-screen-only" length={length} isTurned={isTurned} />
        {/* On paper a pixel is 0.265 mm, which is what tills' scanners are made for. */}
        <Drawing {...drawing} className="ps-paper" length={modules?.length ?? 0} />
      </div>
    </div>
  );
}

/** Undefined until the encoders are there; null where they cannot be had or the number is wrong. */
function useModules(method: string, number: string): string | null | undefined {
  const [modules, setModules] = useState<string | null>();
  useEffect(() => {
    let isWanted = true;
    setModules(undefined);
    loadBarcodes().then(
      ({ barcodeOf }) => isWanted && setModules(barcodeOf(method, number)),
      ({ message }: Error) => {
        warnOnce(`A barcode is not shown. ${message}`);
        // The number can still be typed.
        if (isWanted) setModules(null);
      },
    );
    return () => {
      isWanted = false;
    };
  }, [method, number]);
  return modules;
}

/** The size for the column that a place is in, also when that changes. */
function useSize(modules: number) {
  const place = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<BarcodeSize>({ length: 0, isTurned: false });
  useEffect(() => {
    const column = place.current;
    if (!column) return;
    const measure = () => setSize(barcodeSize(modules, column.clientWidth, devicePixelRatio));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(column);
    return () => observer.disconnect();
  }, [modules]);
  return [place, size] as const;
}

interface DrawingProps {
  readonly modules: string | undefined;
  readonly label: string;
  readonly className: string;
  /** CSS pixels from end to end. */
  readonly length: number;
  readonly isTurned?: boolean;
}

/** Draws its own white ground, as a QR code does. */
function Drawing({ modules, label, className, length, isTurned = false }: DrawingProps) {
  const [width, height] = isTurned ? [HEIGHT, length] : [length, HEIGHT];
  const [right, foot] = isTurned ? [1, modules?.length] : [modules?.length, 1];
  return (
    // Preact takes a number for what it is, without a unit.
    <div className={className} style={{ width: `${width}px`, height: `${height}px` }}>
      {modules && (
        <svg
          viewBox={`0 0 ${right} ${foot}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={label}
        >
          <path className="ps-ground" fill="#fff" d={`M0 0h${right}v${foot}H0z`} />
          <path d={pathOf(modules, isTurned)} />
        </svg>
      )}
    </div>
  );
}

/** A run of dark modules is one rectangle, so no seams show. */
function pathOf(modules: string, isTurned: boolean): string {
  const runs = [...modules.matchAll(/1+/g)];
  return runs
    .map(({ 0: { length }, index }) =>
      isTurned ? `M0 ${index}v${length}h1V${index}z` : `M${index} 0h${length}v1H${index}z`,
    )
    .join('');
}
