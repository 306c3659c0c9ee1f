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

/** A picture beside a name: those who listen hear the name alone. */
const DECORATIVE = { width: 24, height: 24, 'aria-hidden': 'true' };

/** An eighth of the tile is room on each side, and its edge is seen on white. */
const TILE = { x: -4, y: -4, width: 32, height: 32, rx: 6 };
const EDGE = {
  x: -3.5,
  y: -3.5,
  width: 31,
  height: 31,
  rx: 5.5,
  fill: 'none',
  stroke: '#00000026',
};

export function drawMark(
  { path, color, background }: Mark,
  { monochrome = false }: MarkOptions = {},
): MarkDrawing {
  if (monochrome) {
    return {
      svg: { ...DECORATIVE, viewBox: '0 0 24 24' },
      shapes: [['path', { d: path, fill: 'currentColor' }]],
    };
  }
  return {
    svg: { ...DECORATIVE, viewBox: '-4 -4 32 32' },
    shapes: [
      ['rect', { ...TILE, fill: background }],
      ['path', { d: path, fill: color }],
      ['rect', EDGE],
    ],
  };
}
