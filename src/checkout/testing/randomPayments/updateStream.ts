import type { Chance } from './chance.ts';
import type { Ledger } from './ledger.ts';
import type { VirtualTime } from './virtualTime.ts';

/** How a merchant's stream of updates behaves. */
const BEHAVIOURS = {
  works: 3,
  /** It is open and says nothing, whatever happens. */
  'is dumb': 2,
  /** It speaks without a reason. */
  lies: 1,
  /** It breaks and opens again. */
  flaps: 2,
  /** It breaks for good. */
  'gives up': 1,
} as const;

type Behaviour = keyof typeof BEHAVIOURS;

/** A stand-in for the browser's EventSource; `notify` is called when the payment has changed. */
export class UpdateStreams {
  readonly #chance: Chance;
  readonly #time: VirtualTime;
  readonly #ledger: Ledger;
  readonly #onMessage: () => void;
  readonly #open = new Set<FakeEventSource>();
  /** Streams flap and lie no more. */
  isCalm = false;

  constructor(chance: Chance, time: VirtualTime, ledger: Ledger, onMessage: () => void) {
    this.#chance = chance;
    this.#time = time;
    this.#ledger = ledger;
    this.#onMessage = onMessage;
  }

  get open(): number {
    return this.#open.size;
  }

  /** Puts these streams in place of the browser's; returns the function that undoes it. */
  install(): () => void {
    const name = 'EventSource';
    const before = Object.getOwnPropertyDescriptor(globalThis, name);
    const create = () => this.#create();
    Object.defineProperty(globalThis, name, {
      configurable: true,
      value: function EventSource() {
        return create();
      },
    });
    return () => {
      if (before) Object.defineProperty(globalThis, name, before);
      else Reflect.deleteProperty(globalThis, name);
    };
  }

  /** The payment has changed. */
  notify(): void {
    for (const stream of this.#open) if (stream.behaviour === 'works') this.#speak(stream);
  }

  #create(): FakeEventSource {
    const behaviour = this.#chance.weighted(BEHAVIOURS);
    this.#ledger.count('stream', behaviour);
    const stream = new FakeEventSource(behaviour, () => this.#open.delete(stream));
    this.#open.add(stream);
    this.#time.after(this.#chance.between(20, 500), () => this.#connect(stream));
    return stream;
  }

  #connect(stream: FakeEventSource): void {
    stream.turn(1);
    if (stream.behaviour === 'gives up') this.#later(stream, () => stream.turn(2));
    if (stream.behaviour === 'flaps') this.#later(stream, () => this.#flap(stream));
    if (stream.behaviour === 'lies') this.#later(stream, () => this.#lie(stream));
  }

  #flap(stream: FakeEventSource): void {
    stream.turn(0);
    this.#time.after(this.#chance.between(100, 5_000), () => this.#connect(stream));
  }

  #lie(stream: FakeEventSource): void {
    this.#speak(stream);
    this.#later(stream, () => this.#lie(stream));
  }

  #speak(stream: FakeEventSource): void {
    this.#time.after(this.#chance.between(5, 300), () => {
      this.#onMessage();
      stream.speak();
    });
  }

  #later(stream: FakeEventSource, run: () => void): void {
    stream.moods -= 1;
    if (stream.moods === 0) return;
    this.#time.after(this.#chance.between(50, 20_000), () => {
      if (!this.isCalm && this.#open.has(stream)) run();
    });
  }
}

class FakeEventSource {
  readyState = 0;
  onmessage: ((event: unknown) => void) | null = null;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly behaviour: Behaviour;
  /** How often it may still flap or lie. */
  moods = 60;
  readonly #onClose: () => void;
  #isClosed = false;

  constructor(behaviour: Behaviour, onClose: () => void) {
    this.behaviour = behaviour;
    this.#onClose = onClose;
  }

  close(): void {
    this.#isClosed = true;
    this.readyState = 2;
    this.#onClose();
  }

  /** The connection opens (1), is lost and tried again (0), or is given up (2). */
  turn(readyState: 0 | 1 | 2): void {
    if (this.#isClosed) return;
    this.readyState = readyState;
    if (readyState === 1) this.onopen?.();
    else this.onerror?.();
  }

  speak(): void {
    if (!this.#isClosed && this.readyState === 1) this.onmessage?.({ data: '' });
  }
}
