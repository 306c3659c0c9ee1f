/** The options of a checkout as a developer has written them, in any of the faces; all may be mistaken. */
export interface OptionCheckInput {
  /** Names are attributes' (`client-secret`) or options' (`clientSecret`). */
  readonly isElement: boolean;
  readonly gateway: {
    readonly name: string;
    readonly baseUrl: string;
    readonly publishableKey: string;
    readonly account?: string | undefined;
  };
  /** The options that this way in knows, by their names in scripts. */
  readonly names: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  /** Names that mean nothing to this way in, and what they are there. */
  readonly unknownNames: readonly UnknownName[];
  /** Whether it has been there for long enough to have all that it needs. */
  readonly isWaiting: boolean;
}

export interface UnknownName {
  readonly name: string;
  /** An attribute or a property may be another's. */
  readonly kind: 'attribute' | 'property' | 'option';
}

/** So long nobody minds that the client secret is still on its way. */
export const SECRET_WAIT_MS = 5_000;
