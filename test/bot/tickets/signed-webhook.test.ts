/** The signed webhook: a receiver on the loopback interface checks the signature as the document says, over the bytes that came. */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

import { openSignedWebhook } from '../../../bot/tickets/signed-webhook';
import { type TicketNote, type TicketSystem } from '../../../bot/tickets/ticket-system';
import { type DocumentedCalls, documentedCalls } from '../../support/documented-calls';

interface Came {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const SECRET = 'both sides have it';
const note: TicketNote = {
  ticket: 'A-142',
  caseId: 'C-1',
  occasion: 'healed',
  mark: 'tt-0123456789abcdef',
  text: 'The tunnels work again. Grüße\nWritten by Tunnel Triage, tt-0123456789abcdef',
};

let came: Came[];
let answer: { readonly status: number; readonly headers: Readonly<Record<string, string>> };
let server: Server;
let calls: DocumentedCalls;
let webhook: TicketSystem;
beforeEach(async () => {
  came = [];
  answer = { status: 204, headers: {} };
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      came.push({ url: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(answer.status, answer.headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/triage`;
  calls = documentedCalls('bot/tickets/signed-webhook.openapi.yaml', url);
  webhook = openSignedWebhook({ url, user: null, secret: SECRET, table: '', fetch: calls.fetch });
});
afterEach(async () => {
  expect(calls.faults).toEqual([]);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const signal = new AbortController().signal;
const isSigned = ({ headers, body }: Came, secret: string): boolean => {
  const timestamp = String(headers['x-tunnel-triage-timestamp']);
  const expected = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return (
    headers['x-tunnel-triage-signature'] === `v1=${expected}` &&
    Math.abs(Date.now() / 1000 - Number(timestamp)) < 5 * 60
  );
};

describe('The signed webhook', () => {
  it('posts the note to the very address, with what a receiver needs to know it again', async () => {
    expect(await webhook.write(note, signal)).toEqual({ kind: 'written' });
    expect(came.map(({ url }) => url)).toEqual(['/hooks/triage']);
    expect(came[0]!.headers['idempotency-key']).toBe(note.mark);
    expect(JSON.parse(came[0]!.body)).toEqual({
      schema: 'tunnel-triage/webhook/1',
      kind: 'note',
      id: note.mark,
      ticket: 'A-142',
      case: 'C-1',
      occasion: 'healed',
      text: note.text,
    });
  });

  it('signs timestamp and body, so that a receiver with the secret can tell, and one with another cannot', async () => {
    await webhook.write(note, signal);
    expect([isSigned(came[0]!, SECRET), isSigned(came[0]!, 'another')]).toEqual([true, false]);
    expect(isSigned({ ...came[0]!, body: came[0]!.body.replace('A-142', 'A-143') }, SECRET)).toBe(false);
  });

  it('says at the start whether the receiver takes the signature', async () => {
    expect(await webhook.check(signal)).toEqual({ kind: 'ready' });
    expect(isSigned(came[0]!, SECRET)).toBe(true);
    answer = { status: 401, headers: {} };
    expect(await webhook.check(signal)).toEqual({ kind: 'never', why: '401' });
  });

  it.each([
    [410, {}, { kind: 'never', why: '410' }],
    [404, {}, { kind: 'never', why: '404' }],
    [502, {}, { kind: 'later', why: '502', afterMs: 0 }],
    [429, { 'retry-after': '5' }, { kind: 'later', why: '429', afterMs: 5000 }],
  ])('takes %d for what it means', async (status, headers, expected) => {
    answer = { status, headers };
    expect(await webhook.write(note, signal)).toEqual(expected);
  });

  it('keeps the query of an address that has one', async () => {
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/run?api-version=1&sig=abc`;
    webhook = openSignedWebhook({ url, user: null, secret: SECRET, table: '', fetch: (request) => fetch(request) });
    expect(await webhook.write(note, signal)).toEqual({ kind: 'written' });
    expect(came[0]!.url).toBe('/run?api-version=1&sig=abc');
    expect(isSigned(came[0]!, SECRET)).toBe(true);
  });
});
