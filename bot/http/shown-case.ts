/** A case as the API shows it, from its row. */
import { type NextCommand } from '../../analyzers/index';
import { securityAssociationsCommand } from '../cases/first-question';
import { apiCaseId, type ApiCaseRow } from '../store/api-cases';
import { type components } from './openapi';

type Schemas = components['schemas'];

export function shownCase(row: ApiCaseRow): Schemas['Case'] {
  return {
    id: apiCaseId(row.conversation),
    version: row.version,
    openedAt: isoOf(row.opened_at),
    updatedAt: isoOf(row.updated_at),
    uploads: row.files ?? 0,
    // Only this program writes what is in a diagnosis.
    outcome: row.outcome as Schemas['Case']['outcome'],
    failedStep: row.failed_now as Schemas['Case']['failedStep'],
    computer: row.computer,
    server: serverOf(row),
    waitsFor: waitsFor(row),
  };
}

export const isoOf = (at: number): string => new Date(at).toISOString();

function serverOf({ server }: ApiCaseRow): Schemas['Case']['server'] {
  if (server === null) return null;
  const { serverIpv4, serverIpv4Second } = JSON.parse(server) as {
    readonly serverIpv4: string;
    readonly serverIpv4Second: string | null;
  };
  return { first: serverIpv4, second: serverIpv4Second };
}

/** The command to run now, or after a repair; null where nothing is left to ask. */
export function waitsFor({ outcome, next, check }: ApiCaseRow): NextCommand | null {
  if (outcome === null) return securityAssociationsCommand();
  const asked = next ?? check;
  return asked === null ? null : (JSON.parse(asked) as NextCommand);
}
