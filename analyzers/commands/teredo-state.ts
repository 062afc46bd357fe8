/**
 * `netsh interface teredo show state`: whether the Teredo adapter is in use.
 *
 *     Teredo Parameters
 *     ---------------------------------------------
 *     Type                    : enterpriseclient
 *     Server Name             : da.contoso.com (Group Policy)
 *     Client Refresh Interval : 30 seconds
 *     Client Port             : unspecified
 *     State                   : offline
 *     Error                   : none
 *
 * A qualified client prints its NAT and its addresses instead of `Error`. The order of the first five lines never changes: it decides
 * where the labels are translated.
 */
import { type LineText } from '../document';
import { isRefusal, needsElevation } from '../grammars/netsh';
import { type Draft } from '../reading';
import { type Command, defineCommand, type Output } from './command';
import { printedFields, proofsOf } from './netsh-fields';
import { notElevated } from './output-problems';

export const teredoState: Command<'netsh-teredo'> = defineCommand({
  id: 'netsh-teredo',
  typed: 'netsh interface teredo show state',
  shell: 'cmd',
  runOn: 'client',
  elevated: false,
  shows: 'Whether the Teredo adapter is in use, and why not.',
  sources: ['messages', 'troubleshooting'],
  once: true,
  powershell: 'Get-NetTeredoState',
  runs: (commandLine) => /^netsh(?:\.exe)?\s+int(?:erface)?\s+teredo\s+show\s+state\b/i.test(commandLine),
  opens: (text) => /teredo/i.test(text),
  begins: (lines, index) => isTitle(lines, index),
  ends: isRefusal,
  alone: isRefusal,
  named: (fileName) => /teredo/i.test(fileName),
  read,
});

/** Where type and state stand among the labelled lines. */
const TYPE_PLACE = 0;
const STATE_PLACE = 4;

/** A short title with the name of the protocol, above labelled lines. */
function isTitle(lines: readonly LineText[], index: number): boolean {
  const text = lines[index]?.text.trim() ?? '';
  if (!/teredo/i.test(text) || text.includes(':') || text.length > 60 || /^netsh\b/i.test(text)) return false;
  const below = lines.slice(index + 1, index + 6).filter((line) => line.text.trim() !== '');
  return below.slice(0, 2).some((line) => /^\s*(?:-{5,}\s*$|\S[^:]{0,40}\s:\s)/.test(line.text));
}

function read(output: Output): Draft<'netsh-teredo'> {
  const fields = printedFields(output);
  const labelled = (label: string) => fields.find((one) => one.label === label);
  const type = labelled('type') ?? fields[TYPE_PLACE];
  const state = labelled('state') ?? (labelled('type') === undefined ? fields[STATE_PLACE] : undefined);
  const below = state === undefined ? undefined : fields[fields.indexOf(state) + 1];
  // The line below the state of a qualified client is its kind: `teredo client`, `teredo host-specific relay`.
  const isKind = /^teredo/i.test(below?.value ?? '');
  const error = labelled('error') ?? (labelled('type') === undefined && !isKind ? below : undefined);
  const denied = output.lines.find(({ text }) => needsElevation(text));
  const shown = {
    type: type?.followed === true ? type : undefined,
    state: state?.followed === true ? state : undefined,
    error,
  };
  return {
    data: {
      type: shown.type?.value ?? null,
      state: shown.state?.value ?? null,
      error: shown.error?.value ?? null,
    },
    complete: shown.state !== undefined && denied === undefined,
    problems: denied === undefined ? [] : [notElevated(denied.number)],
    proofs: proofsOf(shown),
  };
}
