/** `systeminfo`, and Get-ComputerInfo: name, edition, build and domain of a Windows. */
import { type Line, type LineText } from '../document';
import { whole } from '../grammars/languages/spoken';
import { powershellRecords, propertyOf } from '../grammars/powershell-list';
import { windowsEdition } from '../grammars/windows-editions';
import { type Draft } from '../reading';
import { defineCommand, type Output } from './command';
import { isBlank, isKnownWhole, wholeLines } from './whole-lines';

/** `OS Name:                   Microsoft Windows 10 Enterprise`: a label at the margin, its colon, the value in its column or close by. */
const ENTRY = /^(\S[^:]{1,80}):\s*(\S.*)?$/;
/** The product: `Microsoft Windows 7 Entreprise N`, `Microsoft Windows Server 2012 R2 Standard`, also where a lost blank joins the two. */
const PRODUCT = /\bWindows ?(?:®|\(R\))? ?(?:Server|Vista|XP|\d)/i;
/** `10.0.17763 N/A Build 17763`, "Compilación 17763": the build is repeated at the end. */
const VERSION = /^\d{1,2}\.\d{1,2}\.(\d{4,6})\b.{0,60}\b\1$/;
const DOMAIN_LABEL = whole('domainLabel');
const CMDLET_FIRST = /^(?:Windows(?:BuildLabEx|CurrentVersion|EditionId|ProductName)|OsName|CsName|CsDNSHostName)$/i;

/**
 * Labels are translated; order and form are not:
 *
 *     Host Name:                 CLIENT1
 *     OS Name:                   Microsoft Windows 10 Enterprise
 *     OS Version:                10.0.19045 N/A Build 19045
 *     …
 *     Domain:                    corp.example.com
 *     Logon Server:              \\DC1
 */
export const systemInformation = defineCommand({
  id: 'systeminfo',
  typed: 'systeminfo',
  shell: 'cmd',
  runOn: 'client',
  elevated: false,
  shows: 'The name, edition, build and domain of a Windows.',
  sources: ['prerequisites', 'commandReference'],
  powershell: 'Get-ComputerInfo',
  runs: (commandLine) => /^(?:systeminfo|get-computerinfo)(?:\.exe)?\b/i.test(commandLine),
  opens: (text) => ENTRY.test(`${text} `) || isOwnText(text),
  opensBeside: (text, { below }) => PRODUCT.test(text) || PRODUCT.test(below) || isOwnText(text),
  begins: (lines, index) => beginsText(lines, index) || beginsList(lines, index),
  ends: () => false,
  named: (fileName) => /systeminfo|computerinfo|osinfo/i.test(fileName),
  read: (output) => (wholeLines(output).some((line) => isOwnProperty(line)) ? readList(output) : readText(output)),
});

/** The product in this line or the next, the version right below it. */
function beginsText(lines: readonly LineText[], index: number): boolean {
  // A value in which the product stands makes a line in which it stands: most lines are turned away without being taken apart.
  const places = [index, index + 1].filter((at) => PRODUCT.test(lines[at]?.text ?? ''));
  if (places.length === 0 || entry(lines[index]) === null) return false;
  const value = (at: number): string => entry(lines[at])?.value ?? '';
  return places.some((at) => PRODUCT.test(value(at)) && VERSION.test(value(at + 1)));
}

function beginsList(lines: readonly LineText[], index: number): boolean {
  const line = lines[index];
  const above = lines[index - 1];
  return line !== undefined && isOwnProperty(line) && (above === undefined || isBlank(above));
}

const isOwnText = (text: string): boolean => CMDLET_FIRST.test(propertyOf(text)?.name ?? '');
const isOwnProperty = ({ text }: LineText): boolean => isOwnText(text);

function readText(output: Output): Draft<'systeminfo'> {
  const entries = wholeLines(output).flatMap((line) => entry(line) ?? []);
  const os = entries.findIndex(({ value }) => PRODUCT.test(value));
  const version = entries[os + 1];
  const logon = entries.findIndex(({ value }) => /^\\\\\S/.test(value));
  const domain = entries.find(({ label }) => DOMAIN_LABEL.test(label)) ?? (logon > 0 ? entries[logon - 1] : undefined);
  const afterDomain = domain === undefined ? undefined : entries[entries.indexOf(domain) + 1];
  return draft(output, {
    osName: entries[os] ?? null,
    build: version !== undefined && VERSION.test(version.value) ? version : null,
    domain: domain ?? null,
    hostName: os > 0 ? (entries[0] ?? null) : null,
    looksWhole: afterDomain !== undefined,
  });
}

function readList(output: Output): Draft<'systeminfo'> {
  const lines = wholeLines(output);
  const record = powershellRecords(lines)[0];
  const found = (...names: readonly string[]): Entry | null => {
    for (const name of names) {
      const property = record?.get(name.toLowerCase());
      if (property !== undefined && property.value !== '') return { label: name, ...property };
    }
    return null;
  };
  const looksWhole = lines.at(-1)?.text.trim() === '';
  // Windows 11 calls itself Windows 10 in its registry: that name counts only where the other will not follow.
  const names = isKnownWhole(output, looksWhole) ? ['OsName', 'WindowsProductName'] : ['OsName'];
  return draft(output, {
    osName: found(...names),
    build: found('OsBuildNumber', 'OsVersion', 'WindowsBuildLabEx'),
    domain: found('CsDomain'),
    hostName: found('CsDNSHostName', 'CsName'),
    looksWhole,
  });
}

interface Entry<Where extends LineText = Line> {
  readonly label: string;
  readonly value: string;
  readonly line: Where;
}

function entry<Where extends LineText>(line: Where | undefined): Entry<Where> | null {
  const found = ENTRY.exec(line === undefined ? '' : `${line.text} `);
  if (line === undefined || found?.[1] === undefined) return null;
  return { label: found[1].trim(), value: (found[2] ?? '').trim(), line };
}

type Found = Record<'osName' | 'build' | 'domain' | 'hostName', Entry | null> & { readonly looksWhole: boolean };

function draft(output: Output, { looksWhole, ...found }: Found): Draft<'systeminfo'> {
  const proofs: Record<string, number> = {};
  for (const [field, shown] of Object.entries(found)) if (shown !== null) proofs[field] = shown.line.number;
  if (found.osName !== null) proofs['edition'] = found.osName.line.number;
  const osName = found.osName?.value ?? null;
  const build = buildIn(found.build?.value ?? '');
  return {
    data: {
      osName,
      edition: osName === null ? null : windowsEdition(osName),
      build,
      domain: found.domain?.value ?? null,
      hostName: found.hostName?.value ?? null,
    },
    complete: osName !== null && isKnownWhole(output, looksWhole),
    proofs,
    host: found.hostName?.value ?? null,
  };
}

/** `10.0.19045 N/A Build 19045`, `6.1.7601`: what is called the build comes last, and a value that begins with it has a revision behind. */
function buildIn(value: string): number | null {
  const digits = /^(\d{4,6})\./.exec(value)?.[1] ?? value.match(/\d{4,6}/g)?.at(-1);
  return digits === undefined ? null : Number(digits);
}
