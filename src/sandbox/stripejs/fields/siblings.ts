/**
 * The frames of one group of Elements ask each other for their part of a card. They share an
 * origin, so a BroadcastChannel carries it, to which the shop's page, of another origin, cannot
 * listen; and nothing of it goes through that page.
 */
import type { CardBrand } from '../cardFields.ts';
import type { ElementType } from '../messages.ts';
import { randomName } from '../randomName.ts';
import type { Entry } from './entry.ts';

type SiblingMessage =
  | { readonly kind: 'ask'; readonly type: ElementType; readonly id: string }
  | {
      readonly kind: 'part';
      readonly type: ElementType;
      readonly id: string;
      readonly entry: Entry;
    }
  | { readonly kind: 'brand'; readonly brand: CardBrand }
  /** A frame that comes later has missed the brand. */
  | { readonly kind: 'join' };

export interface Siblings {
  /** What is entered in another frame; rejects where it does not answer. */
  ask(type: ElementType): Promise<Entry>;
  sendBrand(brand: CardBrand): void;
}

interface SiblingsOptions {
  readonly group: string;
  readonly type: ElementType;
  /** What is entered here, for another frame's request. */
  readonly entry: () => Entry;
  readonly onBrand: (brand: CardBrand) => void;
}

/** How long another frame may take to answer. Milliseconds. */
const PATIENCE = 5000;

export function joinSiblings({ entry, group, onBrand, type }: SiblingsOptions): Siblings {
  const channel = new BroadcastChannel(`paystep-stripejs-${group}`);
  const waiting = new Map<string, (entry: Entry) => void>();
  const send = (message: SiblingMessage) => channel.postMessage(message);
  let brand: CardBrand | null = null;

  channel.onmessage = ({ data }: MessageEvent<SiblingMessage>) => {
    if (data.kind === 'brand') return onBrand(data.brand);
    if (data.kind === 'join') return brand === null ? undefined : send({ kind: 'brand', brand });
    if (data.kind === 'part') return waiting.get(data.id)?.(data.entry);
    if (data.type === type) send({ kind: 'part', type, id: data.id, entry: entry() });
  };

  send({ kind: 'join' });
  return {
    ask: (wanted) =>
      new Promise((resolve, reject) => {
        const id = randomName();
        const timer = setTimeout(
          () => reject(new Error(`The Element "${wanted}" does not answer.`)),
          PATIENCE,
        );
        waiting.set(id, (found) => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(found);
        });
        send({ kind: 'ask', type: wanted, id });
      }),
    sendBrand(next) {
      brand = next;
      send({ kind: 'brand', brand });
    },
  };
}
