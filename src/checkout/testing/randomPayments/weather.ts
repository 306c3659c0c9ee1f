import { anySpan, type Chance } from './chance.ts';

/** What the network does with a request, and how often in bad weather. */
const FAULTS = {
  /** The connection breaks before the gateway sees the request. */
  dropped: 4,
  /** Nobody answers, and nothing breaks. */
  silent: 2,
  /** The gateway sees the request, and its answer is lost. */
  'answer lost': 4,
  /** The request reaches the gateway late, perhaps after the client has given it up. */
  'request delayed': 4,
  /** The answer was true when the gateway gave it, and arrives late. */
  'answer delayed': 4,
  /** The request reaches the gateway twice. */
  duplicated: 3,
  html: 2,
  truncated: 2,
  'another payment': 2,
  'empty body': 2,
  'no content': 2,
  limited: 2,
  'limited, in seconds': 4,
  'limited, until a date': 3,
  /** A proxy answers in place of the gateway. */
  'server error': 3,
  /** The gateway sees the request, and a proxy answers in its place. */
  'server error after delivery': 3,
  'proxy refuses': 3,
} as const;

export type Fault = keyof typeof FAULTS;

export const FAULT_NAMES = Object.keys(FAULTS) as Fault[];

/** The weather of a while: how often a request meets a fault, and which. */
interface Spell {
  readonly until: number;
  readonly probability: number;
  readonly weights: Readonly<Record<Fault, number>>;
}

/** Some spells have every fault, and some only two, which then come often enough to meet each other. */
function anyWeights(chance: Chance): Spell['weights'] {
  if (chance.isLikely(0.5)) return FAULTS;
  const chosen = [chance.weighted(FAULTS), chance.weighted(FAULTS)];
  const weights = FAULT_NAMES.map((name) => [name, chosen.includes(name) ? FAULTS[name] : 0]);
  return Object.fromEntries(weights) as Spell['weights'];
}

/** The weather over one payment; it changes now and then, and is good from `end` on. */
export class Weather {
  readonly #chance: Chance;
  readonly #end: number;
  #spell: Spell;

  constructor(chance: Chance, end: number) {
    this.#chance = chance;
    this.#end = end;
    this.#spell = this.#spellFrom(0);
  }

  /** Whether anything may still go wrong. */
  isBad(elapsed: number): boolean {
    return elapsed < this.#end;
  }

  /** What happens to a request at this time; null where nothing does. */
  faultAt(elapsed: number): Fault | null {
    if (!this.isBad(elapsed)) return null;
    if (elapsed >= this.#spell.until) this.#spell = this.#spellFrom(elapsed);
    const { probability, weights } = this.#spell;
    return this.#chance.isLikely(probability) ? this.#chance.weighted(weights) : null;
  }

  #spellFrom(elapsed: number): Spell {
    const probability = this.#chance.pick([0, 0.1, 0.3, 0.6, 0.9, 1]);
    const until = elapsed + anySpan(this.#chance);
    return { until, probability, weights: anyWeights(this.#chance) };
  }
}
