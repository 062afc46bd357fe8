/** Opens the home that the settings name: PostgreSQL where a URL is set, else the embedded file. */
import { type Log } from '../log';
import { openEmbeddedHome } from './embedded-home';
import { type Home } from './home';
import { openPostgresHome } from './postgres-home';

export interface HomePlace {
  /** `postgres://…`; null is the embedded file. */
  readonly databaseUrl: string | null;
  /** The folder of the embedded file. */
  readonly dataFolder: string;
}

/** Migrates what is older. Rejects with a ServiceError, one sentence that says what to do, and then has changed nothing. */
export function openHome({ databaseUrl, dataFolder }: HomePlace, log: Log): Promise<Home> {
  return databaseUrl === null ? openEmbeddedHome(dataFolder, log) : openPostgresHome(databaseUrl, log);
}
