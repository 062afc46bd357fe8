/**
 * `netsh dnsclient show state`: where the client believes to be, and whether its DirectAccess name rules are in use.
 *
 *     Name Resolution Policy Table Options
 *     --------------------------------------------------------------------
 *
 *     Query Failure Behavior                : Always fall back to LLMNR and NetBIOS
 *     …
 *     Machine Location                      : Outside corporate network
 *
 *     Direct Access Settings                : Configured and Enabled
 *
 *     DNSSEC Settings                       : Not Configured
 *
 * The six values always stand in this order: it decides where the labels are translated.
 */
import { type LineText } from '../document';
import { isRefusal, needsElevation } from '../grammars/netsh';
import { containing } from '../grammars/languages/spoken';
import { type Draft } from '../reading';
import { type Command, defineCommand, type Output } from './command';
import { printedFields, proofsOf } from './netsh-fields';
import { notElevated, unknownWording } from './output-problems';

/** The same without translated words. */
const CMDLET = 'Get-DAConnectionStatus';

export const dnsClientState: Command<'netsh-dnsclient'> = defineCommand({
  id: 'netsh-dnsclient',
  typed: 'netsh dnsclient show state',
  shell: 'cmd',
  runOn: 'client',
  elevated: false,
  shows: 'Where the client believes to be, and whether its DirectAccess name rules are in use.',
  sources: ['nameTable', 'location'],
  once: true,
  powershell: CMDLET,
  runs: (commandLine) => /^netsh(?:\.exe)?\s+dns(?:client)?\s+show\s+state\b/i.test(commandLine),
  opens: (text) => TITLE.test(text),
  begins: (lines, index) => isTitle(lines[index]),
  ends: isRefusal,
  alone: isRefusal,
  named: (fileName) => /dns-?_?client|dns-?_?state/i.test(fileName),
  read,
});

const TITLE = /^\s*name resolution policy table options\s*$/i;
const isTitle = (line: LineText | undefined): boolean => TITLE.test(line?.text ?? '');

const LOCATION_PLACE = 3;
const DIRECT_ACCESS_PLACE = 4;
const INSIDE = containing('inside');
const OUTSIDE = containing('outside');

function read(output: Output): Draft<'netsh-dnsclient'> {
  const fields = printedFields(output);
  const labelled = (label: string, place: number) =>
    fields.find((one) => one.label === label) ??
    (fields.some((one) => one.label === 'query failure behavior') ? undefined : fields[place]);
  const location = labelled('machine location', LOCATION_PLACE);
  const directAccess = labelled('direct access settings', DIRECT_ACCESS_PLACE);
  const denied = output.lines.find(({ text }) => needsElevation(text));
  const shown = {
    location: location?.followed === true ? location : undefined,
    directAccess: directAccess?.followed === true ? directAccess : undefined,
  };
  const place = placeOf(shown.location?.value ?? '');
  const strange = shown.location !== undefined && place === null ? shown.location : undefined;
  return {
    data: { location: place, directAccess: shown.directAccess?.value ?? null },
    complete: shown.directAccess !== undefined && place !== null && denied === undefined,
    problems: [
      ...(denied === undefined ? [] : [notElevated(denied.number)]),
      ...(strange === undefined ? [] : [unknownWording(strange.value, strange.line.number, CMDLET)]),
    ],
    proofs: proofsOf(shown),
  };
}

/** "Outside" is asked first: some languages make the one word of the other. */
const placeOf = (value: string): 'inside' | 'outside' | null =>
  OUTSIDE.test(value) ? 'outside' : INSIDE.test(value) ? 'inside' : null;
