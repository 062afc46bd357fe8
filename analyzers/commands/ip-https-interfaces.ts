/**
 * `netsh interface httpstunnel show interfaces`: the IP-HTTPS adapter, its server and its last error.
 *
 *     Interface IPHTTPSInterface (Group Policy)  Parameters
 *     ------------------------------------------------------------
 *     Role                       : client
 *     URL                        : https://da.contoso.com:443/IPHTTPS
 *     Last Error Code            : 0x0
 *     Interface Status           : IPHTTPS interface active
 *
 * Nothing is printed where no interface is configured. The address and the code are read by their form, whatever the labels.
 */
import { type LineText } from '../document';
import { field, isRuled, isRefusal, needsElevation } from '../grammars/netsh';
import { type Draft } from '../reading';
import { type Command, defineCommand, type Output } from './command';
import { printedFields, type PrintedField, proofsOf } from './netsh-fields';
import { notElevated } from './output-problems';

export const ipHttpsInterfaces: Command<'netsh-httpstunnel'> = defineCommand({
  id: 'netsh-httpstunnel',
  typed: 'netsh interface httpstunnel show interfaces',
  shell: 'cmd',
  runOn: 'client',
  elevated: false,
  shows: 'The IP-HTTPS adapter, its server and its last error.',
  sources: ['ipHttpsTunnel', 'ipHttps'],
  powershell: 'Get-NetIPHttpsState; Get-NetIPHttpsConfiguration',
  runs: (commandLine) => /^netsh(?:\.exe)?\s+int(?:erface)?\s+httpstunnel\s+show\s+int/i.test(commandLine),
  opens: (text) => /IPHTTPS ?Interface/i.test(text) || isUrl(text) || isRole(text),
  begins: (lines, index) => beginsInterface(lines, index),
  ends: isRefusal,
  alone: isRefusal,
  named: (fileName) => /https-?_?tunnel|ip-?_?https/i.test(fileName),
  read,
});

/** How far below its title an interface prints its address. */
const MAX_TITLE_DISTANCE = 6;
/** The statuses that Windows is known to print: one of them is whole even where no line end follows it. */
const KNOWN_STATUS =
  /^(?:IPHTTPS interface active|IPHTTPS interface deactivated|No usable certificate found|Failed to connect to (?:the IPHTTPS server\. Waiting to reconnect|IPHTTPs server; Waiting to reconnect\.))$/i;

const isUrl = (text: string): boolean => /^https:\/\/\S/i.test(field(text)?.value ?? '');

/** At a title above an address, or, where no title was copied, at the role above the address or at the address itself. */
function beginsInterface(lines: readonly LineText[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  const near = lines.slice(index + 1, index + 1 + MAX_TITLE_DISTANCE);
  if (/IPHTTPS ?Interface/i.test(text) && !/^[^:]{1,40}:/.test(text)) {
    return near.some((line) => isUrl(line.text) || isRuled(line.text));
  }
  const above = lines.slice(Math.max(0, index - MAX_TITLE_DISTANCE), index);
  if (above.some((line) => /IPHTTPS ?Interface/i.test(line.text) || isUrl(line.text))) return false;
  if (isUrl(text))
    return /iphttps/i.test(text) && !isRole(above.findLast((line) => line.text.trim() !== '')?.text ?? '');
  return isRole(text) && isUrl(near.find((line) => line.text.trim() !== '')?.text ?? '');
}

const isRole = (text: string): boolean => /^\s*role\s*:/i.test(text);

function read(output: Output): Draft<'netsh-httpstunnel'> {
  const fields = printedFields({ ...output, endsWhole: endsInKnownStatus(output) || output.endsWhole !== false });
  const urls = fields.flatMap((one, index) => (/^https:\/\/\S/i.test(one.value) ? [index] : []));
  const found = urls.flatMap((place, position) => {
    const own = fields.slice(place, urls[position + 1] ?? fields.length);
    const code = own.findIndex(({ value }) => errorCode(value) !== null);
    const role = fields[place - 1];
    const [url, error, status] = [own[0], own[code], own[code + 1]];
    if (url === undefined || error === undefined || !error.followed || code < 0) return [];
    return [{ url, error, status, role: role !== undefined && /^role$|^\w+$/.test(role.label) ? role : undefined }];
  });
  const denied = output.lines.find(({ text }) => needsElevation(text));
  const isEmpty = output.lines.every(({ text }) => text.trim() === '') && output.closed;
  const isWhole = found.length > 0 && found.length === urls.length && found.every(({ status }) => status !== undefined);
  return {
    data: {
      interfaces: found.map(({ role, url, error, status }) => ({
        role: role?.value ?? null,
        url: url.value,
        lastErrorCode: errorCode(error.value) ?? 0,
        status: status?.value ?? null,
      })),
    },
    complete: denied === undefined && (isEmpty || isWhole),
    problems: denied === undefined ? [] : [notElevated(denied.number)],
    proofs: Object.assign({}, ...found.map(interfaceProofs)) as Record<string, number>, // Object.assign of many is untyped
  };
}

function interfaceProofs(
  {
    role,
    url,
    error,
    status,
  }: Readonly<Record<'url' | 'error', PrintedField>> & Readonly<Record<'role' | 'status', PrintedField | undefined>>,
  index: number,
): Record<string, number> {
  const path = `interfaces[${index}]`;
  return proofsOf({
    [path]: error,
    [`${path}.role`]: role,
    [`${path}.url`]: url,
    [`${path}.lastErrorCode`]: error,
    [`${path}.status`]: status,
  });
}

function endsInKnownStatus({ lines }: Output): boolean {
  return KNOWN_STATUS.test(field(lines.at(-1)?.text ?? '')?.value ?? '');
}

/** `0x274d` or a decimal number as an unsigned number. */
function errorCode(value: string): number | null {
  if (/^0x[0-9a-f]{1,8}$/i.test(value)) return Number.parseInt(value, 16);
  return /^-?\d{1,10}$/.test(value) ? Number(value) >>> 0 : null;
}
