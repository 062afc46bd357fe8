/** `sc query NAME`, and Get-Service: whether the services run that IPsec needs. */
import { type Problem } from '../diagnosis/diagnosis';
import { type Line, type LineText } from '../document';
import { powershellRecords, propertyOf, valueOf } from '../grammars/powershell-list';
import { type Draft } from '../reading';
import { defineCommand, type Output } from './command';
import { isKnownWhole, wholeLines } from './whole-lines';

/** SERVICE_STATUS.dwCurrentState (winsvc.h). */
const STATES = [
  'STOPPED',
  'START_PENDING',
  'STOP_PENDING',
  'RUNNING',
  'CONTINUE_PENDING',
  'PAUSE_PENDING',
  'PAUSED',
] as const;
const SERVICE = /^\p{L}[\p{L}_ ]{2,40}[\p{L}_]: (\S{1,256})$/u;
const STATE = /^\s+\p{L}{3,20}\s{1,30}: ([1-7])\s{1,2}[A-Z_]{4,20}\b/u;
/** The last line of a service: `        WAIT_HINT          : 0x0`; the translated label differs, the single number does not. */
const LAST_FIELD = /^\s+\S[^:]{3,40}: 0x[0-9a-f]+$/i;
/** ERROR_SERVICE_DOES_NOT_EXIST. */
const NOT_INSTALLED = /^\[SC\] .{0,80}\b1060\b/;
/** `Running  IKEEXT             IKE and AuthIP IPsec Keying Modules`, or `IKEEXT Running` where those two were selected. */
const TABLE_ROW =
  /^(?:(Running|Stopped|Paused|StartPending|StopPending)\s{1,20}(\S{1,256})(?:\s.*)?|(\S{1,256})\s{1,80}(Running|Stopped|Paused|StartPending|StopPending)(?:\s.*)?)$/;
const TABLE_HEADING = /^(?:Status\s+Name\b|Name\s+Status\b)/;
export const MAX_SERVICES = 2000;

/**
 * One block for each service; states are numbered, so translated words do not matter:
 *
 *     SERVICE_NAME: IKEEXT
 *             TYPE               : 20  WIN32_SHARE_PROCESS
 *             STATE              : 4  RUNNING
 *                                     (STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)
 *             WAIT_HINT          : 0x0
 *
 * A service that is not there: `[SC] EnumQueryServicesStatus:OpenService FAILED 1060:`.
 */
export const serviceStates = defineCommand({
  id: 'sc-query',
  typed: 'sc query <SERVICE>',
  shell: 'cmd',
  runOn: 'client',
  elevated: false,
  shows: 'Whether the services run that IPsec needs.',
  sources: ['prerequisites', 'commandReference'],
  powershell: 'Get-Service BFE, MpsSvc, IKEEXT, PolicyAgent, iphlpsvc | Format-List Name, Status',
  runs: (commandLine) => /^(?:sc(?:\.exe)?\s+query(?:ex)?\b|get-service\b)/i.test(commandLine),
  opens: (text) => NOT_INSTALLED.test(text) || TABLE_HEADING.test(text) || SERVICE.test(text) || isListName(text),
  begins,
  ends: ({ text }) => /^\s+(?:WAIT_HINT|INDICACI.N_INICIO)\b/i.test(text) || NOT_INSTALLED.test(text),
  named: (fileName) => /services?\b|sc-?query/i.test(fileName),
  read,
});

