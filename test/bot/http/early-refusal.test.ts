/** A refusal that is said while the body still comes reaches whoever sends it. */
import { spawn } from 'node:child_process';

import { type ApiAround, startApi } from '../../support/api-around';

let api: ApiAround;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

/** A sender that looks up from its sending late, as on a busy machine: the refusal and the end of the connection are there at once then. */
const SENDER = `
const pause = (ms) => { for (const end = Date.now() + ms; Date.now() < end;); };
async function* pieces() {
  for (let at = 0; at < 12; at += 1) {
    yield new Uint8Array(1024 * 1024);
    await new Promise(setImmediate);
    pause(at < 2 ? 200 : 5);
  }
}
const headers = { 'content-type': 'application/octet-stream', authorization: 'Bearer alex' };
fetch(process.argv[1], { method: 'POST', headers, body: pieces(), duplex: 'half' }).then(
  async (response) => console.log(response.status, (await response.json()).code),
  (error) => console.log(error.cause?.code ?? String(error)),
);`;

const heardBy = (path: string): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['-e', SENDER, `${api.origin}/api/v1${path}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    child.once('close', () => resolve(said.trim()));
  });

test('Whoever sends megabytes to a case that is not there hears so', async () => {
  const path = '/cases/00000000-0000-4000-8000-000000000000/uploads?name=large.evtx';
  const heard = await Promise.all(Array.from({ length: 4 }, () => heardBy(path)));
  expect(heard).toEqual(heard.map(() => '404 no-such-case'));
});
