/** The card of an upload that came into a case with a diagnosis: how it stands now, what to do, and what changed since. */
import { compare, type Comparison, type Standing } from '../analyzers/diagnosis/compare';
import { type Diagnosis, type Verdict } from '../analyzers/diagnosis/diagnosis';
import { type CardContext } from './card-context';
import { changesPart, hasChanged } from './changes-part';
import { diagnosisAloud } from './diagnosis-aloud';
import { diagnosisButtons, refreshed } from './diagnosis-buttons';
import { doubtsPart } from './doubts-part';
import { type AdaptiveCard } from './elements';
import { fit } from './fit';
import { card } from './kit';
import { fullNameInSentence, groupName, hasOneTunnel } from './ladder-names';
import { proofPart } from './proof-part';
import { setAsidePart } from './set-aside-part';
import { titlePart } from './title-part';
import { toDoPart } from './to-do-part';
import { small } from './words';

/** The ladder is one press away, behind "See the steps"; here stand the steps that moved. */
export function changesCard(diagnosis: Diagnosis, before: Standing, context: CardContext): AdaptiveCard {
  const comparison = compare(before, diagnosis);
  const lead = whatTheRepairDid(diagnosis, before, comparison);
  return fit((detail) =>
    refreshed(
      card(diagnosisAloud(diagnosis, lead), [
        titlePart(diagnosis, lead),
        ...toDoPart(diagnosis),
        ...changesPart(diagnosis, before, comparison, detail),
        ...proofPart(diagnosis, detail, hasChanged(comparison) ? 'Small' : 'Medium'),
        ...doubtsPart(diagnosis),
        ...setAsidePart(diagnosis, context),
        ...diagnosisButtons(diagnosis, context, ['steps']),
      ]),
      context,
    ),
  );
}

/** Said before the cause: whether what had stopped the tunnels is repaired, or that they were up before. */
function whatTheRepairDid(diagnosis: Diagnosis, before: Standing, { repaired }: Comparison): string {
  if (diagnosis.outcome === 'healthy') return before.outcome === 'failed' ? 'Your repair worked.' : '';
  const one = hasOneTunnel(diagnosis);
  if (before.outcome === 'healthy') return one ? 'The tunnel was up before.' : 'Both tunnels were up before.';
  if (repaired === null) return '';
  return `Your repair worked: ${isUp(diagnosis, repaired) ? `the ${tunnelOf(repaired, one)} is up` : `${fullNameInSentence(repaired.step, one)} passes now`}.`;
}

/** Both SAs of the tunnel that the repaired step belongs to are there. */
function isUp({ steps }: Diagnosis, { tunnel }: Verdict): boolean {
  if (tunnel !== 'infrastructure' && tunnel !== 'intranet') return false;
  const sas = steps.filter((verdict) => verdict.tunnel === tunnel && /\.(?:main|quick)-mode$/.test(verdict.step));
  return sas.length > 0 && sas.every(({ outcome }) => outcome === 'passed');
}

const tunnelOf = ({ tunnel }: Verdict, one: boolean): string => small(groupName(tunnel, one));
