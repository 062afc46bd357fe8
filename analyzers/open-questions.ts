/** Which questions can be asked now, and which of their outputs are still lacking. */
import { namesReason } from './causes/failure-causes';
import { type Part, type Question, type QuestionValues } from './commands/question';
import { isAuditOff, isNothingAudited } from './facts/auditing';
import { every, latest } from './facts/facts';
import { type Failure, revocationFailure, sideOfFailure } from './facts/failures';
import { type Ground } from './facts/ground';
import { compareAge, isLaterCapture } from './facts/newer';

/** Whether a question can be asked of this deployment at all, and is not idle by what is known. */
export function applies(question: Question, ground: Ground): boolean {
  const audit = every(ground.facts, 'auditpol', question.runOn)[0];
  const revocation = revocationFailure(ground.failures);
  switch (question.id) {
    case 'verification':
      return revocation === undefined || sideOfFailure(revocation) === 'server';
    case 'client-verification':
      return revocation !== undefined && sideOfFailure(revocation) === 'client';
    case 'endpoint':
      return ground.endpoints.first !== null;
    case 'client-address':
      return ground.isClientOpen && ground.failures.some(({ side }) => side === 'server');
    case 'net-events':
      return !isClientCodeKnown(ground, 'security-events');
    case 'events':
      return !isClientCodeKnown(ground, 'netsh-wfp-netevents');
    case 'audit':
      return audit === undefined && isLogWithoutQuickMode(ground);
    case 'audit-on':
      return audit !== undefined && isAuditOff(audit) && !isClientCodeKnown(ground, 'netsh-wfp-netevents');
    case 'server-audit-on':
      return audit !== undefined && isAuditOff(audit) && ground.failures.some((failure) => !namesReason(failure));
    case 'connection-status':
      return hasConnectionStatus(ground);
    case 'kdc-proxy':
      return ground.deployment.kind === 'kerberos-proxy';
    case 'client-certificates':
    case 'server-certificates':
      return ground.deployment.kind !== 'kerberos-proxy';
    default:
      return true;
  }
}

/** Both logs of the client hold the same failures: what one of them gave a code, the other only says again. */
const isClientCodeKnown = ({ failures }: Ground, log: Failure['reading']['command']): boolean =>
  failures.some(({ side, codes, reading }) => side === 'client' && codes.length > 0 && reading.command === log);

/** Windows 8 and later have the cmdlet; where it failed once, its service does not run, and it fails again. */
function hasConnectionStatus({ facts }: Ground): boolean {
  const build = latest(facts, 'systeminfo', 'client')?.data.build ?? null;
  const failed = every(facts, 'da-connection-status', 'client').some(({ problems }) =>
    problems.some(({ code }) => code === 'command-failed'),
  );
  return !failed && (build === null || build >= WINDOWS_8_BUILD);
}

const WINDOWS_8_BUILD = 9200;

/** A whole log of the client in which no failure stands and no event is of quick mode: only the audit policy tells what that is worth. */
function isLogWithoutQuickMode({ facts, events, failures }: Ground): boolean {
  const sent = every(facts, 'security-events', 'client').some(({ complete }) => complete);
  const ofClient = events.filter(({ side }) => side === 'client');
  return sent && failures.length === 0 && !ofClient.some(({ event }) => QUICK_MODE_EVENTS.includes(event.eventId));
}

/** The events of the subcategory IPsec Quick Mode, which the article's line leaves out. */
const QUICK_MODE_EVENTS: readonly number[] = [4654, 4977, 5451, 5452];

/** Whether the outputs that decide a question are there already. */
export function isSettled(question: Question, ground: Ground): boolean {
  const deciding = question.parts.filter(
    ({ answeredBy }) => question.settledBy === undefined || answeredBy === question.settledBy,
  );
  return deciding.every((part) => isAnswered(part, question, ground));
}

/** Whether a whole reading of that kind is there; the log is read anew once auditing was switched on after it, SAs after traffic. */
export function isAnswered(part: Part, question: Question, ground: Ground): boolean {
  if (part.fresh === true)
    return question.parts.filter(({ fresh }) => fresh !== true).every((other) => isAnswered(other, question, ground));
  const readings = every(ground.facts, part.answeredBy, question.runOn).filter(
    ({ data, complete }) => complete && (part.accept?.(data) ?? true),
  );
  const call = Math.max(0, ...readings.map((reading) => reading.call));
  if (part.answeredBy === 'security-events') {
    const audit = every(ground.facts, 'auditpol', question.runOn)[0];
    return (
      (call > 0 && call >= auditSwitchedOn(ground, question.runOn)) || (audit !== undefined && isNothingAudited(audit))
    );
  }
  if (part.answeredBy === 'netsh-mmsa' || part.answeredBy === 'netsh-qmsa') {
    const traffic = every(ground.facts, 'net-view', 'client');
    // Quick mode SAs are listed anew where main mode SAs of a later state are known.
    const below = part.answeredBy === 'netsh-qmsa' ? every(ground.facts, 'netsh-mmsa', 'client') : [];
    return readings.some(
      (reading) =>
        traffic.every((sent) => compareAge(sent, reading) <= 0) && !below.some((one) => isLaterCapture(one, reading)),
    );
  }
  if (question.id === 'audit-on' || question.id === 'server-audit-on') return false;
  // A log that shows IPsec events needs no word on whether they are audited.
  if (
    part.answeredBy === 'auditpol' &&
    question.id !== 'audit' &&
    every(ground.facts, 'security-events', question.runOn).some(({ data }) => data.matched > 0)
  )
    return true;
  return call > 0;
}

/** The call in which auditing was first seen on after it had been seen off; 0 where it was never off. */
export function auditSwitchedOn({ facts }: Ground, side: Question['runOn']): number {
  const seen = every(facts, 'auditpol', side);
  const wasOff = seen.findIndex(isAuditOff);
  return wasOff > 0 ? (seen[wasOff - 1]?.call ?? 0) : 0;
}

/** What is known of this case and goes into command lines. */
export const valuesOf = ({ endpoints }: Ground): QuestionValues => ({ firstEndpoint: endpoints.first });
