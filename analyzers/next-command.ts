/** THE command to run now: of the questions that could be asked, the one that narrows most for its trouble. */
import { knowledgeOf } from './causes/known-causes';
import { type Suspicion } from './causes/cause';
import { namesReason } from './causes/failure-causes';
import { type Climb } from './climb';
import { asNextCommand, type Part, type Question } from './commands/question';
import { questionOf, questions } from './commands/questions';
import { type CauseId, type NextCommand, type StepId } from './diagnosis/diagnosis';
import { isAuditOff } from './facts/auditing';
import { every, latest } from './facts/facts';
import { revocationFailure, sideOfFailure } from './facts/failures';
import { type Ground } from './facts/ground';
import { compareAge, isLaterCapture } from './facts/newer';
import { type Step } from './steps/step';
import { suspects } from './suspects';

export interface Choice {
  readonly next: NextCommand | null;
  readonly then: readonly NextCommand[];
}

/** How many commands are named after the next one. */
export const MAX_THEN = 3;

/** The contract's five points under "The next command", in their order. */
export function chooseNext(
  ladder: readonly Step[],
  climb: Climb,
  found: { readonly healthy: boolean; readonly failedStep: StepId | null; readonly suspicions: readonly Suspicion[] },
): Choice {
  if (found.healthy) return { next: null, then: [] };
  const { ground } = climb;
  const leading = found.suspicions[0];
  const whose = questionOf('client-address');
  const isNegotiation = /-mode$|^security\./.test(found.failedStep ?? '');
  if (isNegotiation && applies(whose, ground) && !isSettled(whose, ground))
    return { next: missing(whose, ground), then: [] };
  if (found.failedStep !== null && leading?.confidence === 'confirmed' && knowledgeOf(leading.id).umbrella !== true) {
    return { next: null, then: [whole(questionOf('sas'), ground, 'It shows whether the repair worked.')] };
  }
  const again = found.failedStep === null ? repeated(ladder, climb) : null;
  const ranked =
    found.failedStep === null
      ? openQuestions(ladder, climb)
      : telling(suspects(ladder, climb, found.suspicions), climb);
  const commands = withOtherLog(ranked, found, ground).map((question) => missing(question, ground));
  const [next = null, ...rest] =
    again === null ? commands : [again, ...commands.filter(({ command }) => !again.command.includes(command))];
  return { next, then: rest.slice(0, MAX_THEN) };
}

/** Where the failure only says that the other side gave up, the log of that side comes first. */
function withOtherLog(
  ranked: readonly Question[],
  { failedStep, suspicions }: { readonly failedStep: StepId | null; readonly suspicions: readonly Suspicion[] },
  ground: Ground,
): readonly Question[] {
  const failure = ground.failures.find(({ tunnel }) => failedStep?.startsWith(tunnel) === true);
  if (failure === undefined || suspicions[0]?.id !== 'negotiation-failed') return ranked;
  const other = questionOf(failure.side === 'client' ? 'server-events' : 'events');
  if (!applies(other, ground) || isSettled(other, ground)) return ranked;
  return [other, ...ranked.filter((question) => question !== other)];
}

/** A rung whose evidence was sent but cannot be read, or of which two captures disagree: the same command again, and why. */
function repeated(ladder: readonly Step[], { ground, judged, disputed }: Climb): NextCommand | null {
  const rank = (step: Step): number => ['infrastructure', 'intranet', 'prerequisite', 'security'].indexOf(step.tunnel);
  const unread = ladder
    .filter(({ id }) => judged.get(id)?.outcome === 'unreadable')
    .sort((one, other) => rank(one) - rank(other))[0];
  const judgement = unread === undefined ? undefined : judged.get(unread.id);
  const reading = judgement?.decider ?? disputed[0]?.[0] ?? null;
  if (reading === null) return null;
  const side = reading.origin === 'server' ? 'server' : 'client';
  const candidates = [...(unread === undefined ? [] : [questionOf(unread.question)]), ...questions].filter(
    ({ runOn }) => runOn === side,
  );
  const source = candidates.find(({ parts }) => parts.some(({ answeredBy }) => answeredBy === reading.command));
  const own = source?.parts.filter(({ answeredBy }) => answeredBy === reading.command).slice(-1) ?? [];
  const [part] = own;
  if (source === undefined || part === undefined) return null;
  const sas = questionOf('sas');
  const more =
    side === 'client'
      ? sas.parts.filter((one) => one.answeredBy !== part.answeredBy && !isAnswered(one, sas, ground))
      : [];
  const why =
    judgement === undefined
      ? `The two captures of ${reading.command} disagree; a new one settles it.`
      : `The last copy could not be used. ${judgement.why}`;
  return asNextCommand(source, [part, ...more], valuesOf(ground), why);
}

