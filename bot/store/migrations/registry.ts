/**
 * The migrations of the store, in order, for either home. One that was released is never changed, only followed by another.
 *
 * Several instances run side by side on PostgreSQL, and a rolling deployment runs old ones beside a schema that is newer than they
 * know. So a migration comes in two steps, over two releases: first it adds what the older release does not need, and only when
 * no older instance is left it takes away what nobody reads any more. Its name tells the older instances whether they may stay:
 * `004-drop-x-since-002` lets every instance work that knows migration 002; a migration without `since` stops the older ones
 * with a sentence. The first two have none, because no release before them ran on PostgreSQL.
 */
import { type Migration } from 'kysely';

import { cases } from './001-cases';
import { livingCase } from './002-living-case';
import { figures } from './003-figures-since-002';
import { tickets } from './004-tickets-since-002';
import { apiCases } from './005-api-cases-since-002';
import { apiKeys } from './006-api-keys-since-002';
import { events } from './007-events-since-002';
import { COLUMN_KINDS, type HomeKind } from './column-kinds';

export function migrationsFor(home: HomeKind): Readonly<Record<string, Migration>> {
  const kinds = COLUMN_KINDS[home];
  return {
    '001-cases': cases(kinds),
    '002-living-case': livingCase(kinds),
    '003-figures-since-002': figures(kinds),
    '004-tickets-since-002': tickets(kinds),
    '005-api-cases-since-002': apiCases(kinds),
    '006-api-keys-since-002': apiKeys(kinds),
    '007-events-since-002': events(),
  };
}

/** Whether a program whose newest migration is `newest` may work beside `unknown`, which it does not have. */
export function mayStayBeside(unknown: string, newest: string): boolean {
  const since = /-since-(\d{3})$/.exec(unknown)?.[1];
  return since !== undefined && since <= newest.slice(0, 3);
}
