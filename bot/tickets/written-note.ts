/** The text of a note: why it is written, the ladder with its proof and the next command, and the mark by which it is known again. */
import { compare, type Outcome, type Redactor } from '../../analyzers/index';
import { ticketNote } from '../../cards/index';
import { type CaseDiagnosis, type CaseRecord } from '../cases/case-record';
import { learnCase, redactedDiagnosis } from '../redaction/redacted-diagnosis';
import { type Occasion } from './ticket-system';

export interface NoteParts {
  readonly record: Pick<CaseRecord, 'id' | 'evidence'>;
  readonly diagnosis: CaseDiagnosis;
  readonly occasion: Occasion;
  readonly mark: string;
  /** ISO 8601. */
  readonly at: string;
  /** null where names stay as they are. */
  readonly redactor: Redactor | null;
}

/** More changed steps than these are counted. */
const MAX_CHANGES = 12;

export function writtenNote({ record, diagnosis, occasion, mark, at, redactor }: NoteParts): string {
  if (redactor !== null) learnCase(redactor, record, diagnosis);
  const shown = redactor === null ? diagnosis : redactedDiagnosis(diagnosis, redactor);
  return [
    LEADS[occasion],
    ...changes(shown),
    '',
    ticketNote(shown, { caseId: record.id, at }),
    '',
    ...(redactor === null ? [] : ['Names and addresses are stand-ins; whoever runs the bot can resolve them.']),
    `Written by Tunnel Triage, ${mark}`,
  ].join('\n');
}

const LEADS: Readonly<Record<Occasion, string>> = {
  failed: 'A tunnel fails.',
  healed: 'The tunnels work again.',
  changed: 'Something has changed since the last note.',
  asked: 'As it stands, because somebody asked for it.',
};

function changes(diagnosis: CaseDiagnosis): readonly string[] {
  if (diagnosis.before === undefined) return [];
  const all = compare(diagnosis.before, diagnosis).changes;
  const rest = all.length - MAX_CHANGES;
  return [
    ...all
      .slice(0, MAX_CHANGES)
      .map(({ before, now }) => `  ${now.title}: ${OUTCOMES[before]}, now ${OUTCOMES[now.outcome]}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  passed: 'passed',
  failed: 'failed',
  unknown: 'unknown',
  unreadable: 'unreadable',
  waiting: 'waiting',
  'not-applicable': 'not applicable',
};
