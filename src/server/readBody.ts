/** The bytes of a body, or null where there are more than allowed. */
export async function readBody(
  { body }: Request,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    length += part.value.length;
    if (length > most) {
      // Without waiting: who sends so much may never end.
      reader?.cancel().catch(() => {});
      return null;
    }
    parts.push(part.value);
  }
  return join(parts, length);
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
