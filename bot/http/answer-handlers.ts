/** What a case says: its diagnosis in three forms, its ladder, what it waits for, and all of it with stand-ins. */
import { describeLadder, type Redactor } from '../../analyzers/index';
import { type AdaptiveCard, changesCard, diagnosisCard, unreadableCard } from '../../cards/index';
import { type CaseDiagnosis, type CaseRecord } from '../cases/case-record';
import { dueAt, type PromptSettings, type Stage, stageAfter } from '../cases/follow-up-plan';
import { lockCase } from '../cases/follow-up-rows';
import { type Cases, noSuchCase } from '../cases/living-case';
import { wholeDiagnosis } from '../cases/whole-diagnosis';
import { textView } from '../terminal/text-view';
import { redactorWith } from '../redaction/kept-stand-ins';
import { learnCase, redactedDiagnosis } from '../redaction/redacted-diagnosis';
import { RefusedError } from '../refused-error';
import { apiConversation } from '../store/api-cases';
import { caseNumber } from '../store/case-id';
import { keepStandInsOfCase, standInsOfCase } from '../store/case-stand-ins';
import { readAnyIn } from '../store/evidence-entries';
import { type Home } from '../store/home';
import { rowIn } from './case-handlers';
import { contentTag, isKnown } from './entity-tag';
import { type components } from './openapi';
import { type Handlers } from './operation';
import { isoOf, waitsFor } from './shown-case';

type Schemas = components['schemas'];
type AnswerHandlers = Pick<Handlers, 'readDiagnosis' | 'readLadder' | 'readFollowUps' | 'readRedacted'>;

export interface AnswerHandlerParts {
  readonly home: Home;
  readonly cases: Cases;
  /** When a person would be asked again. */
  readonly prompts: PromptSettings;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** As wide as a terminal at most. */
const TEXT = { columns: 100, colours: false };
const CARD = 'application/vnd.microsoft.card.adaptive+json';

export function createAnswerHandlers({ home, cases, prompts, now }: AnswerHandlerParts): AnswerHandlers {
  const recordOf = async (caller: string, id: string): Promise<CaseRecord> => {
    const record = await cases.known(apiConversation(caller, id));
    if (record === null) throw noSuchCase();
    return record;
  };

  return {
    readDiagnosis: async ({ caller, path, header, accepted }) => {
      const record = await recordOf(caller.key, path.case);
      const diagnosis = diagnosisOf(record);
      const shown = shownAs(accepted, record, diagnosis, path.case);
      const headers = { etag: contentTag(shown.body), vary: 'Accept' };
      return isKnown(headers.etag, header['If-None-Match'])
        ? { status: 304, headers }
        : { status: 200, headers, ...shown };
    },

    readLadder: async ({ caller, path, header }) => {
      const { diagnosis } = await recordOf(caller.key, path.case);
      const body = judgedRungs(diagnosis);
      const headers = { etag: contentTag(body) };
      return isKnown(headers.etag, header['If-None-Match'])
        ? { status: 304, headers }
        : { status: 200, type: 'application/json', headers, body };
    },

    readFollowUps: async ({ caller, path }) => {
      const record = await recordOf(caller.key, path.case);
      const row = await rowIn(home, home.db, record.conversation);
      const asked = waitsFor(row);
      const since = asked === null ? null : (row.awaited_since ?? row.opened_at);
      const then = (record.diagnosis?.then ?? []).filter(({ id }) => id !== asked?.id);
      const body = {
        waitsFor: asked,
        since: since === null ? null : isoOf(since),
        then,
        reminders: since === null ? [] : remindersAfter(prompts, since),
      };
      return { status: 200, type: 'application/json', body };
    },

    readRedacted: async ({ caller, path, query }) => {
      const record = await recordOf(caller.key, path.case);
      const diagnosis = diagnosisOf(record);
      const number = caseNumber(record.id) ?? 0;
      const body = await home.db.transaction().execute(async (tx) => {
        // Two that redact the same case at once wait for each other, so that neither gives a name another stand-in than the other.
        await lockCase(tx, number);
        await rowIn(home, tx, record.conversation);
        const kept = await standInsOfCase(tx, number);
        const redactor = redactorWith(kept);
        learnCase(redactor, record, diagnosis);
        const redacted = withoutNames(diagnosis, redactor);
        const map = redactor.map();
        const json = JSON.stringify(map);
        if (json !== kept) await keepStandInsOfCase(tx, number, json, now());
        return { diagnosis: redacted, ...(query.map === true ? { map } : {}) };
      });
      return { status: 200, type: 'application/json', body };
    },
  };
}

function diagnosisOf({ diagnosis }: CaseRecord): CaseDiagnosis {
  if (diagnosis !== null) return diagnosis;
  throw new RefusedError('no-diagnosis', 'Nothing was sent for this case so far: POST an output to its uploads first.');
}

function shownAs(accepted: string, record: CaseRecord, diagnosis: CaseDiagnosis, id: string) {
  if (accepted === 'text/plain') return { type: 'text/plain', body: textView(diagnosis, TEXT) } as const;
  if (accepted === CARD) return { type: CARD, body: cardOf(record, diagnosis, id) } as const;
  return { type: 'application/json', body: wholeDiagnosis(diagnosis, record.evidence) } as const;
}

/** Its buttons work in the chats of the bot only, so it has none. */
function cardOf({ log }: CaseRecord, diagnosis: CaseDiagnosis, caseId: string): Schemas['AdaptiveCard'] {
  const { at, before } = diagnosis;
  const context = { caseId, buttons: 'gone' as const, ...(at === undefined ? {} : { at }) };
  const card = (): AdaptiveCard => {
    if (!readAnyIn(log)) return unreadableCard({ uploads: diagnosis.uploads, diagnosis: null }, context);
    return before === undefined ? diagnosisCard(diagnosis, context) : changesCard(diagnosis, before, context);
  };
  // The elements of a body have types of their own; the document says no more of them than that they are objects.
  return card() as unknown as Schemas['AdaptiveCard'];
}

function judgedRungs(diagnosis: CaseDiagnosis | null): Schemas['JudgedRung'][] {
  const verdicts = new Map(diagnosis?.steps.map((verdict) => [verdict.step, verdict]));
  return describeLadder().map(({ step, tunnel, title, passes, evidence }) => {
    const { outcome = 'unknown', why = NOTHING_SHOWN, proof = [] } = verdicts.get(step) ?? {};
    return { step, tunnel, title, passes, evidence, outcome, why, proof };
  });
}

const NOTHING_SHOWN = 'Nothing was sent that shows it.';

/** Each stage is counted from the one before it. */
function remindersAfter(prompts: PromptSettings, since: number): Schemas['Reminder'][] {
  const reminders: Schemas['Reminder'][] = [];
  let from = since;
  for (let stage: Stage | null = 'first'; stage !== null; stage = stageAfter(prompts, stage)) {
    const due = dueAt(prompts, prompts.zone, stage, from);
    if (due === null) break;
    reminders.push({ stage, at: isoOf(due) });
    from = due;
  }
  return reminders;
}

/** What the diagnosis is compared with has a sentence with a value too. */
function withoutNames(diagnosis: CaseDiagnosis, redactor: Redactor): CaseDiagnosis {
  const redacted = redactedDiagnosis(diagnosis, redactor);
  const cause = redacted.before?.cause ?? null;
  if (redacted.before === undefined || cause === null) return redacted;
  return { ...redacted, before: { ...redacted.before, cause: { ...cause, title: redactor.text(cause.title) } } };
}
