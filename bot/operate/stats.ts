/** Shows what the cases came to, by week and in all, without a name: of the embedded home the running bot is asked. */
import { z } from 'zod';

import { type CaseStatistics, caseStatistics, type Counted, WEEKS_SHOWN } from '../cases/case-statistics';
import { type Config } from '../config';
import { type ControlRequests } from '../control/control-server';
import { RefusedError } from '../refused-error';
import { allFacts } from '../store/case-figures';
import { type Home } from '../store/home';
import { askBotOrHome } from './home-of-operator';
import { textColumns } from './text-columns';

const REQUEST = 'stats';
const USAGE = 'Write npm run stats, or for a program npm run --silent stats -- --json';
/** Steps and causes in the table. */
const MAX_SHOWN = 10;

/** What the running bot does for it. `now` gives milliseconds since 1970. */
export const statsRequests = (home: Home, now: () => number): ControlRequests => ({
  [REQUEST]: () => statisticsOf(home, now()),
});

/** The words are none, or `--json`. */
export async function stats(config: Config, words: readonly string[]): Promise<string> {
  const [option, ...more] = words;
  if ((option !== undefined && option !== '--json') || more.length > 0) throw new RefusedError('stats-usage', USAGE);
  const request = { name: REQUEST, argument: null, reply: statistics };
  const found = await askBotOrHome(config, request, (home) => statisticsOf(home, Date.now()));
  return option === '--json' ? JSON.stringify(found, null, 2) : described(found);
}

const statisticsOf = async ({ db }: Home, now: number): Promise<CaseStatistics> =>
  caseStatistics(await allFacts(db), now);

const counts = z.array(z.object({ id: z.string(), count: z.number() }));
const period = z.object({
  cases: z.number(),
  failedSteps: counts,
  trueCauses: counts,
  commandsToCause: z.object({ cases: z.number(), median: z.number().nullable() }),
});
const statistics = z.object({ weeks: z.array(z.object({ week: z.string(), ...period.shape })), total: period });

function described({ weeks, total }: CaseStatistics): string {
  const rows = [...weeks, { week: 'all', ...total }].map(
    ({ week, cases, failedSteps, trueCauses, commandsToCause }) => [
      week,
      String(cases),
      String(sum(failedSteps)),
      String(sum(trueCauses)),
      commandsToCause.median === null ? '-' : String(commandsToCause.median),
      failedSteps[0]?.id ?? '-',
      trueCauses[0]?.id ?? '-',
    ],
  );
  const titles = ['week of', 'cases', 'failed', 'solved', 'commands', 'most failed step', 'most frequent true cause'];
  return [
    ...textColumns([titles, ...rows]),
    '',
    ...section('Steps that failed first in a case', total.failedSteps),
    '',
    ...section('Causes that were true, as people said who solved a case', total.trueCauses),
    '',
    `A cause was confirmed in ${total.commandsToCause.cases} cases; "commands" is how many had been read by then, the median.`,
    `The last ${WEEKS_SHOWN} weeks; "all" is everything since the store is kept. Cases that were deleted count on, without a name or a place.`,
  ].join('\n');
}

const sum = (list: readonly Counted[]): number => list.reduce((all, { count }) => all + count, 0);

function section(title: string, list: readonly Counted[]): readonly string[] {
  if (list.length === 0) return [`${title}: none so far.`];
  return [`${title}:`, ...textColumns(list.slice(0, MAX_SHOWN).map(({ id, count }) => [`  ${id}`, String(count)]))];
}
