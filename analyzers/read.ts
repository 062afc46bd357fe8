/** Uploads become readings: every document falls into the outputs of commands, and each is read by its command. */
import { awaitedCommands, chooseByName, decide, type Decided } from './commands/choose-command';
import { type Command } from './commands/command';
import { commandOfLog, computerOf, eventLogReading } from './commands/event-log-reading';
import { commands } from './commands/index';
import { type FoundOutput, outputFinder } from './commands/outputs';
import { inEnglish } from './commands/output-problems';
import { type ReadOutput, toReading } from './commands/to-reading';
import { type NextCommand, type Problem, type UploadReport } from './diagnosis/diagnosis';
import { type CommandId } from './diagnosis/reading-data';
import { type Document, type Line, lineAt, linesBetween, numberAt } from './document';
import { needsElevation } from './grammars/netsh';
import { dateOrder } from './grammars/windows-date';
import { type LogDocument, type Watch } from './intake/event-log-intake';
import { intake } from './intake/intake';
import { collectedFolders } from './intake/collected-folder';
import { guessLanguage } from './intake/language';
import { type Manifest, manifestOf, originInName } from './intake/origin';
import { commandAtPrompt } from './intake/prompts';
import { type Section, sections } from './intake/sections';
import { type AnyUpload } from './intake/source';
import { type DocumentReadings, uploadReport } from './intake/upload-report';
import { type Reading } from './reading';

/** What the case adds to the bytes: which call brings them, and the command that it asked for last. */
export interface ReadContext {
  readonly call: number;
  readonly awaited: NextCommand | null;
  /** What the bundles among the uploads say of their machines. */
  readonly manifests?: readonly Manifest[];
}

/** The readings of all uploads, and what became of each upload. */
export interface TakenIn {
  readonly readings: readonly Reading[];
  readonly reports: readonly UploadReport[];
}

/** A document of so few lines may be an answer in words that are not known; a longer one is something else. */
const MAX_ANSWER_LINES = 12;
/** Unread outputs that are named one by one. */
const MAX_UNREAD_NAMED = 10;
/** Outputs that one document is read with; a transcript of a day has a few dozen. The last ones, because what is newer counts. */
const MAX_OUTPUTS = 1000;

/**
 * The readings of some uploads and one report for each upload or archive member, both sorted by name: the order in which they came
 * changes nothing. A repeated file keeps its report, its readings count once. It rejects for no input, however bad, and only where
 * `watch` says that nobody waits any more.
 */
export async function takeIn(uploads: readonly AnyUpload[], context: ReadContext, watch?: Watch): Promise<TakenIn> {
  const { documents, logs, rejected } = await intake(uploads, watch);
  const manifests = [
    ...documents
      .flatMap((document) => manifestOf(document) ?? [])
      .sort((one, other) => other.folder.length - one.folder.length),
    ...collectedFolders(documents),
  ];
  const surroundings = { ...context, manifests };
  const results = [
    ...documents.map((document) => ({ document, read: readDocument(document, surroundings) })),
    ...logs.map((log) => ({ document: { ...log, encoding: log.log.encoding }, read: readLog(log, surroundings) })),
  ];
  const reports = [...results.map(({ document, read }) => uploadReport(document, read)), ...rejected];
  const seen = new Set<string>();
  const readings = results.flatMap(({ document, read }) =>
    read.readings.filter(({ command, origin, firstLine }) => {
      const key = [document.sha256, command, origin, firstLine].join(' ');
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    }),
  );
  return { readings, reports: reports.sort((one, other) => (one.name < other.name ? -1 : 1)) };
}

