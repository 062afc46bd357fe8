/**
 * A port of the loopback interface that nobody listens on, for a process that must be told its port. A port that the system itself gives away could be
 * taken again before that process listens: by a server of another test, or by any connection that goes out. So these lie below those that Linux
 * and Windows give away (32768 and 49152), and each test process has its own.
 */
import { createServer } from 'node:net';

const FIRST = 20_000;
const PORTS_OF_A_PROCESS = 1000;
const PROCESSES = 12;

/** The number that jest gives each of its processes, from 1; one that runs without it takes the last block. */
const block = Math.min(Number(process.env['JEST_WORKER_ID'] ?? PROCESSES), PROCESSES) - 1;
/** Two runs on one machine begin at different places; the registry of modules is another for each test file, and each begins where time has come to. */
let next = Date.now() % PORTS_OF_A_PROCESS;

export async function freePort(): Promise<number> {
  for (let tried = 0; tried < PORTS_OF_A_PROCESS; tried += 1) {
    const port = FIRST + block * PORTS_OF_A_PROCESS + next;
    next = (next + 1) % PORTS_OF_A_PROCESS;
    if (await isFree(port)) return port;
  }
  throw new Error(`None of ${PORTS_OF_A_PROCESS} ports is free.`);
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
