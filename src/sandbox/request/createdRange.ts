import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import type { Reader } from './readers.ts';

const LIMITS = {
  gt: (at, limit) => at > limit,
  gte: (at, limit) => at >= limit,
  lt: (at, limit) => at < limit,
  lte: (at, limit) => at <= limit,
} as const satisfies Readonly<Record<string, (at: number, limit: number) => boolean>>;

type InRange = (time: number) => boolean;

const isTime = (value: unknown) => /^\d{1,15}$/.test(String(value));

/** `created=1700000000`, or `created[gte]=…` and the like, in the gateway's unit. */
export const createdRange: Reader<InRange> = (value, name) => {
  const limit = typeof value === 'object' ? (value as JsonObject) : { gte: value, lte: value };
  const limits = Object.entries(limit).map(([key, each]) => {
    if (!Object.hasOwn(LIMITS, key) || !isTime(each)) throw problems.notInteger(name, `${each}`);
    return (at: number) => LIMITS[key as keyof typeof LIMITS](at, Number(each));
  });
  return (time) => limits.every((holds) => holds(time));
};
