/** German cards to look at: of stories that were played, so that every sentence on them is one that the bot really says. */
import { type Diagnosis } from '../../analyzers/diagnosis/diagnosis';
import { standingOf } from '../../analyzers/diagnosis/compare';
import { explain } from '../../analyzers/explain';
import { analyse } from '../../analyzers/index';
import {
  type AdaptiveCard,
  changesCard,
  closingQuestionCard,
  diagnosisCard,
  errorCard,
  explainCard,
  followUpCard,
  helpCard,
  inLanguage,
  stepsCard,
  unreadableCard,
  welcomeCard,
} from '../../cards/index';
import { play } from '../virtual-client/play';
import { allStories } from '../virtual-client/stories/all-stories';
import { cards, context } from './card-examples';

const STORIES = {
  expired: 'The computer certificate of the client is expired, and failures are audited',
  healthy: 'Two tunnels: the rules come first, and both tunnels stand',
  blocked: 'Kerberos proxy: TCP 443 is blocked, so neither the tunnel nor Kerberos gets through',
  server: 'Two tunnels: the rules come first, and the server finds no domain controller',
} as const;

/** The diagnoses of a story, one for each turn. */
async function toldIn(title: string): Promise<readonly [Diagnosis, ...Diagnosis[]]> {
  const story = allStories.find((one) => one.title === title);
  if (story === undefined) throw new Error(`There is no story "${title}".`);
  const [first, ...more] = (await play(story)).turns.map(({ diagnosis }) => diagnosis);
  if (first === undefined) throw new Error(`The story "${title}" has no turn.`);
  return [first, ...more];
}

const endOf = ([first, ...more]: readonly [Diagnosis, ...Diagnosis[]]): Diagnosis => more.at(-1) ?? first;

/** As a JPEG file begins. */
const PICTURE = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]);

/** By the names of their goldens, without "german-". */
export async function germanExamples(): Promise<Readonly<Record<string, AdaptiveCard>>> {
  const [expired, healthy, blocked, server] = await Promise.all([
    toldIn(STORIES.expired),
    toldIn(STORIES.healthy),
    toldIn(STORIES.blocked),
    toldIn(STORIES.server),
  ]);
  const [asking] = expired;
  if (asking.next === null) throw new Error('The first turn of the story asks for nothing.');
  const unread = await analyse([{ name: 'IMG_4471.jpg', bytes: PICTURE }], { at: '2026-11-23T13:20Z' });
  const awaited = {
    diagnosis: asking,
    nothingRead: false,
    next: asking.next,
    asked: 'today at 11:40',
    of: 'Alex Wilber',
  };
  const english: Readonly<Record<string, AdaptiveCard | undefined>> = {
    welcome: welcomeCard(context),
    help: helpCard(context),
    'diagnosis-needs-more': diagnosisCard(asking, context),
    'diagnosis-failed': diagnosisCard(endOf(expired), context),
    'diagnosis-blocked': diagnosisCard(endOf(blocked), context),
    'diagnosis-server': diagnosisCard(endOf(server), context),
    'diagnosis-healthy': diagnosisCard(endOf(healthy), context),
    'changes-repaired': changesCard(endOf(healthy), standingOf(endOf(expired), '2026-11-23T11:40'), context),
    steps: stepsCard(endOf(expired), context),
    unreadable: unreadableCard({ uploads: unread.diagnosis.uploads, diagnosis: asking }, context),
    'follow-up': followUpCard(awaited, context),
    'closing-question': closingQuestionCard(awaited, context),
    explain: explainCard(explain('13801')),
    error: errorCard('Your case is as it was. Send the same again in a minute.', '7f3a09c2', context),
    'settings-team': cards['settings-team'],
    script: cards['script'],
  };
  return Object.fromEntries(
    Object.entries(english).flatMap(([name, card]) => (card === undefined ? [] : [[name, inLanguage(card, 'de')]])),
  );
}

/** The keys of `germanExamples`, which tests need before anything was played. */
export const GERMAN_NAMES = [
  ...['welcome', 'help', 'diagnosis-needs-more', 'diagnosis-failed', 'diagnosis-blocked', 'diagnosis-server'],
  ...['diagnosis-healthy', 'changes-repaired', 'steps', 'unreadable', 'follow-up', 'closing-question', 'explain'],
  ...['error', 'settings-team', 'script'],
];
