/** A diagnosis in which stand-ins stand for everything that says whose it is; steps, outcomes, causes and ids stay as they are. */
import {
  type Cause,
  type DeploymentTrait,
  type Diagnosis,
  type NextCommand,
  type Quote,
  type Redactor,
  type UploadReport,
  type Verdict,
} from '../../analyzers/index';
import { type CaseRecord } from '../cases/case-record';
import { mentionedReadings } from './mentioned-readings';

/** Everything that the case has names what may stand in its diagnosis; the quoted lines do too, with words that no reading keeps. */
export function learnCase(redactor: Redactor, { evidence }: Pick<CaseRecord, 'evidence'>, diagnosis: Diagnosis): void {
  const { serverIpv4, serverIpv4Second, readings } = evidence;
  const quotes = [
    ...diagnosis.steps.flatMap(({ proof }) => proof),
    ...diagnosis.causes.flatMap(({ proof }) => proof),
    ...traitsOf(diagnosis).flatMap(({ proof }) => proof),
  ];
  redactor.learn([serverIpv4, serverIpv4Second].filter((address) => address !== null));
  redactor.learn([...quotes.map(({ text }) => text), ...diagnosis.uploads.map(({ name }) => name)]);
  // Evidence that was erased leaves a diagnosis that still names the computer.
  redactor.learnReadings([...mentionedReadings(readings, diagnosis), { host: diagnosis.computer, data: { sas: [] } }]);
}

/** The redactor must have learnt the readings of the case. The readings themselves are left out: a note shows none. */
export function redactedDiagnosis<Given extends Diagnosis>(diagnosis: Given, { text }: Redactor): Given {
  const quote = (given: Quote): Quote => ({ ...given, upload: text(given.upload), text: text(given.text) });
  const verdict = (given: Verdict): Verdict => ({
    ...given,
    why: text(given.why),
    proof: given.proof.map(quote),
  });
  const cause = (given: Cause): Cause => ({
    ...given,
    title: text(given.title),
    remedy: given.remedy.map(text),
    proof: given.proof.map(quote),
  });
  const command = (given: NextCommand): NextCommand => ({
    ...given,
    command: text(given.command),
    why: text(given.why),
  });
  const upload = (given: UploadReport): UploadReport => ({
    ...given,
    name: text(given.name),
    readings: given.readings.map((reading) => ({ ...reading, data: null })),
    problems: given.problems.map((problem) => ({ ...problem, message: text(problem.message) })),
  });
  const trait = (given: DeploymentTrait): DeploymentTrait => ({
    ...given,
    text: text(given.text),
    proof: given.proof.map(quote),
  });
  const { computer, next } = diagnosis;
  return {
    ...diagnosis,
    steps: diagnosis.steps.map(verdict),
    causes: diagnosis.causes.map(cause),
    ...(diagnosis.setAside === undefined ? {} : { setAside: diagnosis.setAside.map(cause) }),
    next: next === null ? null : command(next),
    then: diagnosis.then.map(command),
    uploads: diagnosis.uploads.map(upload),
    assumptions: diagnosis.assumptions.map((given) => ({ ...given, text: text(given.text) })),
    deployment: traitsOf(diagnosis).map(trait),
    computer: computer === null ? null : text(computer),
  };
}

/** A diagnosis that an older release kept has none. */
export const traitsOf = ({
  deployment,
}: {
  readonly deployment?: readonly DeploymentTrait[];
}): readonly DeploymentTrait[] => deployment ?? [];
