/** The text of an answer from outside, of which no more is read than whoever asked can need. */

/** UTF-8; null where the body has more bytes than that, of which no more are read then. Rejects where the connection breaks. */
export async function boundedText({ body }: Pick<Response, 'body'>, maxBytes: number): Promise<string | null> {
  if (body === null) return '';
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  // The type of the body does not say that it can be iterated, which Node promises.
  for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
    bytes += piece.byteLength;
    if (bytes > maxBytes) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
