/** What must hold of whatever comes in: nothing is thrown, no cut passes a rung, every proof stands in what was sent, the card can be shown. */
import { analyse, type AnyUpload, type Context, type Diagnosis, type StepId, type Upload } from '../../analyzers/index';
import { diagnosisCard } from '../../cards/index';
import { cardBytes, MAX_CARD_BYTES } from '../../cards/fit';
import { wrongQuotes } from '../virtual-client/quotes';

export interface Judged {
  readonly uploads: readonly AnyUpload[];
  readonly context: Context;
  /** Of a mutant that is a cut: what the whole passes. null where it is damaged otherwise and may say anything else. */
  readonly allowed: readonly StepId[] | null;
  /** Whether the quotes can be held against the bytes as UTF-8. */
  readonly quotable?: boolean;
}

export const passedIn = ({ steps }: Diagnosis): readonly StepId[] =>
  steps.filter(({ outcome }) => outcome === 'passed').map(({ step }) => step);

/** A sentence for everything that is wrong; rejects with what the product throws. */
export async function faultsOf({ uploads, context, allowed, quotable = false }: Judged): Promise<readonly string[]> {
  const { diagnosis, evidence } = await analyse(uploads, context);
  return [
    ...falselyPassed(diagnosis, allowed),
    ...unproven(diagnosis),
    ...(quotable
      ? wrongQuotes(ofThisCall(diagnosis, uploads), byName(uploads)).map((quote) => `not sent: ${quote}`)
      : []),
    ...unreported(diagnosis, uploads),
    ...unshown(diagnosis),
    ...(context.earlier === undefined ? notPlain(diagnosis, evidence) : []),
  ];
}

const falselyPassed = (diagnosis: Diagnosis, allowed: readonly StepId[] | null): readonly string[] =>
  allowed === null
    ? []
    : passedIn(diagnosis)
        .filter((step) => !allowed.includes(step))
        .map((step) => `the cut passes ${step}`);

const unproven = ({ steps }: Diagnosis): readonly string[] =>
  steps
    .filter(({ outcome, proof }) => outcome === 'passed' && proof.length === 0)
    .map(({ step }) => `${step} passes without a proof`);

/** Quotes of what the case had before are held against nothing here. */
function ofThisCall(diagnosis: Diagnosis, uploads: readonly AnyUpload[]): Diagnosis {
  const names = new Set(uploads.map(({ name }) => name));
  const now = <Proven extends { readonly proof: readonly { readonly upload: string }[] }>(proven: Proven): Proven => ({
    ...proven,
    proof: proven.proof.filter(({ upload }) => names.has(upload)),
  });
  return { ...diagnosis, steps: diagnosis.steps.map(now), causes: diagnosis.causes.map(now) };
}

const byName = (uploads: readonly AnyUpload[]): ReadonlyMap<string, Upload> =>
  new Map(uploads.flatMap((upload) => ('bytes' in upload ? [[upload.name, upload] as const] : [])));

/** Nothing is left aside in silence. */
function unreported({ uploads: reports }: Diagnosis, uploads: readonly AnyUpload[]): readonly string[] {
  const silent = uploads.filter(
    ({ name }) => !reports.some((report) => report.name === name || report.name.startsWith(`${name}!/`)),
  );
  const unexplained = reports.filter(({ status, problems }) => status === 'rejected' && problems.length === 0);
  return [
    ...silent.map(({ name }) => `${name} has no report`),
    ...unexplained.map(({ name }) => `${name} is rejected without a reason`),
  ];
}

function unshown(diagnosis: Diagnosis): readonly string[] {
  const bytes = cardBytes(diagnosisCard(diagnosis, { caseId: 'C-1', buttons: 'offered' }));
  return bytes <= MAX_CARD_BYTES ? [] : [`the card has ${bytes} bytes`];
}

/** It goes between threads and into a store as JSON. */
function notPlain(...values: readonly unknown[]): readonly string[] {
  return values.every((value) => typeof JSON.stringify(structuredClone(value)) === 'string')
    ? []
    : ['it is no plain data'];
}
