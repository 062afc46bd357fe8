/** Reads a stream of server-sent events (HTML standard, 9.2), of which this API uses names and data. */

export interface StreamedEvent {
  readonly name: string;
  readonly data: string;
}

/** Rejects with what the stream rejects with. A stream that is cut off in an event ends with the one before. */
export async function* streamedEvents(stream: AsyncIterable<Uint8Array>): AsyncGenerator<StreamedEvent> {
  const decoder = new TextDecoder();
  // Pieces of a long line are joined once, when it has ended.
  let pieces: string[] = [];
  let event = { name: 'message', data: [] as string[] };
  for await (const piece of stream) {
    const lines = decoder.decode(piece, { stream: true }).split('\n');
    for (const [index, part] of lines.entries()) {
      pieces.push(part);
      if (index === lines.length - 1) break;
      const line = pieces.join('').replace(/\r$/, '');
      pieces = [];
      if (line === '') {
        if (event.data.length > 0) yield { name: event.name, data: event.data.join('\n') };
        event = { name: 'message', data: [] };
        continue;
      }
      const value = line.slice(line.indexOf(':') + 1).replace(/^ /, '');
      if (line.startsWith('event:')) event.name = value;
      else if (line.startsWith('data:')) event.data.push(value);
    }
  }
}
