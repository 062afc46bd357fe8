/** Why to believe it: the lines behind the verdicts, in ladder order, behind one row. */
import { type Diagnosis, type Quote } from '../analyzers/diagnosis/diagnosis';
import { type Element, type Spacing } from './elements';
import { type Detail } from './fit';
import { quoted, text } from './kit';
import { row } from './row';
import { counted, words } from './words';

/** `spacing` is `Small` below another row. */
export function proofPart(diagnosis: Diagnosis, detail: Detail, spacing: Spacing = 'Medium'): readonly Element[] {
  const lines = proofLines(diagnosis);
  if (lines.length === 0) return [];
  const seen = lines.slice(0, detail.proofLines);
  const files = new Set(lines.map(({ upload }) => upload)).size;
  const from = files > 1 ? words` from ${files} files` : words``;
  const rest = lines.length - seen.length;
  const more = rest === 0 ? [] : [text(counted(rest, words`more is in the note`, words`more are in the note`))];
  return row({
    id: 'proof',
    said: words`Proof: ${counted(lines.length, words`line`, words`lines`)}${from}`,
    spacing,
    content: [...seen.map((quote) => quoted(quote)), ...more],
  });
}

/** The quotes of all verdicts in ladder order, then those of the causes, each line once. */
export function proofLines({ steps, causes }: Diagnosis): readonly Quote[] {
  const all = [...steps, ...causes].flatMap(({ proof }) => proof);
  return [...new Map(all.toReversed().map((quote) => [place(quote), quote])).values()].toReversed();
}

const place = ({ upload, line, record, text: said }: Quote): string => JSON.stringify([upload, line, record, said]);
