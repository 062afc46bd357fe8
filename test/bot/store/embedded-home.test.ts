/** The embedded home: the sentence with which it is refused where it cannot be opened. */
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createLog } from '../../../bot/log';
import { type EmbeddedHome } from '../../../bot/store/home';
import { ServiceError } from '../../../bot/service-error';
import { DATABASE_FILE, openEmbeddedHome } from '../../../bot/store/embedded-home';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (at = folder): Promise<EmbeddedHome> => openEmbeddedHome(at, createLog('silent'));

/** The error with which a start is refused. */
const refusal = async (): Promise<ServiceError> => {
  try {
    await (await open()).close();
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
  throw new Error('It was opened.');
};

describe('A store that cannot be opened', () => {
  it('is refused while another owns it', async () => {
    const owner = await open();
    const { code, message } = await refusal();
    await owner.close();
    expect(code).toBe('store-in-use');
    expect(message).toContain('is in use by another process');
  });

  it('is refused where it is damaged', async () => {
    writeFileSync(join(folder, DATABASE_FILE), 'this is no database, although it is long enough to be looked at');
    const { code, message } = await refusal();
    expect(code).toBe('store-damaged');
    expect(message).toContain('restore it from a backup');
  });

  it('is refused where a newer release wrote it', async () => {
    await (await open()).close();
    const file = new Database(join(folder, DATABASE_FILE));
    file.prepare('insert into kysely_migration (name, timestamp) values (?, ?)').run('999-later', '2030-01-01');
    file.close();
    const { code, message } = await refusal();
    expect(code).toBe('store-newer');
    expect(message).toContain('999-later');
  });

  it('is refused where its folder cannot be made', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    await expect(open(join(file, 'data'))).rejects.toMatchObject({ code: 'store-unreachable' });
  });
});
