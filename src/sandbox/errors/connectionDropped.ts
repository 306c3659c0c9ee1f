/** An answer that ends in the middle. */
interface PartialResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly half: Uint8Array;
  /** The length of the complete answer in bytes. */
  readonly length: number;
}

/** The error that `fetch` rejects with where a connection ends without an answer. */
export class ConnectionDropped extends TypeError {
  override readonly name = 'ConnectionDropped';
  /** What a server sends before it closes the connection; null is nothing. */
  readonly partial: PartialResponse | null;

  constructor(partial: PartialResponse | null = null) {
    super('The sandbox dropped this connection, as it was asked to.');
    this.partial = partial;
  }
}
