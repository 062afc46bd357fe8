/** THE command to run now: of the questions that could be asked, the one that narrows most for its trouble. */
import { type Suspicion } from './causes/cause';
import { knowledgeOf } from './causes/known-causes';
import { type Climb } from './climb';
import { asNextCommand, type Question } from './commands/question';
import { questionOf, questions } from './commands/questions';
import { type NextCommand, type StepId } from './diagnosis/diagnosis';
import { type Suspects, withAnother } from './expected-gain';
import { every, type Side } from './facts/facts';
import { type Failure } from './facts/failures';
import { type Ground } from './facts/ground';
import { choiceInWords, companions, lackingParts, worthOf } from './joined-questions';
import { applies, auditSwitchedOn, isAnswered, isSettled, valuesOf } from './open-questions';
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
    return { next: missing([whose], ground), then: [] };
  const isTold = leading?.confidence === 'confirmed' && knowledgeOf(leading.id).umbrella !== true;
  const open = isTold ? leftOpen(leading, climb) : null;
  if (found.failedStep !== null && isTold && open === null) {
    return { next: null, then: [whole(questionOf('sas'), ground, 'It shows whether the repair worked.')] };
  }
  const again = found.failedStep === null ? repeated(ladder, climb) : null;
  const suspected: Suspects =
    found.failedStep === null ? new Map() : withAnother(suspects(ladder, climb, found.suspicions));
  const narrowing = rank((question) => worthOf(question, ground, suspected), ground);
  // With the suspects set aside, whatever settles an open rung may show another.
  const isLost = found.failedStep === null || (narrowing.length === 0 && ground.facts.setAside.length > 0);
  const ranked = isLost ? openQuestions(ladder, climb) : narrowing;
  const best = withOtherLog(ranked, found, ground);
  const [first, ...others] = open === null ? best : [open, ...best.filter((question) => question !== open)];
  if (again !== null) {
    const rest = best.map((question) => missing([question], ground));
    return { next: again, then: rest.filter(({ command }) => !again.command.includes(command)).slice(0, MAX_THEN) };
  }
  if (first === undefined) return { next: null, then: [] };
  // Once a code points to a family of causes, only what parts the family is asked; before, a line may sound them all out. Whoever goes to
  // the server brings all from there that may be needed.
  const isNarrow = leading?.confidence === 'confirmed' && first.runOn === 'client';
  const along = suspected.size > 0 ? companions(first, others, suspected, ground) : neighbours(first, others, climb);
  const joined = isNarrow ? [] : along;
  const next = missing([first, ...joined], ground, suspected);
  const rest = others.filter((question) => !joined.includes(question));
  return { next, then: rest.slice(0, MAX_THEN).map((question) => missing([question], ground, suspected)) };
}

/**
 * What a confirmed code leaves open. A negotiation that timed out says nothing of the way to the server, as long as nobody sent a ping
 * along it; and a certificate that was not found may be there, and be out of its time, or without its key.
 */
function leftOpen({ id }: Suspicion, { ground, judged }: Climb): Question | null {
  const isOpen = (question: Question): boolean => applies(question, ground) && !isSettled(question, ground);
  if (id === 'negotiation-timeout') {
    const endpoint = questionOf('endpoint');
    return judged.get('client.endpoint')?.outcome === 'unknown' && isOpen(endpoint) ? endpoint : null;
  }
  const failure = ground.failures.find(({ codes }) => codes.some((code) => NOT_FOUND.includes(code)));
  if (id !== 'certificate-missing' || failure === undefined) return null;
  const store = questionOf(`${searchedSide(failure)}-certificates`);
  return isOpen(store) ? store : null;
}

/** ERROR_IPSEC_IKE_NO_CERT, and NO_PEER_CERT, which is said of the other side. */
const NOT_FOUND: readonly number[] = [13806, 13847];

const searchedSide = ({ side, codes }: Failure): Side =>
  (side === 'server') === codes.includes(13847) ? 'client' : 'server';

/**
 * Nothing failed yet: single commands that settle an open rung of the tunnels by themselves go into the same line. An SA implies them
 * all, so nothing is added to the listings of the SAs.
 */
