import type { DialectName } from '../base/dialectName.ts';
import type { Heartbeat } from '../base/heartbeat.ts';
import { newClientSecret, newId } from '../base/ids.ts';
import type { Random } from '../base/random.ts';
import type { Dialect } from '../dialect/dialect.ts';
import type { History } from './history.ts';
import type { Store } from './store.ts';
import type { Webhooks } from './webhooks.ts';

/** What every part of the sandbox works with: memory, clock, chance, and the shop's name. */
export interface SandboxContext {
  readonly store: Store;
  readonly webhooks: Webhooks;
  readonly history: History;
  /** Milliseconds. */
  readonly now: () => number;
  readonly random: Random;
  readonly heartbeat: Heartbeat;
  readonly merchant: string;
}

/** The sandbox during one request. */
export interface RequestContext extends SandboxContext {
  readonly dialect: Dialect;
  /** The connected account that the request is for; null for the platform's own. */
  readonly account: string | null;
  /** The URL under which the caller sees the sandbox, for links to its pages. */
  readonly origin: string;
  /** What a fixture has chosen of what is by chance otherwise. */
  readonly chosen?: {
    readonly id?: string | undefined;
    readonly clientSecret?: string | undefined;
  };
}

/** The id of a new object: by chance, or a fixture's. */
export function newObjectId(prefix: string, { chosen, dialect, random }: RequestContext): string {
  const id = chosen?.id;
  return id?.startsWith(`${prefix}_`) ? id : newId(prefix, dialect.name, random);
}

/** The client secret of a new intent: by chance, or a fixture's. */
export const newSecretOf = (id: string, { chosen, dialect, random }: RequestContext): string =>
  chosen?.clientSecret ?? newClientSecret(id, dialect.name, random);

/** What belongs to one account at one gateway. */
export interface Owned {
  readonly dialect: DialectName;
  readonly account: string | null;
}

/** Whether an object belongs to the gateway and the account of a request. Others are not found. */
export const isOwnedBy =
  ({ account, dialect }: Pick<RequestContext, 'account' | 'dialect'>) =>
  (object: Owned): boolean =>
    object.dialect === dialect.name && object.account === account;
