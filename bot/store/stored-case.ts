/** A row of the table of cases as a record, its JSON checked: what a disk gives back is outside data. */
import { type Selectable } from 'kysely';
import { z } from 'zod';

import { CASE_SCHEMA, type CaseEvidence, type Diagnosis, DIAGNOSIS_SCHEMA } from '../../analyzers/index';
import { type CaseRecord } from '../cases/case-store';
import { ServiceError } from '../service-error';
import { type Tables } from './tables';

/** Throws a ServiceError where the row was written by a release with another shape of evidence. */
export function storedCase(row: Selectable<Tables['cases']>): CaseRecord {
  const id = caseId(row.number);
  return {
    id,
    conversation: row.conversation,
    state: row.state,
    version: row.version,
    evidence: evidenceOf(id, row.evidence),
    diagnosis: diagnosisOf(row.diagnosis),
    cardActivityId: row.card_activity_id,
  };
}

export const caseId = (number: number): string => `C-${number}`;

/** The number of an id such as `C-12`; null for anything else. */
export function caseNumber(id: string): number | null {
  const digits = /^C-(\d{1,15})$/.exec(id)?.[1];
  return digits === undefined ? null : Number(digits);
}

const versioned = (schema: string) => z.looseObject({ schema: z.literal(schema) });

/** The version is checked, the inside is not: only this program writes it, and the version changes with the shape. */
function evidenceOf(id: string, json: string): CaseEvidence {
  const evidence = versioned(CASE_SCHEMA).safeParse(JSON.parse(json));
  if (evidence.success) return evidence.data as unknown as CaseEvidence;
  throw new ServiceError('case-newer', `Case ${id} was kept by another release and cannot be read by this one.`);
}

/** A diagnosis of another version is left out: it is computed again with the next upload. */
function diagnosisOf(json: string | null): Diagnosis | null {
  if (json === null) return null;
  const diagnosis = versioned(DIAGNOSIS_SCHEMA).safeParse(JSON.parse(json));
  return diagnosis.success ? (diagnosis.data as unknown as Diagnosis) : null;
}
