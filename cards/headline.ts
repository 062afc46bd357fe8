/** The first two seconds: what a diagnosis says in one title and one sentence. Cards, notes and the terminal share it. */
import { type Assumption, type Cause, type Diagnosis, type Verdict } from '../analyzers/diagnosis/diagnosis';
import { distinctNames, groupName, hasOneTunnel, inSentence, SIGNS } from './ladder-names';
import { capital, counted, listed, type Words, words } from './words';

export interface Headline {
  readonly sign: Words;
  readonly title: Words;
  /** The cause with the value that decided. */
  readonly sentence: string;
}

export function headline(diagnosis: Diagnosis): Headline {
  const { sign, title, sentence } = outcomeHeadline(diagnosis);
  const doubts = diagnosis.assumptions.filter(isDecisive).map(({ text }) => text);
  return { sign, title, sentence: [sentence, ...doubts].join(' ') };
}

/** Assumptions that could turn the outcome round stand in the sentence; these are the others. */
export const otherAssumptions = ({ assumptions }: Diagnosis): readonly Assumption[] =>
  assumptions.filter((assumption) => !isDecisive(assumption));

const isDecisive = ({ id }: Assumption): boolean => id === 'given-address-dropped';

/** "CLIENT1 · 2 files read", led by how sure the cause is where no line confirms it and the sentence does not say so. */
export function aboutLine(diagnosis: Diagnosis, cause: Cause | null): string {
  const { computer, uploads } = diagnosis;
  const read = uploads.filter(({ readings }) => readings.length > 0).length;
  const doubt = cause === null || isGuess(diagnosis, cause) ? [] : [CONFIDENCE_WORDS[cause.confidence]];
  return [...doubt, ...(computer === null ? [] : [computer]), counted(read, words`file read`, words`files read`)].join(
    ' · ',
  );
}

export const CONFIDENCE_WORDS: Readonly<Record<Cause['confidence'], Words>> = {
  confirmed: words`Confirmed`,
  likely: words`Likely`,
  possible: words`Possible`,
};

function outcomeHeadline(diagnosis: Diagnosis): Headline {
  switch (diagnosis.outcome) {
    case 'failed':
      return failedHeadline(diagnosis);
    case 'healthy':
      return healthyHeadline(diagnosis);
    case 'inconclusive':
      return openHeadline(diagnosis);
  }
}

function failedHeadline(diagnosis: Diagnosis): Headline {
  const failed = diagnosis.steps.find(({ step }) => step === diagnosis.failedStep);
  const cause = diagnosis.causes[0];
  const sentence =
    cause !== undefined && isGuess(diagnosis, cause)
      ? `${failed?.why ?? ''} Possible cause: ${asClause(cause.title)}`.trim()
      : (cause?.title ?? failed?.why ?? '');
  return { sign: SIGNS.failed, title: failedTitle(failed, hasOneTunnel(diagnosis)), sentence };
}

/** Nothing was seen of such a cause yet: the sentence says what was seen, and names the cause as a guess. */
const isGuess = ({ outcome }: Diagnosis, { confidence }: Cause): boolean =>
  outcome === 'failed' && confidence === 'possible';

/** The title of a cause behind a colon. */
export const asClause = (title: string): string =>
  title.replace(/^(?:The|A|An|No|It|This)\b/, (first) => first.toLowerCase());

function failedTitle(failed: Verdict | undefined, oneTunnel: boolean): Words {
  if (failed === undefined) return words`A step failed`;
  switch (failed.tunnel) {
    case 'infrastructure':
    case 'intranet':
      return words`${groupName(failed.tunnel, oneTunnel)} failed at ${inSentence(failed.step)}`;
    case 'prerequisite':
      return words`Failed before the tunnels: ${inSentence(failed.step)}`;
    case 'security':
      return words`Security failed at ${inSentence(failed.step)}`;
  }
}

function healthyHeadline(diagnosis: Diagnosis): Headline {
  const one = hasOneTunnel(diagnosis);
  return {
    sign: SIGNS.passed,
    title: one ? words`The tunnel is up` : words`Both tunnels are up`,
    sentence: one
      ? 'Main mode and quick mode SAs were seen to the endpoint.'
      : 'Main mode and quick mode SAs were seen to both endpoints.',
  };
}

function openHeadline(diagnosis: Diagnosis): Headline {
  const location = diagnosis.steps.find(({ step }) => step === 'client.location');
  if (location?.outcome === 'not-applicable') {
    const title = words`DirectAccess is rightly idle`;
    return { sign: SIGNS['not-applicable'], title, sentence: location.why };
  }
  const cause = diagnosis.causes[0]?.title;
  if (diagnosis.next === null) {
    const title = words`Nothing more to ask`;
    return { sign: SIGNS.unknown, title, sentence: cause ?? 'The outputs so far do not tell which step fails.' };
  }
  const title = words`One more output is needed`;
  return { sign: SIGNS.unknown, title, sentence: `Nothing failed so far. ${cause ?? missing(diagnosis)}` };
}

/** What was cut off or refused, else what the next command would show. */
function missing({ steps, next }: Diagnosis): string {
  const unreadable = steps.find(({ outcome }) => outcome === 'unreadable');
  if (unreadable !== undefined) return unreadable.why;
  const wanted = new Set(next?.decides);
  const names = distinctNames(
    steps.filter(({ step, outcome }) => wanted.has(step) && outcome === 'unknown').map(({ step }) => step),
  );
  if (names.length === 0) return 'The next output decides how it goes on.';
  return `${capital(listed(names))} ${names.length === 1 ? 'is' : 'are'} not shown yet.`;
}
