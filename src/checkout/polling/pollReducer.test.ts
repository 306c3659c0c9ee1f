import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GatewayError } from '../../gateway/index.ts';
import { parseIntent } from '../../intent/index.ts';
import { DEVICES } from '../../step/testing/devices.ts';
import {
  describeState,
  intent,
  intentWithAction,
  type Json,
  PAID,
  QR,
} from '../testing/createTestCheckout.ts';
import { type Moment, newMemory, type PollMemory } from './pollMemory.ts';
import { type PollCommand, type PollEvent, pollReducer } from './pollReducer.ts';
import type { ReadState } from './reader.ts';
import type { RefetchReason } from './triggers.ts';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;

const UNPAID = intent({ status: 'requires_payment_method' });
const code = (seconds: number) =>
  intentWithAction('pix_display_qr_code', { data: '000201', expires_at: NOW / 1000 + seconds });

/** What the reader does, or what else happens. */
type Happening =
  | PollEvent
  | { readonly answer: Json }
  | { readonly failure: GatewayError; readonly within?: boolean }
  | { readonly begins: true };

const START: Happening = { type: 'start', isHidden: false };
const STOP: Happening = { type: 'stop' };
const DUE: Happening = { type: 'readDue' };
const PASSED: Happening = { type: 'timePassed' };
const HIDE: Happening = { type: 'hide' };
const OPEN: Happening = { type: 'stream', isOpen: true };
const BROKEN: Happening = { type: 'stream', isOpen: false };
const answer = (json: Json): Happening => ({ answer: json });
const refetch = (reason: RefetchReason, changes: { about?: string; isHidden?: boolean } = {}) =>
  ({ type: 'refetch', reason, isHidden: false, ...changes }) satisfies PollEvent;

const FAILURES = {
  offline: () => new GatewayError('network'),
  refused: () => new GatewayError('unauthorized'),
  garbled: () => new GatewayError('malformed'),
  /** A 429 with Retry-After, which comes so long after the start. */
  limited: (at: number, seconds: number) =>
    new GatewayError('rate-limited', { retryAt: NOW + at + seconds * 1000 }),
};
const fails = (failure: GatewayError): Happening => ({ failure });

const NOTHING_READ: ReadState = {
  intent: undefined,
  answers: 0,
  errors: 0,
  error: null,
  isReading: false,
};

function readsAfter(reads: ReadState, happening: Happening): ReadState {
  if ('answer' in happening) {
    const next = parseIntent(happening.answer);
    const isSame = JSON.stringify(next) === JSON.stringify(reads.intent);
    const answers = reads.answers + 1;
    return { ...reads, intent: isSame ? reads.intent : next, answers, isReading: false };
  }
  if ('begins' in happening) return { ...reads, isReading: true };
  if (!('failure' in happening)) return reads;
  const { failure: error, within } = happening;
  if (within) return { ...reads, retries: (reads.retries ?? 0) + 1, retryError: error };
  return { ...reads, errors: reads.errors + 1, error, isReading: false };
}

