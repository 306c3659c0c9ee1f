import type { Server } from './loadServer.ts';

/** What a run has measured. Milliseconds. */
export interface Measurements {
  readonly took: number[];
  readonly errors: Map<string, number>;
}

export const newMeasurements = (): Measurements => ({ took: [], errors: new Map() });

type Request = () => Promise<void>;

export interface LoadOptions {
  /** Requests a second. */
  readonly rate: number;
  readonly seconds: number;
  /** The request of that number. */
  readonly step: (count: number) => Request;
}

/** Requests leave in bursts, as from clients whose clocks are not each other's. Milliseconds. */
const BURST = 50;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function measured({ errors, took }: Measurements, request: Request): Promise<void> {
  const start = performance.now();
  try {
    await request();
  } catch (error) {
    const text = String(error);
    errors.set(text, (errors.get(text) ?? 0) + 1);
  }
  took.push(performance.now() - start);
}

/** Sends by the clock and not by the answers: a slow server gets no less to do. */
async function load(
  { rate, seconds, step }: LoadOptions,
  measurements: Measurements,
): Promise<void> {
  const sent: Promise<void>[] = [];
  const start = performance.now();
  for (let count = 0; count < rate * seconds; ) {
    const due = Math.min(((performance.now() - start) / 1000) * rate, rate * seconds);
    for (; count < due; count += 1) sent.push(measured(measurements, step(count)));
    await pause(BURST);
  }
  await Promise.all(sent);
}

type Usage = Awaited<ReturnType<Server['usage']>>;

/** Loads a server in two halves; resolves with what it used before, between and after. */
export async function loadInHalves(
  server: Server,
  options: LoadOptions,
  measurements: Measurements,
): Promise<Usage[]> {
  // What the first requests set up for good is no growth.
  await load({ ...options, seconds: 5 }, newMeasurements());
  const usage = [await server.usage()];
  for (let half = 0; half < 2; half += 1) {
    await load({ ...options, seconds: options.seconds / 2 }, measurements);
    usage.push(await server.usage());
  }
  return usage;
}

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(1);

const ratio = (now: number, first: number) =>
  `${(now / 2 ** 20).toFixed(1)} MB (${(now / first).toFixed(2)})`;

const workedOf = (usage: Usage | undefined) => (usage ? usage.user + usage.system : 0);

/** Prints times and memory of a run. */
export function report(
  { errors, took }: Measurements,
  usage: readonly Usage[],
  { seconds }: LoadOptions,
): void {
  const sorted = took.sort((a, b) => a - b);
  console.log(`requests ${sorted.length}, errors ${JSON.stringify([...errors])}`);
  for (const share of [0.5, 0.95, 0.99, 1])
    console.log(`p${share * 100} ${percentile(sorted, share)} ms`);
  const worked = (workedOf(usage.at(-1)) - workedOf(usage[0])) / 1e6;
  console.log(`server ${((100 * worked) / seconds).toFixed(0)} % of a core`);
  for (const kind of ['rss', 'heapUsed'] as const)
    console.log(
      `${kind} ${usage.map((now) => ratio(now[kind], usage[0]?.[kind] ?? 1)).join(', ')}`,
    );
}
