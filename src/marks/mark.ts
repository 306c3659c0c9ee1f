/**
 * A method's or card brand's mark as plain data, in one colour on a tile. Marks belong to their
 * owners: `docs/marks.md` says where their terms are.
 */
export interface Mark {
  /** Its name, as the collection has it. */
  readonly title: string;
  /** The `d` of an SVG path in a `viewBox` of `0 0 24 24`. */
  readonly path: string;
  /** Of the path, as CSS and SVG write it: `#1677FF`. */
  readonly color: string;
  /** Of the tile behind it, where {@link color} can be seen in light and dark pages. */
  readonly background: string;
  /** A word of one line or two, which fills no square: its tile is twice as wide as high. */
  readonly isWide?: true;
}

/** Marks by the payment method type, or card brand, that the gateway has for them. */
export type Marks = Readonly<Record<string, Mark>>;

/** How marks are drawn. */
export interface MarkOptions {
  /** In the color of the text around them and without a tile, in place of their own colors. */
  readonly monochrome?: boolean;
}

type Attributes = Readonly<Record<string, string | number>>;

/** An SVG's attributes and shapes, by names that React and the DOM share. */
export interface MarkDrawing {
  readonly svg: Attributes;
  readonly shapes: readonly (readonly [tag: 'rect' | 'path', attributes: Attributes])[];
}

interface Tile {
  readonly size: Attributes;
  /** The part of the path's square that is drawn, with a tile and without. */
  readonly viewBox: string;
  readonly monochromeViewBox: string;
  /** A line that is seen on white, and what is in it. */
  readonly edge: Attributes;
  readonly ground: Attributes;
}

const SQUARE: Tile = {
  size: { width: 24, height: 24 },
  viewBox: '-4 -4 32 32',
  monochromeViewBox: '0 0 24 24',
  edge: { x: -4, y: -4, width: 32, height: 32, rx: 6 },
  ground: { x: -3, y: -3, width: 30, height: 30, rx: 5 },
};

const WIDE: Tile = {
  size: { width: 48, height: 24 },
  viewBox: '-4 4 32 16',
  monochromeViewBox: '0 6 24 12',
  edge: { x: -4, y: 4, width: 32, height: 16, rx: 3 },
  ground: { x: -3.5, y: 4.5, width: 31, height: 15, rx: 2.5 },
};

/** It is a picture beside a name: those who listen hear the name alone. */
export function drawMark(
  { path, color, background, isWide }: Mark,
  { monochrome = false }: MarkOptions = {},
): MarkDrawing {
  const { size, viewBox, monochromeViewBox, edge, ground } = isWide ? WIDE : SQUARE;
  const svg = { ...size, viewBox: monochrome ? monochromeViewBox : viewBox, 'aria-hidden': 'true' };
  const mark = (fill: string) => ['path', { d: path, fill }] as const;
  if (monochrome) return { svg, shapes: [mark('currentColor')] };
  return {
    svg,
    shapes: [
      ['rect', { ...edge, fill: '#00000026' }],
      ['rect', { ...ground, fill: background }],
      mark(color),
    ],
  };
}