/** A poller's memory as it goes through what happens, with a reader that does as it is told. */
function createPolling(initial = NOTHING_READ) {
  let reads = initial;
  let at = 0;
  const moment = (): Moment => ({ monotonic: at, date: NOW + at, reads });
  let memory: PollMemory = newMemory('pi_1', DEVICES.desktop, moment());
  return {
    getMemory: () => memory,
    /** As a cache does that nobody looks at. */
    dropReads() {
      reads = NOTHING_READ;
    },
    happen(time: number, happening: Happening): readonly PollCommand[] {
      at = time;
      reads = readsAfter(reads, happening);
      const event = 'type' in happening ? happening : ({ type: 'reader' } as const);
      const step = pollReducer(Object.freeze(memory), event, moment());
      memory = step.memory;
      for (const { type } of step.commands)
        if (type === 'read') reads = { ...reads, isReading: true };
      if (event.type === 'stop') reads = { ...reads, isReading: false };
      return step.commands;
    },
  };
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1).replace('.0', '')} s`;

function describeCommand(command: PollCommand, { state }: PollMemory): string {
  switch (command.type) {
    case 'read':
      return command.cancelRunning ? 'abort and read' : 'read';
    case 'wait':
      return `${command.event.type === 'readDue' ? 'read' : 'look'} in ${seconds(command.ms)}`;
    case 'notify':
      return describeState(state);
    case 'stopListening':
      return 'stop listening';
  }
}

/** Milliseconds since the start, what happens then, and what is to be done. */
type Row = readonly [at: number, happening: Happening, commands: string];

/** How most begin: a code is shown, and is to be read again when a human may have paid it. */
const SHOWN: readonly Row[] = [
  [0, START, 'read'],
  [200, answer(QR), 'read in 6.2 s, action:qr'],
];

function expectSequence(rows: readonly Row[], initial?: ReadState) {
  const polling = createPolling(initial);
  const actual = rows.map(([at, happening]) => {
    const commands = polling.happen(at, happening);
    const texts = commands.map((command) => describeCommand(command, polling.getMemory()));
    return `${at}: ${texts.join(', ')}`;
  });
  expect(actual).toEqual(rows.map(([at, , commands]) => `${at}: ${commands}`));
}

describe('the rhythm', () => {
  it('of a code leaves the first seconds alone, and is then about a second', () =>
    expectSequence([
      ...SHOWN,
      [6_300, DUE, 'read'],
      [6_500, answer(QR), 'read in 1 s'],
      [7_600, DUE, 'read'],
      [7_800, answer(QR), 'read in 1 s'],
      [8_900, DUE, 'read'],
      [9_100, answer(PAID), 'stop listening, succeeded'],
    ]));

  it('begins anew with what is waited for', () =>
    expectSequence([
      [0, START, 'read'],
      [200, answer(UNPAID), 'read in 3.2 s, payable'],
      [3_300, DUE, 'read'],
      [3_500, answer(QR), 'read in 6.2 s, action:qr'],
      [9_500, DUE, 'read'],
      [9_700, answer(intent({ status: 'processing' })), 'read in 2.1 s, processing'],
    ]));

  it('goes on where the answer has changed and the wait has not', () =>
    expectSequence([
      ...SHOWN,
      [6_300, DUE, 'read'],
      [6_500, answer({ ...QR, description: 'another' }), 'read in 1 s, action:qr'],
    ]));
});

describe('single flight', () => {
  it('begins no read while one is under way, whoever began it', () =>
    expectSequence([
      ...SHOWN,
      [3_000, { begins: true }, ''],
      [3_100, refetch('visible'), ''],
      [3_200, answer(QR), 'read in 1 s'],
    ]));

  it('aborts a read for news that it may have missed, but not in its first second', () =>
    expectSequence([
      ...SHOWN,
      [6_300, DUE, 'read'],
      [6_800, refetch('return'), ''],
      [6_900, answer(QR), 'read'],
      [8_500, refetch('return'), 'abort and read'],
      [8_700, answer(PAID), 'stop listening, succeeded'],
    ]));

  it('aborts a slow read for news, and the one after that only when it is older still', () =>
    expectSequence([
      ...SHOWN,
      [6_300, DUE, 'read'],
      [7_400, refetch('update'), 'abort and read'],
      [8_600, refetch('update'), ''],
      [9_500, refetch('update'), 'abort and read'],
      [9_900, answer(PAID), 'stop listening, succeeded'],
    ]));

  it('never aborts the first read of all', () =>
    expectSequence([
      [0, START, 'read'],
      [5_000, refetch('user'), ''],
      [6_000, answer(QR), 'read, action:qr'],
      [6_200, answer(QR), 'read in 1 s'],
    ]));
});

describe('a refetch', () => {
  it('reads at once, and the schedule begins anew', () =>
    expectSequence([
      ...SHOWN,
      [3_000, refetch('user'), 'read'],
      [3_300, answer(QR), 'read in 1 s'],
    ]));

  it('reads once a second at most: those that come sooner share the next', () =>
    expectSequence([
      ...SHOWN,
      [3_000, refetch('user'), 'read'],
      [3_100, answer(QR), 'read in 1 s'],
      [3_200, refetch('user'), 'look in 0.8 s'],
      [3_300, refetch('visible'), 'look in 0.7 s'],
      [4_000, PASSED, 'read'],
      [4_200, answer(QR), 'read in 1 s'],
    ]));

  it('reads nothing for another payment, before a start, or after the end', () =>
    expectSequence([
      [0, refetch('user'), ''],
      ...SHOWN,
      [300, refetch('return', { about: 'pi_9' }), 'read in 6.1 s'],
      [400, refetch('return', { about: 'pi_1' }), 'read'],
      [600, answer(PAID), 'stop listening, succeeded'],
      [700, refetch('user'), 'stop listening'],
    ]));
});

describe('a 429 with Retry-After', () => {
  const LIMITED = fails(FAILURES.limited(6_500, 20));

  it('stops all reads for as long as it says, also those that are asked for', () =>
    expectSequence([
      ...SHOWN,
      [6_300, DUE, 'read'],
      [6_500, LIMITED, 'read in 20 s, action:qr retrying'],
      [10_000, refetch('user'), 'read in 16.5 s'],
      [26_500, DUE, 'read'],
      [26_700, answer(QR), 'read in 1 s, action:qr'],
    ]));

  it('on an abandoned page, which somebody sees while it runs, ends with a read', () =>
    expectSequence([
      ...SHOWN,
      [1_000, HIDE, 'read in 14.2 s'],
      [10 * MINUTE, refetch('return', { isHidden: true }), 'read'],
      [10 * MINUTE + 200, fails(FAILURES.limited(10 * MINUTE + 200, 60)), 'action:qr paused'],
      [10 * MINUTE + 5_000, refetch('visible'), 'read in 55.2 s, action:qr retrying'],
      [11 * MINUTE + 200, DUE, 'read'],
      [11 * MINUTE + 400, answer(PAID), 'stop listening, succeeded'],
    ]));

  it('on a hidden page is heeded too, and what was queued is dropped', () =>
    expectSequence([
      ...SHOWN,
      [1_000, HIDE, 'read in 14.2 s'],
      [15_200, DUE, 'read'],
      [15_300, refetch('update', { isHidden: true }), ''],
      [15_500, fails(FAILURES.limited(15_500, 20)), 'read in 20 s, action:qr retrying'],
      [16_000, refetch('visible'), 'read in 19.5 s'],
      [35_500, DUE, 'read'],
      [35_700, answer(QR), 'read in 1 s, action:qr'],
    ]));

  it('is waited for two minutes at most', () =>
    expectSequence([
      [0, START, 'read'],
      [200, fails(FAILURES.limited(200, 86_400)), 'read in 120 s, loading retrying'],
    ]));
});

describe('a failure', () => {
  it('is shown at once, and tried again with ever longer pauses', () =>
    expectSequence([
      ...SHOWN,
      [6_300, DUE, 'read'],
      [6_400, fails(FAILURES.offline()), 'read in 1.1 s, action:qr retrying'],
      [7_500, DUE, 'read'],
      [7_600, fails(FAILURES.offline()), 'read in 1.6 s'],
      [9_900, DUE, 'read'],
      [10_000, answer(QR), 'read in 1 s, action:qr'],
    ]));

  it('within the read of another reader, which tries again itself, is shown and begins none', () =>
    expectSequence([
      ...SHOWN,
      [3_000, { begins: true }, ''],
      [3_100, { failure: FAILURES.offline(), within: true }, 'action:qr retrying'],
      [4_100, answer(QR), 'read in 1 s, action:qr'],
    ]));

  it.each(['refused', 'garbled'] as const)(
    'among good answers (%s) is kept quiet, and tried again slowly',
    (kind) =>
      expectSequence([
        ...SHOWN,
        [6_300, DUE, 'read'],
        [6_400, fails(FAILURES[kind]()), 'read in 15 s'],
      ]),
  );

  it('that is a refusal before any answer ends all reads', () =>
    expectSequence([
      [0, START, 'read'],
      [200, fails(FAILURES.refused()), 'unavailable paused'],
      [5_000, refetch('user'), 'read, unavailable retrying'],
      [5_200, answer(QR), 'read in 6.2 s, action:qr'],
    ]));
});

describe('a page that nobody sees', () => {
  it('is read seldom, after five minutes not at all, and at once when it is seen', () =>
    expectSequence([
      ...SHOWN,
      [1_000, HIDE, 'read in 14.2 s'],
      [15_200, DUE, 'read'],
      [15_400, answer(QR), 'read in 15 s'],
      [5 * MINUTE + 1_000, PASSED, 'action:qr paused'],
      [60 * MINUTE, refetch('visible'), 'read, action:qr'],
      [60 * MINUTE + 200, answer(QR), 'read in 1 s'],
    ]));

  it('is abandoned five minutes after it was hidden first, however often it hides', () =>
    expectSequence([
      ...SHOWN,
      [1_000, HIDE, 'read in 14.2 s'],
      [4 * MINUTE, HIDE, 'read in 0 s'],
      [5 * MINUTE + 1_000, PASSED, 'action:qr paused'],
    ]));

  it('is read once where it opens hidden', () =>
    expectSequence([
      [0, { type: 'start', isHidden: true }, 'read'],
      [200, answer(QR), 'read in 15 s, action:qr'],
    ]));

  it('is read for an update all the same, and stays hidden', () =>
    expectSequence([
      ...SHOWN,
      [1_000, HIDE, 'read in 14.2 s'],
      [9_000, refetch('update', { isHidden: true }), 'read'],
      [9_200, answer(QR), 'read in 15 s'],
    ]));
});

describe('a step that ends', () => {
  it('is read once more at its very end, and is over with that answer', () =>
    expectSequence([
      [0, START, 'read'],
      [200, answer(code(4)), 'read in 3.8 s, action:qr'],
      [4_000, DUE, 'read'],
      [4_200, answer(code(4)), 'read in 1 s, action:qr expired'],
    ]));

  it('is over on time while reads fail', () =>
    expectSequence([
      [0, START, 'read'],
      [200, answer(code(8)), 'read in 6.2 s, action:qr'],
      [6_300, DUE, 'read'],
      [6_400, fails(FAILURES.limited(6_400, 60)), 'look in 1.6 s, action:qr retrying'],
      [8_000, PASSED, 'read in 58.4 s, action:qr expired retrying'],
    ]));

  it('is over on time while a read is under way after one that failed', () =>
    expectSequence([
      [0, START, 'read'],
      [200, answer(code(8)), 'read in 6.2 s, action:qr'],
      [6_300, DUE, 'read'],
      [6_400, fails(FAILURES.offline()), 'read in 1.1 s, action:qr retrying'],
      [7_500, DUE, 'read'],
      [7_600, { begins: true }, 'look in 0.4 s'],
      [8_000, PASSED, 'action:qr expired retrying'],
    ]));
});

describe('a stream of updates', () => {
  it('makes reads a safety net while it is open', () =>
    expectSequence([
      [0, START, 'read'],
      [100, OPEN, ''],
      [200, answer(QR), 'read in 15 s, action:qr'],
      [10_000, BROKEN, 'read in 0 s'],
      [10_000, DUE, 'read'],
      [10_200, answer(QR), 'read in 1 s'],
      [10_300, OPEN, 'read in 14.9 s'],
      [11_000, refetch('update'), 'read'],
      [11_200, answer(PAID), 'stop listening, succeeded'],
    ]));
});

it('is settled for good: a late answer changes nothing, another end does', () =>
  expectSequence([
    [0, START, 'read'],
    [200, answer(intent({ status: 'requires_capture' })), 'stop listening, authorized'],
    [3_000, { begins: true }, 'stop listening'],
    [3_100, answer(QR), 'stop listening'],
    [4_000, { begins: true }, 'stop listening'],
    [4_100, answer(PAID), 'stop listening, succeeded'],
    [4_200, STOP, ''],
    [9_000, START, 'read, stop listening'],
    [9_100, answer(QR), 'stop listening'],
  ]));

it('reads a settled payment no more, also where another reader goes on and fails', () =>
  expectSequence([
    [0, START, 'read'],
    [200, answer(PAID), 'stop listening, succeeded'],
    [3_000, { begins: true }, 'stop listening'],
    [3_100, fails(FAILURES.offline()), 'stop listening'],
    [3_200, refetch('user'), 'stop listening'],
  ]));

describe('subscribers', () => {
  it('who leave end everything, and who come back begin it anew', () =>
    expectSequence([
      ...SHOWN,
      [3_000, refetch('user'), 'read'],
      [3_100, STOP, ''],
      [3_200, { begins: true }, ''],
      [9_000, START, 'read'],
      [9_200, answer(PAID), 'stop listening, succeeded'],
    ]));

  it('who leave with a refetch queued take it with them', () =>
    expectSequence([
      ...SHOWN,
      [3_000, refetch('user'), 'read'],
      [3_100, answer(QR), 'read in 1 s'],
      [3_200, refetch('user'), 'look in 0.8 s'],
      [3_300, STOP, ''],
      [9_000, START, 'read'],
      [9_200, answer(QR), 'read in 1 s'],
    ]));

  it('who come back to a reader that counts anew have the rhythm of a beginning', () => {
    const polling = createPolling();
    polling.happen(0, START);
    for (let i = 1; i < 20; i++) polling.happen(i * 1_000, answer(QR));
    polling.happen(20_000, refetch('user'));
    polling.happen(20_100, STOP);
    polling.dropReads();
    polling.happen(30_000, START);
    polling.happen(30_200, answer(QR));
    const [command] = polling.happen(36_600, answer(QR));
    expect(command).toMatchObject({ type: 'wait' });
    expect(command?.type === 'wait' && command.ms).toBeLessThan(1_200);
  });

  it('find what another reader of the payment has read, without its failures', () =>
    expectSequence(
      [
        [0, START, 'read'],
        [200, answer(UNPAID), 'read in 31.6 s, failed'],
      ],
      {
        ...NOTHING_READ,
        intent: parseIntent(QR),
        answers: 3,
        errors: 2,
        error: FAILURES.offline(),
      },
    ));
});

it('takes the answer to a confirm in place of the read under way', () =>
  expectSequence([
    [0, START, 'read'],
    [200, answer(UNPAID), 'read in 3.2 s, payable'],
    [3_300, DUE, 'read'],
    [3_400, answer(PAID), 'stop listening, succeeded'],
  ]));

describe('whatever happens in whatever order', () => {
  const happening = fc.oneof(
    fc.constantFrom<Happening>(HIDE, OPEN, BROKEN, PASSED, STOP, START, { begins: true }),
    fc
      .constantFrom<RefetchReason>('visible', 'restored', 'online', 'return', 'update', 'user')
      .map((reason) => refetch(reason)),
    fc.constantFrom(QR, UNPAID, code(30), PAID, intent({ status: 'processing' })).map(answer),
    fc
      .constantFrom(FAILURES.offline, FAILURES.refused, FAILURES.garbled)
      .map((make) => fails(make())),
    fc.integer({ min: 1, max: 90 }).map((pause) => fails(FAILURES.limited(0, pause))),
  );
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), happening), {
    maxLength: 60,
  });

  /** Plays it as the shell would: an answer comes to a read alone, and a wait ends when it is over. */
  function play(
    events: readonly (readonly [number, Happening])[],
    check: (step: {
      readonly event: Happening;
      readonly at: number;
      readonly commands: readonly PollCommand[];
      readonly memory: PollMemory;
      readonly isRateLimited: boolean;
    }) => void,
  ) {
    const polling = createPolling();
    let at = 0;
    let due: { readonly at: number; readonly event: PollEvent } | null = null;
    const happen = (time: number, next: Happening) => {
      const { pause, endedAt } = polling.getMemory();
      at = time;
      const isRateLimited = pause > at - endedAt;
      const commands = polling.happen(at, next);
      const wait = commands.find((command) => command.type === 'wait');
      due = wait ? { at: at + wait.ms, event: wait.event } : null;
      check({ event: next, at, commands, memory: polling.getMemory(), isRateLimited });
    };
    happen(0, START);
    for (const [after, next] of events) {
      const end: number = at + after;
      while (due !== null && (due as { at: number }).at <= end) {
        const { at: time, event }: { at: number; event: PollEvent } = due;
        happen(time, event);
      }
      const { isActive, reads } = polling.getMemory();
      const isRead = 'answer' in next || 'failure' in next;
      const isStart = 'type' in next && next.type === 'start';
      const isStop = 'type' in next && next.type === 'stop';
      if (
        (isRead && !(isActive && reads.isReading)) ||
        (isStart && isActive) ||
        (isStop && !isActive)
      )
        continue;
      happen(end, next);
    }
  }

  it('waits for something until the payment is settled, unless it says that it has paused', () => {
    fc.assert(
      fc.property(rows, (events) =>
        play(events, ({ event, commands, memory }) => {
          const { state, isActive, reads } = memory;
          const isWaiting = reads.isReading || commands.some(({ type }) => type === 'wait');
          const isDone = ['succeeded', 'authorized', 'canceled'].includes(state.phase);
          if (isActive && !isDone && !isWaiting)
            expect(describeState(state)).toMatch(/paused|failed/);
          if (isDone && event !== START)
            expect(commands.map(({ type }) => type)).not.toContain('read');
        }),
      ),
      { numRuns: 500 },
    );
  });

  it('does one thing at a time, and nothing while the gateway wants to be left alone', () => {
    fc.assert(
      fc.property(rows, (events) =>
        play(events, ({ commands, isRateLimited }) => {
          const next = commands.filter(({ type }) => type === 'read' || type === 'wait');
          expect(next.length).toBeLessThanOrEqual(1);
          for (const each of next)
            if (each.type === 'wait') expect(each.ms).toBeGreaterThanOrEqual(0);
          if (isRateLimited) expect(commands.map(({ type }) => type)).not.toContain('read');
        }),
      ),
      { numRuns: 500 },
    );
  });
});
