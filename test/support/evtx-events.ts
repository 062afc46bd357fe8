/** Events as Windows lays them out in a binary log: a template for System, whose last value is EventData with a template of its own. */
import { absent, fileTime, fileTimeOf, guid, hex64, text, uint16, uint32, uint64, uint8, xml } from './evtx-values';
import { type Element, type Instance, type Part, type Template, type Value, type WrittenRecord } from './evtx-writer';

/** What an event says, with the values of EventData as they are stored. */
export interface EventToWrite {
  readonly eventId: number;
  readonly recordId: bigint;
  /** ISO 8601 in UTC with up to seven digits. */
  readonly time: string;
  readonly provider?: string;
  readonly channel?: string;
  readonly computer?: string;
  readonly version?: number;
  readonly data?: readonly (readonly [name: string | null, value: Value])[];
}

export const SECURITY_PROVIDER = 'Microsoft-Windows-Security-Auditing';
const XML_NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/event';
const SECURITY_GUID = '54849625-5478-4994-A5BA-3E3B0328C30D';
const FNV_PRIME = 16_777_619;

export const substitution = (number: number, type: number): Part => ({ substitution: number, type });

/** System as the Security log's: provider and channel are said in the template, all else is a value. */
export function systemTemplate(provider: string, channel: string, computer: string): Template {
  const leaf = (name: string, number: number, type: number): Element => ({
    name,
    content: [substitution(number, type)],
  });
  const system: Element = {
    name: 'System',
    content: [
      {
        name: 'Provider',
        attributes: [
          ['Name', [provider]],
          ['Guid', [`{${SECURITY_GUID}}`]],
        ],
      },
      { name: 'EventID', attributes: [['Qualifiers', [substitution(4, 0x06)]]], content: [substitution(3, 0x06)] },
      leaf('Version', 11, 0x04),
      leaf('Level', 0, 0x04),
      leaf('Task', 2, 0x06),
      leaf('Opcode', 1, 0x04),
      leaf('Keywords', 5, 0x15),
      { name: 'TimeCreated', attributes: [['SystemTime', [substitution(6, 0x11)]]] },
      leaf('EventRecordID', 10, 0x0a),
      {
        name: 'Correlation',
        attributes: [
          ['ActivityID', [substitution(7, 0x0f)]],
          ['RelatedActivityID', [substitution(13, 0x0f)]],
        ],
      },
      {
        name: 'Execution',
        attributes: [
          ['ProcessID', [substitution(8, 0x08)]],
          ['ThreadID', [substitution(9, 0x08)]],
        ],
      },
      { name: 'Channel', content: [channel] },
      { name: 'Computer', content: [computer] },
      { name: 'Security', attributes: [['UserID', [substitution(12, 0x13)]]] },
    ],
  };
  const root: Element = {
    name: 'Event',
    attributes: [['xmlns', [XML_NAMESPACE]]],
    content: [system, substitution(14, 0x21)],
  };
  return { id: idOf('system', provider, channel, computer), root };
}

/** EventData with a `Data` for each name and the types that are to come. */
export function dataTemplate(names: readonly (string | null)[], types: readonly number[]): Template {
  const content = names.map((name, index): Element => {
    const value = [substitution(index, types[index] ?? 0x01)];
    return name === null
      ? { name: 'Data', content: value }
      : { name: 'Data', attributes: [['Name', [name]]], content: value };
  });
  return { id: idOf('data', ...names.map(String), ...types.map(String)), root: { name: 'EventData', content } };
}

/** The record of an event. Windows gives an absent correlation two sizes; both are written. */
export function eventRecord(event: EventToWrite, templates = new Map<string, Template>()): WrittenRecord {
  const { provider = SECURITY_PROVIDER, channel = 'Security', computer = 'CL1.corp.example', version = 0 } = event;
  const written = fileTimeOf(event.time);
  const system = remembered(templates, `${provider}\n${channel}\n${computer}`, () =>
    systemTemplate(provider, channel, computer),
  );
  const values = [
    uint8(0),
    uint8(0),
    uint16(12_292),
    uint16(event.eventId),
    absent(2),
    hex64(0x8020000000000000n),
    fileTime(written),
    event.eventId % 2 === 0 ? absent(16) : guid(SECURITY_GUID),
    uint32(628),
    uint32(4444),
    uint64(event.recordId),
    uint8(version),
    absent(),
    absent(),
    event.data === undefined ? absent() : xml(eventData(event.data, templates)),
  ];
  return { number: event.recordId, written, body: { template: system, values } };
}

function eventData(data: readonly (readonly [string | null, Value])[], templates: Map<string, Template>): Instance {
  const names = data.map(([name]) => name);
  const values = data.map(([, value]) => value);
  const types = values.map(({ type }) => type);
  const template = remembered(templates, `data\n${names.join('\n')}\n${types.join()}`, () =>
    dataTemplate(names, types),
  );
  return { template, values };
}

/** The record of the same event as a collector stores it: all in full, as text, without templates. */
export function forwardedRecord(event: EventToWrite & { readonly texts?: readonly (readonly [string, string])[] }) {
  const { provider = SECURITY_PROVIDER, channel = 'Security', computer = 'CL1.corp.example', version = 0 } = event;
  const leaf = (name: string, value: string): Element => ({ name, content: [value] });
  const root: Element = {
    name: 'Event',
    attributes: [['xmlns', [XML_NAMESPACE]]],
    content: [
      {
        name: 'System',
        content: [
          {
            name: 'Provider',
            attributes: [
              ['Name', [provider]],
              ['Guid', [`{${SECURITY_GUID}}`]],
            ],
          },
          leaf('EventID', String(event.eventId)),
          leaf('Version', String(version)),
          { name: 'TimeCreated', attributes: [['SystemTime', [event.time]]] },
          leaf('EventRecordID', String(event.recordId)),
          { name: 'Correlation' },
          leaf('Channel', channel),
          leaf('Computer', computer),
        ],
      },
      {
        name: 'EventData',
        content: (event.texts ?? []).map(([name, value]): Element => ({
          name: 'Data',
          attributes: [['Name', [name]]],
          content: [value],
        })),
      },
      { name: 'RenderingInfo', attributes: [['Culture', ['en-US']]], content: [leaf('Message', 'Rendered.')] },
    ],
  };
  const record: WrittenRecord = { number: event.recordId, written: fileTimeOf(event.time), body: root };
  return record;
}

function remembered(templates: Map<string, Template>, key: string, make: () => Template): Template {
  const known = templates.get(key);
  if (known !== undefined) return known;
  const made = make();
  templates.set(key, made);
  return made;
}

/** A number for a template that is the same for the same template. */
function idOf(...parts: readonly string[]): number {
  let hash = 2_166_136_261;
  for (const character of parts.join('\0')) hash = Math.imul(hash ^ character.charCodeAt(0), FNV_PRIME) >>> 0;
  return hash;
}

/** A value that is a text, or one that a test names by its type. */
export const named = (name: string, value: string): readonly [string, Value] => [name, text(value)];
