import { type CSSProperties, useEffect, useRef, useState } from 'react';
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
  const [width, height] = isTurned ? [HEIGHT, length] : [length, HEIGHT];
  // On paper a pixel is 0.265 mm, which is what tills' scanners are made for.
  const paper = { width: modules.length, height: HEIGHT };
  return (
    <div ref={place} className="ps-barcode">
      <div className="ps-bars" part="barcode" data-turned={isTurned || undefined}>
        <Drawing {...drawing} isTurned={isTurned} style={{ width, height }} />
        <Drawing {...drawing} className="ps-paper" style={paper} />
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
  readonly isTurned?: boolean;
  readonly className?: string;
  /** Its size: a reset of the page's look takes away what attributes say of it. */
  readonly style: CSSProperties;
}

/** Draws its own white ground, as a QR code does. */
function Drawing({ modules, label, isTurned = false, className, style }: DrawingProps) {
  const { length } = modules;
  const [width, height] = isTurned ? [1, length] : [length, 1];
  return (
    <svg
      className={className}
      style={style}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path className="ps-ground" fill="#fff" d={`M0 0h${width}v${height}H0z`} />
      <path d={pathOf(modules, isTurned)} />
    </svg>
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