function neighbours(first: Question, others: readonly Question[], { judged }: Climb): readonly Question[] {
  if (first.id === 'sas' || first.alone === true) return [];
  const isOpen = (id: StepId): boolean => /^(?:infra|intranet)\./.test(id) && judged.get(id)?.outcome === 'unknown';
  return others.filter(
    ({ alone, runOn, parts, decides }) =>
      alone !== true && runOn === first.runOn && parts.length === 1 && decides.some(isOpen),
  );
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
  return asNextCommand([source], [part, ...more], valuesOf(ground), why);
}

/** Nothing failed: what settles most open rungs of the two tunnels; an SA implies what lies under it. */
function openQuestions(ladder: readonly Step[], { ground, judged }: Climb): readonly Question[] {
  const open = ladder.filter(({ id, tunnel }) => {
    const outcome = judged.get(id)?.outcome;
    return tunnel !== 'security' && outcome !== 'passed' && outcome !== 'not-applicable';
  });
  const tunnelOpen = (step: Step): boolean => step.tunnel !== 'prerequisite';
  const firstOpen = open.some(({ id }) => id === 'infra.main-mode');
  const wasTried = every(ground.facts, 'net-view', 'client').length > 0;
  const settles = (question: Question): number => {
    if (question.id === 'traffic' && firstOpen) return 0;
    // Traffic lists the SAs again: where only it can bring the second one, they are not listed before.
    if (question.id === 'sas' && !wasTried && isUntriggered(judged)) return 0;
    const direct = open.filter(({ id }) => question.decides.includes(id));
    if (question.id === 'sas') return direct.length === 0 ? 0 : open.length + direct.length;
    return direct.length + direct.filter(tunnelOpen).length;
  };
  return rank((question) => settles(question) / question.trouble, ground);
}

/** The first tunnel stands, and a listing without the second one is there, though nothing asked for it yet. */
function isUntriggered(judged: Climb['judged']): boolean {
  const second = judged.get('intranet.main-mode');
  const first = judged.get('infra.main-mode')?.outcome;
  return first === 'passed' && second?.outcome === 'unknown' && second.proof.length > 0;
}

/** The questions that are worth anything, the best first. */
function rank(worth: (question: Question) => number, ground: Ground): readonly Question[] {
  return questions
    .filter((question) => applies(question, ground) && !isSettled(question, ground))
    .map((question) => ({ question, score: worth(question) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ question }) => question);
}

/** The command line of what questions still lack; of a part that was sent but could not be read it says why it is asked again. */
function missing(
  asked: readonly [Question, ...Question[]],
  ground: Ground,
  suspected: Suspects = new Map(),
): NextCommand {
  const lacking = asked.flatMap((question) =>
    lackingParts(question, ground, suspected).map((part) => ({ part, question })),
  );
  const values = valuesOf(ground);
  const own = lacking.filter(
    ({ part }, index) => lacking.findIndex(({ part: other }) => other.line(values) === part.line(values)) === index,
  );
  const bad = own
    .flatMap(({ part, question }) => every(ground.facts, part.answeredBy, question.runOn).slice(0, 1))
    .find(({ complete }) => !complete);
  const again =
    bad === undefined
      ? ''
      : `The last copy could not be used. ${bad.problems[0]?.message ?? `${bad.upload} was cut off.`}`;
  const [first] = asked;
  const isLog = first.id === 'events' || first.id === 'server-events';
  const provoke =
    isLog && auditSwitchedOn(ground, first.runOn) > 0
      ? 'Try to reach the intranet first, so that the failure is logged.'
      : '';
  const needs = asked.flatMap((question) => question.needs ?? []);
  const why = [again, provoke, ...needs, first.why, choiceInWords(asked, suspected, ground)].filter(
    (sentence) => sentence !== '',
  );
  return asNextCommand(
    asked,
    own.map(({ part }) => part),
    values,
    why.join(' '),
  );
}

function whole(question: Question, ground: Ground, why: string): NextCommand {
  return asNextCommand([question], question.parts, valuesOf(ground), why);
}