function begins(lines: readonly LineText[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  if (NOT_INSTALLED.test(text)) return true;
  if (TABLE_HEADING.test(text)) return /^-{4,}\s+-{4,}/.test(lines[index + 1]?.text ?? '');
  if (SERVICE.test(text)) return lines.slice(index + 1, index + 5).some((line) => STATE.test(line.text));
  return isListRecord(lines, index);
}

/** `Name : IKEEXT` with `Status : Running` near it: no other list has these values. */
function isListRecord(lines: readonly LineText[], index: number): boolean {
  if (!isListName(lines[index]?.text ?? '')) return false;
  return lines
    .slice(index, index + 5)
    .some((line) => /^Status +: (?:Running|Stopped|Paused|StartPending|StopPending)$/i.test(line.text));
}

const isListName = (text: string): boolean => /^(?:name|status)$/i.test(propertyOf(text)?.name ?? '');

interface Service {
  readonly name: string;
  readonly state: string | null;
  readonly nameLine: Line;
  readonly stateLine: Line;
}

function read(output: Output): Draft<'sc-query'> {
  const proofs: Record<string, number> = {};
  const lines = wholeLines(output);
  const { services, open } = blocks(lines, output.typed);
  const found = [...services, ...tableRows(lines), ...listRecords(lines)].slice(0, MAX_SERVICES);
  found.forEach(({ nameLine, stateLine }, index) => {
    proofs[`services[${index}].name`] = nameLine.number;
    proofs[`services[${index}].state`] = stateLine.number;
  });
  const closing = found.at(-1)?.stateLine;
  if (closing !== undefined) proofs['closing'] = closing.number;
  const isText = services.length > 0;
  return {
    data: { services: found.map(({ name, state }) => ({ name, state })) },
    complete: found.length > 0 && !open && (isText || isKnownWhole(output, lines.at(-1)?.text.trim() === '')),
    problems: unnamed(lines, found),
    proofs,
  };
}

/** The error of a missing service does not name it; only the command line does. */
function unnamed(lines: readonly Line[], found: readonly Service[]): readonly Problem[] {
  const error = lines.find((line) => NOT_INSTALLED.test(line.text));
  if (error === undefined || found.some(({ stateLine }) => stateLine === error)) return [];
  const message = 'A service is not installed (error 1060), but nothing names it. Copy the command line above it too.';
  return [{ code: 'service-unnamed', message, line: error.number }];
}

/** `CHECKPOINT` and `WAIT_HINT`, the last two fields of a service, have the same form. */
const LAST_FIELDS = 2;

/** The blocks of sc. `open` is true where the last one was cut off above its last field. */
function blocks(lines: readonly Line[], typed: string | null) {
  const services: Service[] = [];
  let name: { readonly text: string; readonly line: Line } | null = null;
  let missing = 0;
  for (const line of lines) {
    const heading = SERVICE.exec(line.text)?.[1];
    const state = STATES[Number(STATE.exec(line.text)?.[1]) - 1];
    if (heading !== undefined) [name, missing] = [{ text: heading, line }, LAST_FIELDS];
    else if (state !== undefined && name !== null) {
      services.push({ name: name.text, state, nameLine: name.line, stateLine: line });
      name = null;
    } else if (LAST_FIELD.test(line.text)) missing = Math.max(0, missing - 1);
    else if (NOT_INSTALLED.test(line.text)) {
      const asked = typedServices(typed)[services.length];
      if (asked !== undefined) services.push({ name: asked, state: null, nameLine: line, stateLine: line });
    }
  }
  return { services, open: missing > 0 };
}

/** The services that a command line asks for, in order: a missing one is not named by its error. */
const typedServices = (typed: string | null): readonly string[] =>
  [...(typed ?? '').matchAll(/\bquery(?:ex)?\s+"?([\w.$-]{1,256})/gi)].flatMap(([, name]) => name ?? []);

function tableRows(lines: readonly Line[]): readonly Service[] {
  const heading = lines.findIndex(({ text }) => TABLE_HEADING.test(text));
  if (heading < 0) return [];
  return lines.slice(heading + 2).flatMap((line) => {
    const found = TABLE_ROW.exec(line.text.trim());
    const [name, state] = [found?.[2] ?? found?.[3], found?.[1] ?? found?.[4]];
    return name === undefined || state === undefined ? [] : [service(name, state, line, line)];
  });
}

function listRecords(lines: readonly Line[]): readonly Service[] {
  return powershellRecords(lines).flatMap((record) => {
    const [name, state] = [record.get('name'), record.get('status')];
    if (name === undefined || state === undefined || valueOf(record, 'name') === null) return [];
    return /^[A-Z][A-Za-z]{4,20}$/.test(state.value) ? [service(name.value, state.value, name.line, state.line)] : [];
  });
}

/** `StartPending` is `START_PENDING` in sc's words. */
const service = (name: string, state: string, nameLine: Line, stateLine: Line): Service => ({
  name,
  state: state.replace(/(?<=[a-z])(?=[A-Z])/, '_').toUpperCase(),
  nameLine,
  stateLine,
});