/** What one document says. Commands are told apart by what was typed, by their outputs, by the document's name, by what is awaited. */
export function readDocument(document: Document, context: ReadContext): DocumentReadings {
  const language = guessLanguage(document.lines);
  if (manifestOf(document) !== null) {
    return { readings: [], problems: [], unrecognised: false, partial: false, language };
  }
  const choose = (candidates: readonly Command[]): Command | undefined =>
    chooseByName(document.name, candidates) ??
    candidates.find(({ id }) => awaited.some((one) => one.command.id === id));
  const awaited = awaitedCommands(context.awaited?.command ?? null, commands);
  const outputsOf = outputFinder(commands, choose);
  const parts = sections(document.lines).map((section) => ({ section, outputs: outputsOf(section) }));
  const certain = parts.flatMap(({ section, outputs }) => outputs.found.map((found) => ({ found, section })));
  const answered = new Set<string>(certain.map(({ found }) => found.command.id));
  const sentences = parts.flatMap(({ section, outputs }) =>
    outputs.undecided.map((undecided) => ({ ...undecided, section })),
  );
  const { decided, open } = decide(document.name, sentences, awaited, answered);
  const all = [...certain, ...decided.map((one) => ({ found: foundFrom(one), section: null }))];
  const found = all.length > 0 || open.length > 0 ? all : answerInOtherWords(document);
  const newest = found.length > MAX_OUTPUTS ? newestOf(found) : found;
  const readings = readAll(newest, document, language, context);
  const unread = parts.filter(({ outputs }) => outputs.isUnread);
  const problems = [
    ...open.map(({ at }) => undecidedProblem(lineAt(document, at))),
    ...(newest.length < found.length ? [tooManyOutputs(document, newest)] : []),
    ...unread.slice(0, MAX_UNREAD_NAMED).map(({ section }) => unreadSection(document, section)),
  ];
  const unrecognised = readings.length === 0;
  return {
    readings,
    problems: unrecognised && problems.length === 0 ? [unknownFormat(document, language)] : problems,
    unrecognised,
    partial: problems.length > 0,
    language,
  };
}

/** What an event log says: one reading of its IPsec events. */
export function readLog(log: LogDocument, context: ReadContext): DocumentReadings {
  const origin = originOf(log.name, commandOfLog(log), computerOf(log), context);
  const reading = eventLogReading(log, { ...origin, call: context.call });
  return { readings: [reading], problems: [], unrecognised: false, partial: false, language: null };
}

interface Located {
  readonly found: FoundOutput;
  readonly section: Section | null;
  /** A prompt is no word of the answer: `PS C:\\>` has the form of a label and its value. */
  readonly isWithoutPrompts?: true;
}

const newestOf = (found: readonly Located[]): readonly Located[] =>
  found.toSorted((one, other) => one.found.from - other.found.from).slice(-MAX_OUTPUTS);

const tooManyOutputs = (document: Document, [first]: readonly Located[]): Problem => ({
  code: 'too-many-outputs',
  message: `Only the last ${MAX_OUTPUTS} outputs were read. Send what stands above this line as a file of its own.`,
  ...(first === undefined ? {} : { line: numberAt(document, first.found.from) }),
});

const foundFrom = ({ undecided: { at }, command, typed }: Decided): FoundOutput => ({
  command,
  typed,
  closed: false,
  start: at,
  end: at + 1,
  from: at,
  to: at,
});

/** A short document that is named after a command but has nothing of it: perhaps its words for "nothing found", in another language. */
function answerInOtherWords({ name, lines }: Document): readonly Located[] {
  const spoken = lines.flatMap(({ text }, index) => (text.trim() === '' ? [] : [index]));
  const command = spoken.length > MAX_ANSWER_LINES ? undefined : chooseByName(name, commands);
  const [first, last] = [spoken[0], spoken.at(-1)];
  if (command === undefined || first === undefined || last === undefined) return [];
  const found = { command, typed: null, closed: false, start: 0, end: lines.length, from: first, to: last };
  return [{ found, section: null, isWithoutPrompts: true }];
}

