/** The control socket: who may ask, what is answered, and what becomes of a socket that was left behind. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { askRunningBot, NOT_RUNNING } from '../../../bot/control/ask-running-bot';
import { CONTROL_FILE, controlAddress } from '../../../bot/control/control-address';
import { type Control, type ControlRequests, openControl } from '../../../bot/control/control-server';
import { createLog, type Log } from '../../../bot/log';
import { RefusedError } from '../../../bot/refused-error';

let folder: string;
let control: Control | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
});
afterEach(async () => {
  await control?.close();
  control = null;
  rmSync(folder, { recursive: true, force: true });
});

const REQUESTS: ControlRequests = {
  echo: (argument) => Promise.resolve({ heard: argument }),
  refuse: () => Promise.reject(new RefusedError('no', 'It cannot be done today: try tomorrow.')),
  fail: () => Promise.reject(new Error('secret of the inside')),
  never: () => new Promise(() => undefined),
};
const open = async (log: Log = createLog('silent')): Promise<void> => {
  control = await openControl(folder, REQUESTS, log);
};

describe('A running bot', () => {
  it('answers a request by its name', async () => {
    await open();
    expect(await askRunningBot(folder, 'echo', { text: 'ü\n' })).toEqual({ heard: { text: 'ü\n' } });
  });

  it('says its refusal, and of a failure only that there was one', async () => {
    await open();
    await expect(askRunningBot(folder, 'refuse', null)).rejects.toThrow('It cannot be done today: try tomorrow.');
    await expect(askRunningBot(folder, 'fail', null)).rejects.toThrow('its log says where');
  });

  it.each(['nothing', 'constructor', '__proto__'])('does not know the request %s', async (name) => {
    await open();
    await expect(askRunningBot(folder, name, null)).rejects.toMatchObject({ code: 'control-unknown' });
  });

  it('is not harmed by what is no request', async () => {
    await open();
    const socket = connect(controlAddress(folder)!);
    const ended = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined).write('x'.repeat(200_000));
    await ended;
    expect(await askRunningBot(folder, 'echo', 1)).toEqual({ heard: 1 });
  });

  it('that does not answer is waited for only so long', async () => {
    await open();
    await expect(askRunningBot(folder, 'never', null, 100)).rejects.toMatchObject({ code: 'control-no-reply' });
  });

  it('is there for its own account only', async () => {
    await open();
    expect(statSync(join(folder, CONTROL_FILE)).mode & 0o777).toBe(0o600);
  });

  it('takes the place of one that was killed', async () => {
    const script = `require('net').createServer().listen(${JSON.stringify(join(folder, CONTROL_FILE))}, () => process.kill(process.pid, 'SIGKILL'))`;
    expect(() => execFileSync(process.execPath, ['-e', script])).toThrow();
    expect(statSync(join(folder, CONTROL_FILE)).isSocket()).toBe(true);
    expect(await askRunningBot(folder, 'echo', 1)).toBe(NOT_RUNNING);
    await open();
    expect(await askRunningBot(folder, 'echo', 1)).toEqual({ heard: 1 });
  });
});

describe('A bot that does not run', () => {
  it('is told from one that does', async () => {
    expect(await askRunningBot(folder, 'echo', 1)).toBe(NOT_RUNNING);
    expect(await askRunningBot(join(folder, 'no-such-folder'), 'echo', 1)).toBe(NOT_RUNNING);
    writeFileSync(join(folder, CONTROL_FILE), 'no socket');
    expect(await askRunningBot(folder, 'echo', 1)).toBe(NOT_RUNNING);
  });
});

describe('The address of the control socket', () => {
  it('may be short from the working folder where the whole path is too long', () => {
    const deep = join(process.cwd(), 'a'.repeat(60), 'b'.repeat(25));
    expect(controlAddress(deep)).toBe(`${'a'.repeat(60)}/${'b'.repeat(25)}/${CONTROL_FILE}`);
    expect(controlAddress(join('/', 'a'.repeat(120)))).toBeNull();
  });

  it('is a pipe of the folder on Windows', () => {
    expect(controlAddress('data', 'win32')).toMatch(/^\\\\\.\\pipe\\tunnel-triage-[0-9a-f]{32}$/);
    expect(controlAddress('data', 'win32')).not.toBe(controlAddress('other', 'win32'));
  });

  it('that is too long is said in the log, and the bot runs without', async () => {
    const said: string[] = [];
    const deep = join(folder, 'd'.repeat(110));
    const quiet = await openControl(deep, REQUESTS, { ...createLog('silent'), warn: (code) => said.push(code) });
    await quiet.close();
    expect(said).toEqual(['control-path-too-long']);
  });
});
