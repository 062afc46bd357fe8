/** "Stats": what the cases came to that a person may see where they ask. */
import { STEP_IDS, type StepId } from '../../analyzers/diagnosis/diagnosis';
import { type AdaptiveCard, figuresCard } from '../../cards/index';
import { caseStatistics } from '../cases/case-statistics';
import { seenFacts } from '../store/case-figures';
import { type Viewer } from '../store/open-cases';
import { type StoreTransaction } from '../store/store-transaction';
import { type BotParts } from './bot-parts';

const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

export async function caseFiguresCard(
  { now, retentionDays }: Pick<BotParts, 'now' | 'retentionDays'>,
  tx: StoreTransaction,
  viewer: Viewer,
  caseId: string,
): Promise<AdaptiveCard> {
  const { weeks, total } = caseStatistics(await seenFacts(tx, viewer), now());
  const first = weeks.findIndex(({ cases }) => cases > 0);
  return figuresCard(
    {
      cases: total.cases,
      // A step of another release has no name here.
      failedSteps: total.failedSteps.flatMap(({ id, count }) => (isStep(id) ? [{ step: id, count }] : [])),
      trueCauses: total.trueCauses.map(({ id, count }) => ({ cause: causeInWords(id), count })),
      commandsToCause: total.commandsToCause.median,
      weeks: (first < 0 ? [] : weeks.slice(first)).map(({ week, cases }) => ({
        week: `Week of ${DATE.format(new Date(week))}`,
        cases,
      })),
      days: retentionDays,
    },
    { caseId, buttons: 'offered' },
  );
}

const isStep = (id: string): id is StepId => STEP_IDS.some((step) => step === id);

function causeInWords(id: string): string {
  if (id === 'other') return 'Something else';
  if (id === 'unknown') return 'Nobody knows';
  const said = id.replaceAll('-', ' ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}
