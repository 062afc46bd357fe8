/** A diagnosis for a terminal: the same title, sentence, command and ladder as on the card, wrapped to the terminal's width. */
import { type Cause, type Diagnosis } from '../../analyzers/index';
import { notUnderstood } from '../../cards/doubts-part';
import { aboutLine, headline, otherAssumptions } from '../../cards/headline';
import { APPLICATION_FAILS, elsewhere } from '../../cards/healthy-part';
import { placeLine } from '../../cards/next-command-part';
import { shown } from '../../cards/outside-text';
import { wrapped } from '../../cards/plain-text';
import { checkSentence, remediesOf } from '../../cards/remedies-part';
import { position } from '../../cards/steps-part';
import { confirmingLine } from '../../cards/title-part';
import { type Drawing, quoteLine } from './drawing';
import { ladderLines } from './ladder-lines';
import { type Colour, painter, type Terminal } from './terminal';

/** More assumptions, or parts not understood, than these are counted; `--json` has them all. */
export const MAX_DOUBT_LINES = 12;

export function textView(diagnosis: Diagnosis, terminal: Terminal): string {
  const drawing = { columns: terminal.columns, paint: painter(terminal) };
  const parts = [
    titleLines(diagnosis, drawing),
    toDoLines(diagnosis, drawing),
    [drawing.paint(position(diagnosis), 'bold'), ...ladderLines(diagnosis, drawing)],
    doubtLines(
      'I assumed',
      otherAssumptions(diagnosis).map(({ text }) => text),
      drawing,
    ),
    doubtLines(
      'I did not understand',
      notUnderstood(diagnosis.uploads).map(({ upload, message }) => `${upload}: ${message}`),
      drawing,
    ),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const OUTCOME_COLOURS: Readonly<Record<Diagnosis['outcome'], Colour>> = {
  failed: 'red',
  healthy: 'green',
  inconclusive: 'yellow',
};

function titleLines(diagnosis: Diagnosis, { columns, paint }: Drawing): readonly string[] {
  const { sign, title, sentence } = headline(diagnosis);
  const cause = diagnosis.causes[0] ?? null;
  return [
    paint(`${sign} ${title}`, OUTCOME_COLOURS[diagnosis.outcome], 'bold'),
    ...wrapped(shown(sentence), columns, '  '),
    ...sureness(diagnosis, cause).map((line) => paint(line, 'faint')),
  ];
}

function sureness(diagnosis: Diagnosis, cause: Cause | null): readonly string[] {
  const proof = confirmingLine(cause);
  const about = `  ${shown(aboutLine(diagnosis, cause))}`;
  return proof === null ? [about] : [about, `  ${quoteLine(proof)}`];
}

/** The command stands alone on its line and is never wrapped, so that it can be copied. */
function toDoLines(diagnosis: Diagnosis, { columns, paint }: Drawing): readonly string[] {
  const { next, computer } = diagnosis;
  if (diagnosis.outcome === 'healthy') {
    return [paint(APPLICATION_FAILS, 'bold'), ...wrapped(elsewhere(diagnosis), columns, '  ')];
  }
  if (next !== null) {
    return [
      `${paint('Run this next', 'bold')}  ${paint(shown(placeLine(next, computer)), 'faint')}`,
      '',
      `    ${paint(shown(next.command), 'cyan', 'bold')}`,
      '',
      ...wrapped(shown(next.why), columns, '  '),
    ];
  }
  const check = diagnosis.then[0] ?? null;
  const remedies = remediesOf(diagnosis);
  const said = [...remedies, ...(check === null ? [] : [checkSentence(check, computer, remedies.length > 0)])];
  if (said.length === 0) return [];
  return [
    paint('Do this', 'bold'),
    ...said.flatMap((each, index) => wrapped(shown(each), columns, `  ${index + 1} `)),
    ...(check === null ? [] : ['', `    ${paint(shown(check.command), 'cyan', 'bold')}`]),
  ];
}

function doubtLines(said: string, doubts: readonly string[], { columns, paint }: Drawing): readonly string[] {
  if (doubts.length === 0) return [];
  const rest = doubts.length - MAX_DOUBT_LINES;
  return [
    paint(said, 'bold'),
    ...doubts.slice(0, MAX_DOUBT_LINES).flatMap((doubt) => wrapped(shown(doubt), columns, '  - ')),
    ...(rest > 0 ? [`  and ${rest} more (--json has them all)`] : []),
  ];
}
