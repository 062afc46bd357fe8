/** One adapter of `ipconfig`: values by the order of its fields and by what an address is. */
import { type Adapter } from '../diagnosis/reading-data';
import { type Line } from '../document';
import { adapterTitle } from '../grammars/adapter-titles';
import { canonicalAddress } from '../grammars/address';

export interface Field {
  readonly label: string;
  readonly value: string;
  readonly line: Line;
}

export interface AdapterBlock {
  readonly adapter: Adapter;
  readonly lines: readonly (readonly [field: string, line: Line])[];
  /** Its last field in this form was printed. */
  readonly whole: boolean;
}

export const MAX_ADDRESSES = 100;

/** Physical addresses have six to twenty pairs of digits. */
const PHYSICAL_ADDRESS = /^(?:[0-9a-f]{2}-){5,19}[0-9a-f]{2}$/i;
const SUBNET_MASK = /^(?:255\.\d{1,3}\.\d{1,3}\.\d{1,3}|(?:254|252|248|240|224|192|128|0)\.0\.0\.0)$/;
/** A disconnected adapter in the long form: state, suffix, description, physical address, DHCP, autoconfiguration. */
const FIELDS_OF_DISCONNECTED = 6;

/** The fields of a block: `   Label . . . . : value`, also `Label. . .: value` (French); lines that go on are left out. */
export function readFields(lines: readonly Line[]): readonly Field[] {
  return lines.flatMap((line) => {
    const text = `${line.text} `;
    const colon = text.search(/[ .]: /);
    if (!/^ {2,6}\S/.test(text) || colon < 0) return [];
    const label = text
      .slice(0, colon + 1)
      .replace(/(?<![ .])[ .]+$/, '')
      .trim();
    return [{ label, value: text.slice(colon + 2).trim(), line }];
  });
}

/** The first line is the title; the long form is that of `/all`. A state comes first and only where the medium is disconnected; then the suffix, then the description. */
export function readAdapter(block: readonly Line[], isLongForm: boolean): AdapterBlock {
  const [title] = block;
  const fields = readFields(block.slice(1));
  const hasState =
    fields[0] !== undefined && !/DNS/i.test(fields[0].label) && canonicalAddress(fields[0].value) === null;
  const suffix = fields[hasState ? 1 : 0];
  const description = descriptionOf(fields, hasState ? 2 : 1);
  const name = adapterTitle((title?.text ?? '').replace(/:$/, '').trim(), description?.value ?? null);
  const [ipv4, ipv6] = ['IPv4', 'IPv6'].map((family) => addresses(fields, family));
  const proven = {
    name: title,
    kind: title,
    connected: hasState ? fields[0]?.line : title,
    suffix: suffix?.line,
    description: description?.line,
    ipv4: ipv4?.[0]?.line,
    ipv6: ipv6?.[0]?.line,
  };
  return {
    adapter: {
      ...name,
      description: description?.value ?? null,
      connected: fields.length === 0 ? null : !hasState,
      ipv4: ipv4?.map(({ value }) => value) ?? [],
      ipv6: ipv6?.map(({ value }) => value) ?? [],
      suffix: suffix === undefined || suffix.value === '' ? null : suffix.value,
    },
    lines: [
      ...Object.entries(proven).flatMap(([field, line]) => (line === undefined ? [] : [[field, line] as const])),
      ...[ipv4, ipv6].flatMap((list, family) =>
        (list ?? []).map(({ line }, index) => [`ipv${family === 0 ? 4 : 6}[${index}]`, line] as const),
      ),
    ],
    whole: isWhole(fields, hasState, isLongForm || description !== undefined),
  };
}

/** The long form alone tells of DHCP: there, the description follows the suffix and the physical address (empty for some drivers) it. */
function descriptionOf(fields: readonly Field[], at: number): Field | undefined {
  const isPhysical = PHYSICAL_ADDRESS.test(fields[at + 1]?.value ?? '');
  return isPhysical || fields.slice(at + 2).some(({ label }) => /DHCP/i.test(label)) ? fields[at] : undefined;
}

/** Address fields name their family in every language; DHCPv6 identifiers, DNS servers and gateways do not, or are no addresses. */
function addresses(fields: readonly Field[], family: string): readonly Field[] {
  return fields
    .filter(({ label }) => label.toLowerCase().includes(family.toLowerCase()) && !/DHCP|DNS/i.test(label))
    .map((field) => ({ ...field, value: canonicalAddress(field.value) ?? '' }))
    .filter(({ value }) => value !== '' && value.includes(':') === (family === 'IPv6'))
    .slice(0, MAX_ADDRESSES);
}

/** The long form ends in NetBIOS; the short one in the gateway, which stands below the mask or an IPv6 address. */
function isWhole(fields: readonly Field[], hasState: boolean, isLong: boolean): boolean {
  if (hasState) return fields.length >= (isLong ? FIELDS_OF_DISCONNECTED : 2);
  const last = fields.at(-1);
  if (last === undefined || fields.length === 1) return false;
  if (isLong) return fields.some(({ label }) => /netbios/i.test(label));
  const above = fields.at(-2);
  const isBelowAddress = above !== undefined && (/IPv[46]/i.test(above.label) || SUBNET_MASK.test(above.value));
  return isBelowAddress && !/IPv[46]/i.test(last.label) && !SUBNET_MASK.test(last.value);
}
