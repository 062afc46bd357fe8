/** Everything that can be done with a case and has no button on its card: Teams draws six of them, and these are more. */
import { type Diagnosis } from '../analyzers/diagnosis/diagnosis';
import { type CardContext } from './card-context';
import { type AdaptiveCard, type Verb } from './elements';
import { card, title, value } from './kit';
import { pressedRow } from './pressed-row';
import { proofLines } from './proof-part';
import { type Words, words } from './words';

interface Deed {
  readonly verb: Verb;
  readonly said: Words;
  /** Whether there is anything to do; always where left out. */
  readonly where?: (diagnosis: Diagnosis | null) => boolean;
}

/** In the order of a case's life. */
const DEEDS: readonly Deed[] = [
  { verb: 'server', said: words`Set the public addresses of the server` },
  { verb: 'error', said: words`The command shows an error`, where: (diagnosis) => diagnosis?.next != null },
  { verb: 'remind', said: words`Remind me of the output later` },
  {
    verb: 'proof',
    said: words`Show all the proof`,
    where: (diagnosis) => diagnosis !== null && proofLines(diagnosis).length > 0,
  },
  { verb: 'steps', said: words`See every step` },
  { verb: 'collect', said: words`Get the script that gathers everything` },
  { verb: 'solved', said: words`The case is solved` },
  { verb: 'new-case', said: words`Begin another case` },
  { verb: 'close', said: words`Close this case without a question` },
];

/** `diagnosis` is null where nothing was read so far. */
export function actionsCard(diagnosis: Diagnosis | null, { caseId }: CardContext): AdaptiveCard {
  const said = words`What shall I do?`;
  return card(`${said} These are all the actions of case ${caseId}.`, [
    title(said),
    value(`Those of case ${caseId} that have no button on its card.`, 'Small'),
    ...DEEDS.filter(({ where = () => true }) => where(diagnosis)).map((deed) =>
      pressedRow({
        sign: null,
        lines: [value(deed.said)],
        word: words`Choose`,
        verb: deed.verb,
        data: { case: caseId },
      }),
    ),
  ]);
}
