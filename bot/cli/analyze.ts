/** `tunnel-triage analyze`: one case of files, folders and archives, and its diagnosis. */
import { parseArgs } from 'node:util';
import { isIPv4 } from 'node:net';
import { analyse, type CaseEvidence, type Diagnosis, type Watch } from '../../analyzers/index';
import { readCase, writeCase } from './case-file';
import { faultReason } from '../fault';
import { readPaths } from './read-paths';
import { type Terminal } from './terminal';
import { textView } from './text-view';
import { type Answer, answer, inOneSentence, type Misuse, misuse } from './usage';

/** What a command of the terminal may touch. */
export interface Surroundings {
  readonly standardInput: AsyncIterable<Uint8Array>;
  readonly terminal: Terminal;
  /** ISO 8601. */
  readonly now: string;
  /** Is told how far long readings have come. */
  readonly watch: Watch;
  /** Writes to standard output, and settles when its reader can take more. */
  readonly write: (text: string) => Promise<void>;
}

export async function analyze(words: readonly string[], surroundings: Surroundings): Promise<Answer | Misuse> {
  const settings = settingsOf(words);
  if ('kind' in settings) return settings;
  const earlier = settings.case === undefined ? null : await readCase(settings.case);
  if (earlier !== null && 'kind' in earlier) return earlier;
  if (settings.paths.length === 0 && earlier === null) {
    return misuse('analyze needs a file, a folder or - for standard input, as in: tunnel-triage analyze my_sas.txt');
  }
  const { uploads, complaints } = await readPaths(settings.paths, surroundings.standardInput);
  const context = {
    at: settings.at ?? surroundings.now,
    serverIpv4: settings.serverIpv4,
    serverIpv4Second: settings.serverIpv4Second,
    earlier: earlier ?? undefined,
  };
  const { diagnosis, evidence } = await analyse(uploads, context, surroundings.watch);
  const unwritten = settings.case === undefined ? null : await writeCase(settings.case, evidence);
  const output = settings.json ? `${JSON.stringify(diagnosis, null, 2)}\n` : textView(diagnosis, surroundings.terminal);
  const complained = [...complaints, ...(unwritten === null ? [] : [unwritten])];
  return answer(output, complained, status(settings, diagnosis, evidence));
}

interface Settings {
  readonly json: boolean;
  readonly paths: readonly string[];
  readonly serverIpv4: string | undefined;
  readonly serverIpv4Second: string | undefined;
  readonly case: string | undefined;
  readonly at: string | undefined;
  readonly failOn: readonly string[];
}

const OUTCOMES = ['passed', 'failed', 'unknown', 'unreadable', 'waiting', 'not-applicable', 'healthy', 'inconclusive'];

function settingsOf(words: readonly string[]): Settings | Misuse {
  let parsed;
  try {
    parsed = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (fault) {
    return misuse(inOneSentence(faultReason(fault)));
  }
  const { values, positionals } = parsed;
  const { json = false, at, case: file, 'server-ipv4': serverIpv4, 'server-ipv4-2': serverIpv4Second } = values;
  const wrong = [serverIpv4, serverIpv4Second].find((address) => address !== undefined && !isIPv4(address));
  if (wrong !== undefined) return misuse(`${wrong} is no IPv4 address. Give one like 131.107.0.2.`);
  if (serverIpv4Second !== undefined && serverIpv4 === undefined) {
    return misuse('--server-ipv4-2 is the second address; give the first with --server-ipv4 too.');
  }
  if (at !== undefined && !isTime(at)) return misuse(`${at} is no time. Give one like 2026-11-24T09:30:00Z.`);
  const failOn = (values['fail-on'] ?? '').split(',').filter((outcome) => outcome !== '');
  const unknown = failOn.find((outcome) => !OUTCOMES.includes(outcome));
  if (unknown !== undefined) return misuse(`--fail-on does not know ${unknown}. It knows ${OUTCOMES.join(', ')}.`);
  return { json, paths: positionals, serverIpv4, serverIpv4Second, case: file, at, failOn };
}

const OPTIONS = {
  json: { type: 'boolean' },
  'server-ipv4': { type: 'string' },
  'server-ipv4-2': { type: 'string' },
  case: { type: 'string' },
  at: { type: 'string' },
  'fail-on': { type: 'string' },
} as const;

const isTime = (text: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text));

/** Of this call, not of the case: where nothing of what was given could be read, that is what the caller must know. */
function status({ paths, failOn }: Settings, diagnosis: Diagnosis, evidence: CaseEvidence): 0 | 1 | 3 {
  const readNothing = !evidence.readings.some(({ call }) => call === evidence.calls);
  if (paths.length > 0 && readNothing) return 3;
  return failOn.some((outcome) => isThere(outcome, diagnosis)) ? 1 : 0;
}

/** Auditing that is off is shown as failed but breaks no tunnel, so it does not count as a failure here either. */
const isThere = (outcome: string, diagnosis: Diagnosis): boolean =>
  diagnosis.outcome === outcome ||
  diagnosis.steps.some(
    (verdict) => verdict.outcome === outcome && !(outcome === 'failed' && verdict.step === 'security.audit'),
  );
