/** Facts climb the ladder: every rung is judged, SAs add what they imply, an earlier failure makes later absences wait. */
import { type Outcome, type StepId } from './diagnosis/diagnosis';
import { type Facts, mayBeOfOneHost, sideOf } from './facts/facts';
import { type Ground, ground as groundOf } from './facts/ground';
import { compareAge } from './facts/newer';
import { type Judged, withImplications, withOffice } from './implications';
import { type Reading } from './reading';
import { type Judgement, type Step, unknown, waiting } from './steps/step';

export interface Climb {
  readonly ground: Ground;
  readonly judged: Judged;
  /** Commands of which two captures disagree and nothing tells which is newer. */
  readonly disputed: readonly (readonly [Reading, Reading])[];
}

/** How many captures of undecided age are weighed against each other; beyond, the rest is left aside. */
export const MAX_DISPUTES = 8;

/** Judges every rung. Where two captures of undecided age lead to different outcomes, the rung is `unknown` (ruling 1). */
export function climb(ladder: readonly Step[], facts: Facts): Climb {
  const ground = groundOf(facts);
  const judged = judgeAll(ladder, ground);
  const rivals = undecidedPairs(facts);
  const disputed: (readonly [Reading, Reading])[] = [];
  const settled = new Map(judged);
  for (const [one, other] of rivals) {
    const views = [one, other].map((kept) =>
      judgeAll(ladder, groundOf({ ...facts, readings: facts.readings.filter((reading) => !isRival(reading, kept)) })),
    );
    const clashing = ladder.filter(({ id }) => clash(views.map((view) => view.get(id))));
    if (clashing.length === 0) continue;
    disputed.push([one, other]);
    const why = `${placeOf(one)} and ${placeOf(other)} disagree, and nothing tells which is newer.`;
    const proof = [one, other].flatMap((reading) => Object.values(reading.proofs).slice(0, 1));
    for (const { id } of clashing) settled.set(id, unknown(why, proof));
  }
  return { ground, judged: settled, disputed };
}

function judgeAll(ladder: readonly Step[], ground: Ground): Judged {
  const judged = new Map(ladder.map((step): [StepId, Judgement] => [step.id, step.judge(ground)]));
  return withWaiting(ladder, withOffice(withImplications(judged, ground)));
}

/** In the tunnels a rung that says nothing, or only that something is absent, waits once an earlier one failed. */
function withWaiting(ladder: readonly Step[], judged: Judged): Judged {
  const result = new Map(judged);
  let blocked: Step | null = null;
  for (const step of ladder) {
    if (step.tunnel === 'security') break;
    const own = result.get(step.id);
    if (own === undefined) continue;
    const silent =
      own.outcome === 'unknown' || own.outcome === 'waiting' || (own.outcome === 'failed' && own.byAbsence);
    if (blocked !== null && step.tunnel !== 'prerequisite' && silent) {
      result.set(
        step.id,
        waiting(
          `It can be judged once this is mended: ${blocked.title.charAt(0).toLowerCase()}${blocked.title.slice(1)}.`,
        ),
      );
    } else if (own.outcome === 'failed') {
      blocked ??= step;
    }
  }
  return result;
}

function clash(views: readonly (Judgement | undefined)[]): boolean {
  const outcomes = views.map((view) => view?.outcome);
  const has = (...some: readonly Outcome[]): boolean => some.some((outcome) => outcomes.includes(outcome));
  if (has('passed')) return has('failed', 'unknown', 'waiting');
  return has('failed') && has('unknown');
}

/**
 * The first few pairs of whole captures of one command from one machine whose age nothing tells. A case may hold a thousand captures: each is
 * compared with those that answer the same question only.
 */
function undecidedPairs(facts: Facts): readonly (readonly [Reading, Reading])[] {
  const whole = facts.readings.filter((reading) => reading.complete && reading.command !== 'security-events');
  const following = new Map<string, Reading[]>();
  for (const reading of whole) {
    const same = following.get(questionOf(reading));
    if (same === undefined) following.set(questionOf(reading), [reading]);
    else same.push(reading);
  }
  const pairs: (readonly [Reading, Reading])[] = [];
  for (const one of whole) {
    const others = following.get(questionOf(one)) ?? [];
    others.shift(); // itself: what is left came after it
    for (const other of others) {
      if (!isRival(one, other)) continue;
      pairs.push([one, other]);
      if (pairs.length === MAX_DISPUTES) return pairs;
    }
  }
  return pairs;
}

/** Whether two captures differ, and nothing tells which of them is newer. */
const isRival = (one: Reading, other: Reading): boolean =>
  one !== other &&
  one.complete &&
  compareAge(one, other) === 0 &&
  sameQuestion(one, other) &&
  JSON.stringify(one.data) !== JSON.stringify(other.data);

/** Two servers may well differ. */
const sameQuestion = (one: Reading, other: Reading): boolean =>
  questionOf(one) === questionOf(other) && (sideOf(one) !== 'server' || mayBeOfOneHost(one, other));

/** Equal for two readings that answer the same question: of the same command, machine, store, table, target. */
const questionOf = (reading: Reading): string => [reading.command, sideOf(reading), slotOf(reading)].join('\u0000');

function slotOf(reading: Reading): string {
  switch (reading.command) {
    case 'netsh-consec':
      return `${reading.data.store} ${reading.data.source}`;
    case 'netsh-nrpt':
      return String(reading.data.effective);
    case 'ping-6':
      return reading.data.target ?? '';
    case 'net-view':
      return reading.data.server ?? '';
    case 'sc-query':
      return reading.data.services.map(({ name }) => name).join(' ');
    case 'certutil-urlcache':
      return reading.data.kind;
    default:
      return '';
  }
}

const placeOf = (reading: Reading): string => `${reading.upload}, line ${reading.firstLine},`;
