/** What goes over the control socket: one line of JSON there, one line of JSON back. */
import { type Socket } from 'node:net';
import { z } from 'zod';

export const controlRequest = z.object({ name: z.string().max(100), argument: z.unknown() });
export type ControlRequest = z.output<typeof controlRequest>;

export const controlReply = z.union([
  z.object({ result: z.unknown() }),
  /** A sentence for the operator. */
  z.object({ code: z.string(), sentence: z.string() }),
]);
export type ControlReply = z.output<typeof controlReply>;

/** The first line that comes, without its end. Rejects where it is longer than `most` characters, or the other side ends before it. */
export function firstLine(socket: Socket, most: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      text += chunk;
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
      else if (text.length > most) reject(new Error('The line is too long.'));
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('The other side ended.')));
  });
}

/** null where it is none. */
export function parsedLine<Message>(schema: z.ZodType<Message>, line: string): Message | null {
  try {
    return schema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
