import type { Hash } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import type { Reader } from './readers.ts';

const LIMITS = {
  gt: (at, given) => at > given,
  gte: (at, given) => at >= given,
  lt: (at, given) => at < given,
  lte: (at, given) => at <= given,
} as const satisfies Readonly<Record<string, (at: number, given: number) => boolean>>;

type InSpan = (time: number) => boolean;

const isTime = (value: unknown) => /^\d{1,15}$/.test(String(value));

/** `created=1700000000`, or `created[gte]=…` and its like, in the unit in which the gateway tells it. */
export const span: Reader<InSpan> = (value, name) => {
  const given = typeof value === 'object' ? (value as Hash) : { gte: value, lte: value };
  const limits = Object.entries(given).map(([key, each]) => {
    if (!Object.hasOwn(LIMITS, key) || !isTime(each)) throw problems.notInteger(name, `${each}`);
    return (at: number) => LIMITS[key as keyof typeof LIMITS](at, Number(each));
  });
  return (time) => limits.every((holds) => holds(time));
};
