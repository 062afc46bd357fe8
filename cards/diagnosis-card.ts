/** The card of a diagnosis: what is broken, what to do now, why to believe it. */
import { type Diagnosis } from '../analyzers/diagnosis/diagnosis';
import { type CardContext } from './card-context';
import { diagnosisAloud } from './diagnosis-aloud';
import { diagnosisButtons, refreshed } from './diagnosis-buttons';
import { doubtsPart } from './doubts-part';
import { type AdaptiveCard } from './elements';
import { fit } from './fit';
import { allStepsPart, tunnelsPart } from './healthy-part';
import { card } from './kit';
import { proofPart } from './proof-part';
import { setAsidePart } from './set-aside-part';
import { stepsPart } from './steps-part';
import { titlePart } from './title-part';
import { toDoPart } from './to-do-part';

/** Never over Teams' size limit: the card weighs itself and folds evidence first. */
export function diagnosisCard(diagnosis: Diagnosis, context: CardContext): AdaptiveCard {
  const healthy = diagnosis.outcome === 'healthy';
  return fit((detail) =>
    refreshed(
      card(diagnosisAloud(diagnosis), [
        titlePart(diagnosis),
        ...(healthy ? tunnelsPart(diagnosis) : []),
        ...toDoPart(diagnosis),
        ...(healthy ? allStepsPart(diagnosis, detail) : stepsPart(diagnosis, detail)),
        ...proofPart(diagnosis, detail, healthy ? 'Small' : 'Medium'),
        ...doubtsPart(diagnosis),
        ...setAsidePart(diagnosis, context),
        ...diagnosisButtons(diagnosis, context),
      ]),
      context,
    ),
  );
}
