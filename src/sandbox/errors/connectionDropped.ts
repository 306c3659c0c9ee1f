/** An answer that ends in the middle. */
interface PartialResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly half: Uint8Array;
  /** Of the whole, in bytes. */
  readonly length: number;
}

/** What `fetch` rejects with where a connection ends without an answer: no response, but an error. */
export class ConnectionDropped extends TypeError {
  override readonly name = 'ConnectionDropped';
  /** What a server has sent by then; null is nothing. */
  readonly partial: PartialResponse | null;

  constructor(partial: PartialResponse | null = null) {
    super('The sandbox dropped this connection, as it was asked to.');
    this.partial = partial;
  }
}