/** Nothing failed: what settles most open rungs of the two tunnels; an SA implies what lies under it. */
function openQuestions(ladder: readonly Step[], { ground, judged }: Climb): readonly Question[] {
  const open = ladder.filter(({ id, tunnel }) => {
    const outcome = judged.get(id)?.outcome;
    return tunnel !== 'security' && outcome !== 'passed' && outcome !== 'not-applicable';
  });
  const tunnelOpen = (step: Step): boolean => step.tunnel !== 'prerequisite';
  const firstOpen = open.some(({ id }) => id === 'infra.main-mode' || id === 'infra.quick-mode');
  const settles = (question: Question): number => {
    if (question.id === 'traffic' && firstOpen) return 0;
    const direct = open.filter(({ id }) => question.decides.includes(id));
    if (question.id === 'sas') return direct.length === 0 ? 0 : open.length + direct.length;
    return direct.length + direct.filter(tunnelOpen).length;
  };
  return rank(settles, ground);
}

/** Something failed: what tells the suspected causes apart. */
function telling(weights: ReadonlyMap<CauseId, number>, { ground }: Climb): readonly Question[] {
  return rank((question) => question.tells.reduce((sum, cause) => sum + (weights.get(cause) ?? 0), 0), ground);
}

function rank(worth: (question: Question) => number, ground: Ground): readonly Question[] {
  return questions
    .filter((question) => applies(question, ground) && !isSettled(question, ground))
    .map((question) => ({ question, score: worth(question) / question.trouble }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ question }) => question);
}

function applies(question: Question, ground: Ground): boolean {
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
    case 'audit':
      return audit === undefined && isLogWithoutQuickMode(ground);
    case 'audit-on':
      return audit !== undefined && isAuditOff(audit);
    case 'server-audit-on':
      return audit !== undefined && isAuditOff(audit) && ground.failures.some((failure) => !namesReason(failure));
    case 'connection-status':
      return hasConnectionStatus(ground);
    case 'client-certificates':
    case 'server-certificates':
      return ground.deployment.kind !== 'kerberos-proxy';
    default:
      return true;
  }
}

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

function isSettled(question: Question, ground: Ground): boolean {
  const deciding = question.parts.filter(
    ({ answeredBy }) => question.settledBy === undefined || answeredBy === question.settledBy,
  );
  return deciding.every((part) => isAnswered(part, question, ground));
}

/** Whether a whole reading of that kind is there; the log is read anew once auditing was switched on after it, SAs after traffic. */
function isAnswered(part: Part, question: Question, ground: Ground): boolean {
  if (part.fresh === true)
    return question.parts.filter(({ fresh }) => fresh !== true).every((other) => isAnswered(other, question, ground));
  const readings = every(ground.facts, part.answeredBy, question.runOn).filter(
    ({ data, complete }) => complete && (part.accept?.(data) ?? true),
  );
  const call = Math.max(0, ...readings.map((reading) => reading.call));
  if (part.answeredBy === 'security-events') return call > 0 && call >= auditSwitchedOn(ground, question.runOn);
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
function auditSwitchedOn({ facts }: Ground, side: Question['runOn']): number {
  const seen = every(facts, 'auditpol', side);
  const wasOff = seen.findIndex(isAuditOff);
  return wasOff > 0 ? (seen[wasOff - 1]?.call ?? 0) : 0;
}

/** The command line of what a question still lacks; of a part that was sent but could not be read it says why it is asked again. */
function missing(question: Question, ground: Ground): NextCommand {
  const parts = question.parts.filter((part) => !isAnswered(part, question, ground));
  const bad = parts
    .flatMap(({ answeredBy }) => every(ground.facts, answeredBy, question.runOn).slice(0, 1))
    .find(({ complete }) => !complete);
  const again =
    bad === undefined
      ? ''
      : `The last copy could not be used. ${bad.problems[0]?.message ?? `${bad.upload} was cut off.`} `;
  const provoke =
    (question.id === 'events' || question.id === 'server-events') && auditSwitchedOn(ground, question.runOn) > 0
      ? 'Try to reach the intranet first, so that the failure is logged. '
      : '';
  return asNextCommand(question, parts, valuesOf(ground), `${again}${provoke}${question.why}`);
}

function whole(question: Question, ground: Ground, why: string): NextCommand {
  return asNextCommand(question, question.parts, valuesOf(ground), why);
}

const valuesOf = ({ endpoints }: Ground) => ({ firstEndpoint: endpoints.first });
