/** What of a diagnosis belongs to the message that was just taken in, and what a person would notice of it. */
import { type Diagnosis, type UploadReport } from '../../analyzers/index';

/** The reports that were not there `before`; where everything came before, the earlier reports of the same names. */
export function receivedNow(
  reports: readonly UploadReport[],
  before: readonly UploadReport[],
  uploads: readonly { readonly name: string }[],
): readonly UploadReport[] {
  const known = new Set(before.map(identity));
  const fresh = reports.filter((report) => !known.has(identity(report)));
  if (fresh.length > 0) return fresh;
  const names = uploads.map(({ name }) => name);
  const repeated = reports.filter(({ name }) => names.some((each) => name === each || name.startsWith(`${each}!/`)));
  return [...new Map(repeated.map((report) => [identity(report), report])).values()];
}

export const isOfSeveralCommands = ({ problems }: UploadReport): boolean =>
  problems.some(({ code }) => code === 'command-undecided');

const identity = ({ name, sha256 }: UploadReport): string => `${sha256} ${name}`;

/** Equal for two diagnoses that look the same to a person. */
export const whatItSays = (diagnosis: Diagnosis | null): string =>
  JSON.stringify(
    diagnosis && [
      diagnosis.outcome,
      diagnosis.failedStep,
      diagnosis.steps.map(({ outcome }) => outcome),
      diagnosis.causes.map(({ id, confidence }) => [id, confidence]),
      diagnosis.next?.id,
    ],
  );
