/** Moves everything that is kept from one home into the other, or from a backup into either. */
import { parseArgs } from 'node:util';

import { type Config } from '../config';
import { RefusedError } from '../refused-error';
import { type EmptyPlace, type MovePlace, moveHome } from '../store/move';
import { type TableSum } from '../store/table-copy';

const USAGE =
  'Say from where and to where: npm run move -- --from embedded --to postgres (or the other way round; or --from BACKUP-FILE). ' +
  'embedded is the folder of TUNNEL_TRIAGE_DATA, postgres the database of DATABASE_URL.';

/** `--from` and `--to`; the URL is never one of the words, because every account of the machine may read those. */
export async function move(config: Config, words: readonly string[]): Promise<string> {
  const { from, to } = optionsOf(words);
  if (from === to) throw new RefusedError('move-usage', USAGE);
  const sums = await moveHome(sourceOf(from, config), homeOf(to, config));
  return [...sums.map(line), '', afterwards(to)].join('\n');
}

function optionsOf(words: readonly string[]): { readonly from: string; readonly to: 'embedded' | 'postgres' } {
  try {
    const { values } = parseArgs({ args: [...words], options: { from: { type: 'string' }, to: { type: 'string' } } });
    const { from, to } = values;
    if (from !== undefined && (to === 'embedded' || to === 'postgres')) return { from, to };
  } catch {
    // An option that is unknown is a matter of usage too.
  }
  throw new RefusedError('move-usage', USAGE);
}

function sourceOf(word: string, config: Config): MovePlace {
  if (word === 'embedded' || word === 'postgres') return homeOf(word, config);
  if (!/^postgres(?:ql)?:/.test(word)) return { kind: 'backup', file: word };
  throw new RefusedError('move-usage', `Set DATABASE_URL to the URL, and say postgres. ${USAGE}`);
}

function homeOf(word: 'embedded' | 'postgres', { databaseUrl, dataFolder }: Config): EmptyPlace {
  if (word === 'embedded') return { kind: 'embedded', folder: dataFolder };
  if (databaseUrl !== null) return { kind: 'postgres', url: databaseUrl };
  throw new RefusedError(
    'move-no-url',
    'DATABASE_URL is unset: set it to the PostgreSQL, for this command in the environment or in .env.',
  );
}

const line = ({ table, rows, checksum }: TableSum): string =>
  `${table.padEnd(16)} ${String(rows).padStart(9)} rows  ${checksum}`;

const afterwards = (to: 'embedded' | 'postgres'): string =>
  to === 'postgres'
    ? 'All is in PostgreSQL now, the same by count and checksum. Keep DATABASE_URL set and start the bot; the embedded file stays as a copy until you delete it.'
    : 'All is in the embedded file now, the same by count and checksum. Unset DATABASE_URL and start one bot; the database stays as a copy until you delete it.';
