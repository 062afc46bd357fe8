/** A receiver of the signed webhook on the loopback interface that answers as a test says, and keeps what came. */
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';

export interface ReceivedNote {
  readonly id: string;
  readonly ticket: string;
  readonly occasion: string;
  readonly text: string;
}

export interface WebhookReceiver {
  readonly url: string;
  /** Every call so far, refused ones too. */
  readonly came: readonly ReceivedNote[];
  /** The statuses of the next calls, in order; 204 when nothing is left. */
  readonly answers: number[];
  readonly close: () => Promise<void>;
}

export async function startReceiver(): Promise<WebhookReceiver> {
  const came: ReceivedNote[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      came.push(JSON.parse(Buffer.concat(chunks).toString('utf8')) as ReceivedNote);
      response.writeHead(answers.shift() ?? 204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notes`,
    came,
    answers,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
