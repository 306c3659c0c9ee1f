/** A module that takes data. */
export const FREE = 2;

/** Rings of a pattern from its center on, 1 for dark. */
const FINDER = [1, 1, 0, 1, 0];
const ALIGNMENT = [1, 0, 1];

export interface Grid {
  /** Modules on each side. */
  readonly size: number;
  /** From one row to the next: whole words of 32, with at least one 0 that is no module. */
  readonly stride: number;
  /** Row by row, and a row of zeros; what is drawn beyond a side is light, and lands in these. */
  readonly modules: Uint8Array;
}

/** A symbol with all but its data and its format. */
export function createGrid(version: number): Grid {
  const size = version * 4 + 17;
  const stride = ((size >> 5) + 1) << 5;
  const grid = { size, stride, modules: new Uint8Array(stride * (size + 1)) };
  for (let y = 0; y < size; y++) grid.modules.fill(FREE, y * stride, y * stride + size);
  for (let at = 0; at < size; at++) setBoth(grid, 6, at, 1 - (at % 2));
  drawAlignments(grid, version);
  drawRings(grid, 3, 3, FINDER);
  drawRings(grid, size - 4, 3, FINDER);
  drawRings(grid, 3, size - 4, FINDER);
  set(grid, 8, size - 8, 1);
  if (version > 6) drawVersion(grid, version);
  return grid;
}

/** Draws the 15 bits that name level and mask, twice (ISO/IEC 18004, 7.9). */
export function drawFormat(grid: Grid, format: number): void {
  const { size } = grid;
  for (let at = 0; at < 15; at++) {
    const bit = (format >> at) & 1;
    set(grid, 8, at < 6 ? at : at < 8 ? at + 1 : size - 15 + at, bit);
    set(grid, at < 8 ? size - 1 - at : at < 9 ? 7 : 14 - at, 8, bit);
  }
}

function set({ modules, stride }: Grid, x: number, y: number, value: number): void {
  modules[y * stride + x] = value;
}

function setBoth(grid: Grid, x: number, y: number, value: number): void {
  set(grid, x, y, value);
  set(grid, y, x, value);
}

function drawRings(grid: Grid, x: number, y: number, rings: readonly number[]): void {
  const radius = rings.length - 1;
  for (let dy = -radius; dy <= radius; dy++) {
    for (let dx = -radius; dx <= radius; dx++) {
      set(grid, x + dx, y + dy, rings[Math.max(Math.abs(dx), Math.abs(dy))] as number);
    }
  }
}

/** Wherever two centers cross, but under the finder patterns. */
function drawAlignments(grid: Grid, version: number): void {
  const centers = alignmentCenters(version);
  for (const x of centers) {
    for (const y of centers) {
      if (Math.min(x, y) > 6 || Math.max(x, y) < grid.size - 7) drawRings(grid, x, y, ALIGNMENT);
    }
  }
}

/** In each direction (ISO/IEC 18004, annex E). */
function alignmentCenters(version: number): number[] {
  if (version === 1) return [];
  const gaps = Math.floor(version / 7) + 1;
  const last = version * 4 + 10;
  const step = version === 32 ? 26 : Math.ceil((last - 6) / gaps / 2) * 2;
  return Array.from({ length: gaps + 1 }, (_, at) => (at ? last - (gaps - at) * step : 6));
}

/** The version and its twelve bits of error correction, twice (ISO/IEC 18004, annex D). */
function drawVersion(grid: Grid, version: number): void {
  let bits = version;
  for (let at = 0; at < 12; at++) bits = (bits << 1) ^ ((bits >> 11) * 0x1f25);
  bits |= version << 12;
  for (let at = 0; at < 18; at++) {
    setBoth(grid, Math.floor(at / 3), (at % 3) + grid.size - 11, (bits >> at) & 1);
  }
}
