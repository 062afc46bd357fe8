/** The card for uploads that brought nothing new because they could not be read: that the diagnosis stands, each file, how to make a readable one. */
import { type Diagnosis, type UploadReport } from '../analyzers/diagnosis/diagnosis';
import { buttons } from './buttons';
import { type CardContext } from './card-context';
import { commandName } from './command-names';
import { dateAndTime } from './dates';
import { type AdaptiveCard, type ColumnSet, type Element } from './elements';
import { FIRST_COMMAND, FORMATS } from './first-command';
import { aside, card, cardSign, signed, text, titled, value } from './kit';
import { distinctNames, SIGNS } from './ladder-names';
import { commandBlock, savedToFile } from './next-command-part';
import { row } from './row';
import { capital, counted, listed, type Words, words } from './words';

/** More files than these are counted; each that is listed has its reason and its remedy. */
export const MAX_LISTED_FILES = 10;

/** The uploads of one message, and the diagnosis as it stands; null where the case has none. */
export interface Received {
  readonly uploads: readonly UploadReport[];
  readonly diagnosis: Diagnosis | null;
}

/** Files that were read are listed too: silence would look like loss. Without any upload: no file came through at all. */
export function unreadableCard({ uploads, diagnosis }: Received, context: CardContext): AdaptiveCard {
  const title = titleOf(uploads);
  const sentence = uploads.length === 0 ? NO_FILE : standing(diagnosis);
  const about = aboutLine(diagnosis, uploads.length === 0 ? undefined : context.at);
  const below = [value(sentence, 'Small'), ...(about === '' ? [] : [aside(about, 'Small')])];
  return card(`${title}. ${sentence} Save the output as text and send it.`, [
    titled(cardSign(SIGNS.unreadable), title, below),
    ...files(uploads),
    howToSave(diagnosis),
    ...row({ id: 'formats', said: words`What I can read`, spacing: 'Medium', content: [text(FORMATS)] }),
    ...buttons(['paste', 'collect'], ['note', 'new-case'], context),
  ]);
}

const NO_FILE = 'A channel does not hand files to bots. Send the file in a chat with me, or paste the output here.';

const isRead = ({ readings }: UploadReport): boolean => readings.length > 0;

function titleOf(uploads: readonly UploadReport[]): Words {
  if (uploads.length === 0) return words`No file reached me`;
  const unread = uploads.filter((upload) => !isRead(upload)).length;
  if (unread === 0) return words`I could read only a part`;
  return uploads.length === 1
    ? words`I could not read this file`
    : words`I could not read ${unread} of ${uploads.length} files`;
}

function standing(diagnosis: Diagnosis | null): string {
  if (diagnosis === null) return 'Nothing was read so far.';
  if (diagnosis.next === null) return 'The diagnosis has not changed.';
  const wanted = capital(listed(distinctNames(diagnosis.next.decides)));
  return `The diagnosis has not changed. It still waits for an output: ${wanted === '' ? diagnosis.next.command : wanted}.`;
}

function aboutLine(diagnosis: Diagnosis | null, at: string | undefined): string {
  const computer = diagnosis?.computer ?? null;
  const sent = at === undefined ? [] : [`sent ${dateAndTime(at)}`];
  return [...(computer === null ? [] : [computer]), ...sent].join(' · ');
}

function files(uploads: readonly UploadReport[]): readonly Element[] {
  if (uploads.length === 0) return [];
  const unreadFirst = [...uploads.filter((upload) => !isRead(upload)), ...uploads.filter(isRead)];
  const rest = uploads.length - MAX_LISTED_FILES;
  const more = rest > 0 ? [text(counted(rest, words`more file`, words`more files`), { spacing: 'Small' })] : [];
  return [
    { type: 'Container', items: [...unreadFirst.slice(0, MAX_LISTED_FILES).map(file), ...more], spacing: 'Medium' },
  ];
}

/** A file with its reason and remedy, or with the commands that were read from it. */
function file(upload: UploadReport): ColumnSet {
  const problems = upload.problems.map(({ message }) => message).join(' ');
  const read = [...new Set(upload.readings.map(({ command }) => commandName(command)))].join(', ');
  const said = isRead(upload)
    ? `Read: ${read}${upload.status === 'analysed' ? ', complete' : ''}. ${problems}`
    : `Unreadable: ${problems === '' ? 'nothing in it was recognised.' : problems}`;
  return signed(isRead(upload) ? SIGNS.passed : SIGNS.unreadable, [
    value(upload.name, undefined, { weight: 'Bolder' }),
    value(said.trim(), 'None', { isSubtle: true }),
  ]);
}

function howToSave(diagnosis: Diagnosis | null): Element {
  const wanted = diagnosis?.next ?? FIRST_COMMAND;
  const command = savedToFile(wanted);
  return commandBlock({
    said: words`Save the output as text`,
    command,
    place: wanted,
    computer: diagnosis?.computer ?? null,
    after:
      command === wanted.command ? 'Send me what it saves.' : 'The file appears on the desktop. Send it to me here.',
  });
}
