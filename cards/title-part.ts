/** The top of a diagnosis card: sign, title, sentence, how sure it is, and the line that confirms the cause. */
import { type Cause, type Diagnosis, type Quote } from '../analyzers/diagnosis/diagnosis';
import { type Element } from './elements';
import { aboutLine, headline } from './headline';
import { aside, cardSign, quoted, titled, value } from './kit';

/** `lead` is said before the cause: what a repair did. */
export function titlePart(diagnosis: Diagnosis, lead = ''): Element {
  const { sign, title, sentence } = headline(diagnosis);
  const cause = diagnosis.causes[0] ?? null;
  const proof = confirmingLine(cause);
  const below = proof === null ? aside(aboutLine(diagnosis, cause), 'Small') : quoted(proof, 'Confirmed by ');
  return titled(cardSign(sign, diagnosis.outcome === 'failed'), title, [
    value(lead === '' ? sentence : `${lead} ${sentence}`, 'Small'),
    below,
  ]);
}

/** Only a confirmed cause has a line that is promoted to the top. */
export const confirmingLine = (cause: Cause | null): Quote | null =>
  cause?.confidence === 'confirmed' ? (cause.proof[0] ?? null) : null;
