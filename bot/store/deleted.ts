/** How many rows were deleted, by table; a table that lost none is not named. */
import { type DeleteResult } from 'kysely';

import { type TableName } from './tables';

export type Deleted = Readonly<Partial<Record<TableName, number>>>;

export const deletedFrom = (table: TableName, { numDeletedRows }: DeleteResult): Deleted =>
  numDeletedRows === 0n ? {} : { [table]: Number(numDeletedRows) };

export function together(parts: readonly Deleted[]): Deleted {
  const sum = new Map<TableName, number>();
  for (const part of parts) {
    // Object.entries forgets the names of a partial record.
    for (const [table, count] of Object.entries(part) as [TableName, number][])
      sum.set(table, (sum.get(table) ?? 0) + count);
  }
  return Object.fromEntries(sum);
}
