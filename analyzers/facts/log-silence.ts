/** A Security log without any IPsec event: what it says depends on whether failures were audited while something was tried. */
import { AUDIT_GET, AUDIT_SET } from '../commands/question-parts';
import { type Quote } from '../diagnosis/diagnosis';
import { type ReadingOf } from '../reading';
import { auditedModes, isAuditOff, isAuditOn } from './auditing';
import { every, type Facts, latest, quotes } from './facts';
import { compareAge } from './newer';

export interface Silence {
  readonly reading: ReadingOf<'security-events'>;
  /** What was looked through, and what its silence is worth, in sentences. */
  readonly words: string;
  /** The command that makes the log say more; null where it said all. */
  readonly advice: string | null;
  /** Auditing was on, the intranet was reached for after that, and still nothing was logged: nothing was negotiated. */
  readonly isEvidence: boolean;
  readonly proof: readonly Quote[];
}

/** Null where no whole log of the client is there, or where it shows any IPsec event. */
export function logSilence(facts: Facts): Silence | null {
  const reading = latest(facts, 'security-events', 'client');
  if (reading === null || !reading.complete || reading.data.matched > 0) return null;
  const [audit] = every(facts, 'auditpol', 'client');
  const isEvidence = triedWhileAudited(facts, reading);
  const { meaning, advice } = isEvidence ? { meaning: EVIDENCE, advice: null } : worth(audit);
  return { reading, words: `${searched(reading)}${meaning}`, advice, isEvidence, proof: quotes(reading, 'closing') };
}

const EVIDENCE =
  ' although failures are audited and the intranet was reached for after that: nothing was negotiated, so the reason lies before the negotiation.';

/** "No IPsec event in 412 records of channel Security between … and …", as far as the log tells. */
function searched({ data, upload }: ReadingOf<'security-events'>): string {
  if (data.total === 0) return `No IPsec event is in the output ${upload}`;
  const records = data.total === 1 ? '1 record' : `${data.total} records`;
  const channels = data.channels ?? [];
  const of = channels.length === 0 ? '' : ` of channel ${channels.join(', ')}`;
  const span = data.first == null || data.last == null ? '' : ` between ${plain(data.first)} and ${plain(data.last)}`;
  return `No IPsec event in ${records}${of}${span} (${upload})`;
}

const plain = (time: string): string => `${time.slice(0, 19).replace('T', ' ')}${time.endsWith('Z') ? ' UTC' : ''}`;

/** What silence is worth while nothing shows that something was tried under auditing. */
function worth(audit: ReadingOf<'auditpol'> | undefined): { readonly meaning: string; readonly advice: string } {
  const switchOn = `Switch it on: ${AUDIT_SET}`;
  if (audit !== undefined && isAuditOn(audit)) {
    const meaning = '. Failures are audited, but nothing shows that the intranet was tried since.';
    return { meaning, advice: 'Reach for the intranet, then export the log again.' };
  }
  if (audit === undefined || !isAuditOff(audit)) {
    const meaning = '. Whether failures are audited is not shown, so that says nothing.';
    return { meaning, advice: `See whether they are: ${AUDIT_GET}. ${switchOn}` };
  }
  const off = auditedModes(audit).filter(({ failure }) => failure === false);
  const modes = off.map(({ title }) => title).join(', ');
  return { meaning: `. Failures of ${modes} are not audited, so that says nothing.`, advice: switchOn };
}

/** The audit policy was seen on, traffic came after it, the log after that. */
function triedWhileAudited(facts: Facts, log: ReadingOf<'security-events'>): boolean {
  const policies = every(facts, 'auditpol', 'client');
  const changed = policies.findIndex((one) => !isAuditOn(one));
  const on = changed < 0 ? policies : policies.slice(0, changed);
  return on.some((policy) =>
    every(facts, 'net-view', 'client').some(
      (traffic) => compareAge(traffic, policy) > 0 && compareAge(log, traffic) > 0,
    ),
  );
}
