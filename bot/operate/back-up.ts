/** Makes a backup, whether the bot runs or not: of the embedded file the running bot makes it, because nobody else may open it. */
import { resolve } from 'node:path';
import { z } from 'zod';

import { type Config } from '../config';
import { askRunningBot, NOT_RUNNING } from '../control/ask-running-bot';
import { type ControlRequests } from '../control/control-server';
import { RefusedError } from '../refused-error';
import { backUpFolder, backUpPostgres, backUpRunning } from '../store/backup';
import { type Home } from '../store/home';

const REQUEST = 'backup';
/** A disk that writes 20 MB in a second has made 10 GB by then. */
const BACKUP_LIMIT_MS = 10 * 60 * 1000;
const USAGE = 'Name the file to write, for example: npm run backup -- backup.sqlite';

/** What the running bot does for it. */
export const backupRequests = (home: Home): ControlRequests => ({
  [REQUEST]: async (argument) => {
    const file = z.string().min(1).safeParse(argument).data;
    if (file === undefined || home.kind !== 'embedded') throw new RefusedError('backup-usage', USAGE);
    await backUpRunning(home, file);
    return file;
  },
});

/** The words are one: the file. */
export async function backUp({ databaseUrl, dataFolder }: Config, words: readonly string[]): Promise<string> {
  const [word, ...more] = words;
  if (word === undefined || word.startsWith('-') || more.length > 0) throw new RefusedError('backup-usage', USAGE);
  const file = resolve(word); // the bot may have another working folder
  if (databaseUrl !== null) await backUpPostgres(databaseUrl, file);
  else if ((await askRunningBot(dataFolder, REQUEST, file, BACKUP_LIMIT_MS)) === NOT_RUNNING)
    await backUpFolder(dataFolder, file);
  return `${file} holds everything as it was now. To restore it into an empty home: npm run move -- --from ${word} --to embedded (or postgres).`;
}
