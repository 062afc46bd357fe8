/** `tunnel-triage analyze`: one case of files, folders and archives, and its diagnosis. */
import { isIPv4 } from 'node:net';
import { analyse, type CaseEvidence, type Diagnosis, type Watch } from '../../analyzers/index';
import { cardOf, cardView, type CardWish } from './card-view';
import { readCase, writeCase } from './case-file';
import { analyzeForm } from './command-forms';
import { proofView } from './proof-view';
import { type FileProgress, readPaths } from './read-paths';
import { readWords } from './read-words';
import { type Terminal } from './terminal';
import { textView } from './text-view';
import { type Answer, answer, type Misuse, misuse } from './usage';

/** What a command of the terminal may touch. */
export interface Surroundings {
  readonly standardInput: AsyncIterable<Uint8Array>;
  readonly terminal: Terminal;
  /** ISO 8601. */
  readonly now: string;
  /** Is told how far long readings have come. */
  readonly watch: Watch;
  /** Is told which of several files is read now. */
  readonly onFile?: (progress: FileProgress) => void;
  /** Writes to standard output, and settles when its reader can take more. */
  readonly write: (text: string) => Promise<void>;
}

export async function analyze(words: readonly string[], surroundings: Surroundings): Promise<Answer | Misuse> {
  const settings = settingsOf(words);
  if ('kind' in settings) return settings;
  const earlier = settings.case === undefined ? null : await readCase(settings.case);
  if (earlier !== null && 'kind' in earlier) return earlier;
  if (settings.paths.length === 0 && earlier === null) {
    return misuse(
      'analyze needs a file, a folder or - for standard input, as in: tunnel-triage analyze my_sas.txt',
      'analyze',
    );
  }
  const { uploads, complaints } = await readPaths(settings.paths, surroundings.standardInput, surroundings.onFile);
  const context = {
    at: settings.at ?? surroundings.now,
    serverIpv4: settings.serverIpv4,
    serverIpv4Second: settings.serverIpv4Second,
    earlier: earlier ?? undefined,
  };
  const { diagnosis, evidence } = await analyse(uploads, context, surroundings.watch);
  const unwritten = settings.case === undefined ? null : await writeCase(settings.case, evidence);
  const complained = [...complaints, ...(unwritten === null ? [] : [unwritten])];
  const isUnreadable = settings.paths.length > 0 && !readAny(evidence);
  const wish = { at: context.at, isUnreadable, hadDiagnosis: earlier !== null && earlier.readings.length > 0 };
  const output = view(settings, diagnosis, wish, surroundings.terminal);
  return answer(output, complained, isUnreadable ? 3 : status(settings, diagnosis));
}

/** What the caller wishes to see of the diagnosis. */
function view({ json, card, proof }: Settings, diagnosis: Diagnosis, wish: CardWish, terminal: Terminal): string {
  const shown = card ? cardOf(diagnosis, wish) : diagnosis;
  if (json) return `${JSON.stringify(shown, null, 2)}\n`;
  if ('body' in shown) return cardView(shown, proof, terminal);
  const text = textView(diagnosis, terminal);
  return proof ? `${text}\n${proofView(diagnosis, terminal)}` : text;
}

interface Settings {
  readonly json: boolean;
  readonly card: boolean;
  readonly proof: boolean;
  readonly paths: readonly string[];
  readonly serverIpv4: string | undefined;
  readonly serverIpv4Second: string | undefined;
  readonly case: string | undefined;
  readonly at: string | undefined;
  readonly failOn: readonly string[];
}

function settingsOf(words: readonly string[]): Settings | Misuse {
  const read = readWords(analyzeForm, words);
  if (read.kind === 'misuse') return read;
  const { at, case: file, 'server-ipv4': serverIpv4, 'server-ipv4-2': serverIpv4Second } = read.values;
  const { json, card, proof } = read.values;
  const wrong = [serverIpv4, serverIpv4Second].find((address) => address !== undefined && !isIPv4(address));
  if (wrong !== undefined) return misuse(`${wrong} is no IPv4 address. Give one like 131.107.0.2.`, 'analyze');
  if (serverIpv4Second !== undefined && serverIpv4 === undefined) {
    return misuse('--server-ipv4-2 is the second address; give the first with --server-ipv4 too.', 'analyze');
  }
  if (at !== undefined && !isTime(at))
    return misuse(`${at} is no time. Give one like 2026-11-24T09:30:00Z.`, 'analyze');
  const failOn = (read.values['fail-on'] ?? '').split(',').filter((outcome) => outcome !== '');
  if (json && proof && !card) return misuse('--json has every line of proof already. Leave --proof out.', 'analyze');
  return { json, card, proof, paths: read.operands, serverIpv4, serverIpv4Second, case: file, at, failOn };
}

const isTime = (text: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text));

/** Of this call, not of the case: where nothing of what was given could be read, that is what the caller must know. */
const readAny = ({ readings, calls }: CaseEvidence): boolean => readings.some(({ call }) => call === calls);

const status = ({ failOn }: Settings, diagnosis: Diagnosis): 0 | 1 =>
  failOn.some((outcome) => isThere(outcome, diagnosis)) ? 1 : 0;

/** Auditing that is off is shown as failed but breaks no tunnel, so it does not count as a failure here either. */
const isThere = (outcome: string, diagnosis: Diagnosis): boolean =>
  diagnosis.outcome === outcome ||
  diagnosis.steps.some(
    (verdict) => verdict.outcome === outcome && !(outcome === 'failed' && verdict.step === 'security.audit'),
  );