function readAll(
  located: readonly Located[],
  document: Document,
  language: string | null,
  context: ReadContext,
): readonly Reading[] {
  const dates = dateOrder(document.distinct, language);
  const drafts = located.map(
    ({ found: { command, typed, closed, start, end, from, to }, section, isWithoutPrompts }) => {
      const endsWhole = document.endsWhole || end === start || end < document.lines.length;
      const own = linesBetween(document, start, end);
      const lines = isWithoutPrompts === true ? own.filter(({ text }) => commandAtPrompt(text) === null) : own;
      const output = { lines, typed, closed, endsWhole, dates, document: document.name };
      const found: ReadOutput = { command, output, from: numberAt(document, from), to: numberAt(document, to) };
      return { found, section, draft: command.read(output) };
    },
  );
  const hosts = new Set(drafts.flatMap(({ draft, section }) => draft.host ?? section?.host ?? []));
  const [onlyHost = null] = hosts.size === 1 ? hosts : [];
  return drafts
    .map(({ found, section, draft }) => {
      const host = draft.host ?? section?.host ?? onlyHost;
      const provenance = {
        document,
        call: context.call,
        ...originOf(document.name, found.command.id, host, context),
      };
      return toReading(found, draft, provenance);
    })
    .sort((one, other) => one.firstLine - other.firstLine);
}

/** The contract's ruling 15: the manifest, the host name, the name of the file, the awaited machine, else the client. */
function originOf(
  name: string,
  command: CommandId,
  host: string | null,
  { manifests = [], awaited }: ReadContext,
): Pick<Reading, 'origin' | 'originFrom' | 'host'> {
  const manifest = manifests.find(({ folder }) => name.startsWith(folder));
  if (manifest !== undefined && manifest.origin !== 'unknown') {
    return { origin: manifest.origin, originFrom: 'manifest', host: host ?? manifest.computer };
  }
  host ??= manifest?.computer ?? null;
  const byHost = host === null ? null : originInName(host);
  if (byHost !== null) return { origin: byHost, originFrom: 'host-name', host };
  const byName = originInName(name);
  if (byName !== null) return { origin: byName, originFrom: 'name', host };
  const isAwaited = awaitedCommands(awaited?.command ?? null, commands).some((one) => one.command.id === command);
  if (awaited !== null && isAwaited && awaited.runOn !== 'domain-controller') {
    return { origin: awaited.runOn, originFrom: 'awaited', host };
  }
  return { origin: 'client', originFrom: 'assumed', host };
}

function undecidedProblem(line: Line): Problem {
  const said = `"${line.text.trim().slice(0, 100)}"`;
  return needsElevation(line.text)
    ? {
        code: 'not-elevated',
        message: `${said} says that a command was not run elevated. Run it again in a command prompt that was opened with "Run as administrator".`,
        line: line.number,
      }
    : {
        code: 'command-undecided',
        message: `${said} is the answer of several commands. Copy the command line above it too.`,
        line: line.number,
      };
}

function unreadSection(document: Document, { typed, at, from }: Section): Problem {
  const message = `The output of "${(typed ?? '').slice(0, 100)}" is none that can be read; it was left out.`;
  return { code: 'unknown-section', message, line: numberAt(document, at ?? from) };
}

function unknownFormat(document: Document, language: string | null): Problem {
  const begun = document.lines.findIndex(({ text }) => text.trim() !== '');
  const first = begun < 0 ? undefined : lineAt(document, begun);
  const message =
    `No output of a known command was found; the text begins with "${(first?.text ?? '').trim().slice(0, 80)}". ` +
    'Outputs of netsh, ipconfig, nltest, certutil, auditpol, gpresult, systeminfo and Windows event exports can be read. ' +
    'Open an elevated command prompt, run for example netsh advfirewall monitor show mmsa > mmsa.txt, and send that file.' +
    (language === 'en' ? '' : ` If it is such an output in another language: ${inEnglish()}`);
  return { code: 'unknown-format', message, ...(first === undefined ? {} : { line: first.number }) };
}
