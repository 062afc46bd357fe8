/** The running bot answers the commands of its operator: what only the owner of the embedded file can do, such as a backup. */
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';

import { type Log } from '../log';
import { RefusedError } from '../refused-error';
import { ServiceError } from '../service-error';
import { controlAddress } from './control-address';
import { type ControlReply, controlRequest, firstLine, parsedLine } from './control-message';

/** By name. What it throws as a RefusedError or a ServiceError reaches the operator as its sentence; `argument` is outside data. */
export type ControlRequests = Readonly<Record<string, (argument: unknown) => Promise<unknown>>>;

export interface Control {
  /** Takes no more requests; those under way are cut off. */
  readonly close: () => Promise<void>;
}

/** One operator at a time, and a few by mistake. */
const MAX_CONNECTIONS = 8;
const MAX_REQUEST_CHARACTERS = 64 * 1024;
/** How long a connection may take to say what it wants. */
const REQUEST_LIMIT_MS = 5000;
const ONLY_THIS_ACCOUNT = 0o600;

/**
 * `folder` is the data folder, which must be in this process's hands: a socket that a killed one left there is replaced. Never rejects:
 * a bot that cannot be asked is still a bot, and the log says why.
 */
export async function openControl(folder: string, requests: ControlRequests, log: Log): Promise<Control> {
  const address = controlAddress(folder);
  if (address === null) {
    log.warn('control-path-too-long');
    return { close: () => Promise.resolve() };
  }
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    void answer(socket, requests, log);
  });
  server.maxConnections = MAX_CONNECTIONS;
  try {
    await listen(server, address);
  } catch (error) {
    log.warn('control-not-listening', {}, error);
  }
  return {
    close: async () => {
      for (const socket of open) socket.destroy();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listen(server: Server, address: string): Promise<void> {
  const isFile = process.platform !== 'win32';
  if (isFile) rmSync(address, { force: true });
  // A socket is made within the call, so that it is never open to others, not even for a moment.
  const mask = isFile ? process.umask(0o177) : null;
  const listening = new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ path: address, readableAll: false, writableAll: false }, resolve);
  });
  if (mask !== null) process.umask(mask);
  await listening;
  if (isFile) chmodSync(address, ONLY_THIS_ACCOUNT);
}

async function answer(socket: Socket, requests: ControlRequests, log: Log): Promise<void> {
  const limit = setTimeout(() => socket.destroy(), REQUEST_LIMIT_MS);
  try {
    const line = await firstLine(socket, MAX_REQUEST_CHARACTERS);
    clearTimeout(limit);
    socket.end(`${JSON.stringify(await replyTo(line, requests, log))}\n`);
  } catch {
    socket.destroy();
  } finally {
    clearTimeout(limit);
  }
}

async function replyTo(line: string, requests: ControlRequests, log: Log): Promise<ControlReply> {
  const request = parsedLine(controlRequest, line);
  const handle = request !== null && Object.hasOwn(requests, request.name) ? requests[request.name] : undefined;
  if (request === null || handle === undefined) {
    return {
      code: 'control-unknown',
      sentence: 'The running bot does not know this request: it may be of another release.',
    };
  }
  try {
    const result = await handle(request.argument);
    log.info('control', { request: request.name });
    return { result: result ?? null };
  } catch (error) {
    if (error instanceof RefusedError || error instanceof ServiceError) {
      log.warn('control-refused', { request: request.name }, error);
      return { code: error.code, sentence: error.message };
    }
    log.error('control-failed', { request: request.name }, error);
    return { code: 'control-failed', sentence: 'The running bot failed at this request: its log says where.' };
  }
}
