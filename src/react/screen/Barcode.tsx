import { useEffect, useRef, useState } from 'react';
import { loadBarcodes } from '#loadBarcodes';
import { warnOnce } from '../../gateway/warnOnce.ts';
import { useWords } from '../contexts.ts';
import { type BarcodeSize, barcodeSize } from './barcodeSize.ts';

/** CSS pixels from the top of a bar to its foot. */
const HEIGHT = 72;

interface BarcodeProps {
  readonly method: string;
  readonly number: string;
}

/** A voucher's barcode for the scanner of a till, once for the screen and once for paper. */
export function Barcode({ method, number }: BarcodeProps) {
  const { messages: m } = useWords();
  const modules = useModules(method, number);
  const [place, { length, isTurned }] = useSize(modules?.length ?? 0);
  if (!modules) return null;
  const drawing = { modules, label: m.voucher.barcode(number) };
  return (
    <div ref={place} className="ps-barcode">
      <div className="ps-bars" part="barcode" data-turned={isTurned || undefined}>
        <Drawing {...drawing} className="ps-screen-only" length={length} isTurned={isTurned} />
        {/* On paper a pixel is 0.265 mm, which is what tills' scanners are made for. */}
        <Drawing {...drawing} className="ps-paper" length={modules.length} />
      </div>
    </div>
  );
}

/** Null until the encoders are there, and where the number has no barcode. */
function useModules(method: string, number: string): string | null {
  const [modules, setModules] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    setModules(null);
    loadBarcodes().then(
      ({ barcodeOf }) => isWanted && setModules(barcodeOf(method, number)),
      // The number can still be typed.
      ({ message }: Error) => warnOnce(`A barcode is not shown. ${message}`),
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
  const [size, setSize] = useState<BarcodeSize>({ length: modules, isTurned: false });
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
  readonly modules: string;
  readonly label: string;
  readonly className: string;
  /** CSS pixels from end to end. */
  readonly length: number;
  readonly isTurned?: boolean;
}

/** Draws its own white ground, as a QR code does. */
function Drawing({ modules, label, className, length, isTurned = false }: DrawingProps) {
  const count = modules.length;
  const [right, foot] = isTurned ? [1, count] : [count, 1];
  const [width, height] = isTurned ? [HEIGHT, length] : [length, HEIGHT];
  return (
    // Preact takes a number for what it is, without a unit.
    <div className={className} style={{ width: `${width}px`, height: `${height}px` }}>
      <svg
        viewBox={`0 0 ${right} ${foot}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        <path className="ps-ground" fill="#fff" d={`M0 0h${right}v${foot}H0z`} />
        <path d={pathOf(modules, isTurned)} />
      </svg>
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
