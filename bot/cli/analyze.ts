/** `tunnel-triage analyze`: one case of files, folders and archives, and its diagnosis. */
import { analyse, type CaseEvidence } from '../../analyzers/index';
import { analyzeOnServer } from './analyze-on-server';
import { analyzeSettings } from './analyze-settings';
import { readCase, writeCase } from './case-file';
import { diagnosisAnswer } from './diagnosis-answer';
import { readPaths } from './read-paths';
import { type Surroundings } from './surroundings';
import { type Answer, type Misuse, misuse } from './usage';

export async function analyze(words: readonly string[], surroundings: Surroundings): Promise<Answer | Misuse> {
  const settings = analyzeSettings(words);
  if ('kind' in settings) return settings;
  if (settings.server !== undefined) {
    return analyzeOnServer({ ...settings, server: settings.server }, surroundings);
  }
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
  return diagnosisAnswer(settings, diagnosis, wish, complained, surroundings.terminal);
}

/** Of this call, not of the case: where nothing of what was given could be read, that is what the caller must know. */
const readAny = ({ readings, calls }: CaseEvidence): boolean => readings.some(({ call }) => call === calls);
