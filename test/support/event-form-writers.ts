/** Writers of generated events in the forms in which Windows exports them, for large logs and for the samples of mutants. */
import { parameterWord } from '../../analyzers/grammars/parameter-words';
import { type LogForm } from '../bench/event-log-generator';
import { type GeneratedEvent } from '../bench/generated-events';

const NOTHING = new Uint8Array(0);
const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** `wevtutil qe Security /f:xml`: no root, one event after another. */
export const wevtutilXmlForm = (): LogForm => ({
  ending: 'xml',
  begin: () => NOTHING,
  event: (event) => bytes(`${xmlOf(event)}\r\n`),
  end: () => ({ rest: NOTHING }),
});

/** Event Viewer, Save as CSV, on an English Windows in UTC. */
export const eventViewerCsvForm = (): LogForm => ({
  ending: 'csv',
  begin: () => bytes('\ufeffKeywords,Date and Time,Source,Event ID,Task Category\r\n'),
  event: (event) => {
    const fields = [keyword(event), localTime(event), event.provider, event.eventId, 'Logon'];
    return bytes(`${fields.join(',')},"${messageOf(event).replaceAll('"', '""')}"\r\n`);
  },
  end: () => ({ rest: NOTHING }),
});

/** `Get-WinEvent … | ConvertTo-Json` of PowerShell 7: values by position, whose numbers are numbers. */
export const powershellJsonForm = (): LogForm => {
  let isFirst = true;
  return {
    ending: 'json',
    begin: () => bytes('['),
    event: (event) => {
      const lines = JSON.stringify(recordOf(event), null, 2).replaceAll('\n', '\r\n  ');
      const piece = bytes(`${isFirst ? '' : ','}\r\n  ${lines}`);
      isFirst = false;
      return piece;
    },
    end: () => ({ rest: bytes('\r\n]\r\n') }),
  };
};

/** `wevtutil qe Security /f:text`. */
export const wevtutilTextForm = (): LogForm => {
  let count = -1;
  return {
    ending: 'txt',
    begin: () => NOTHING,
    event: (event) => {
      count += 1;
      const head = [
        ['Log Name', event.channel],
        ['Source', event.provider],
        ['Date', event.time.slice(0, 23)],
        ['Event ID', event.eventId],
        ['Task', 'Logon'],
        ['Level', 'Information'],
        ['Keyword', keyword(event)],
        ['Computer', event.computer],
      ].map(([label, value]) => `  ${label ?? ''}: ${value ?? ''}`);
      return bytes([`Event[${count}]:`, ...head, '  Description: ', messageOf(event), '', ''].join('\r\n'));
    },
    end: () => ({ rest: NOTHING }),
  };
};

/** `Get-WinEvent … | Export-Csv`. */
export const powershellCsvForm = (): LogForm => ({
  ending: 'ps.csv',
  begin: () => bytes('"Message","Id","RecordId","ProviderName","LogName","MachineName","TimeCreated"\r\n'),
  event: (event) => {
    const { eventId, recordId, provider, channel, computer } = event;
    const values = [messageOf(event), eventId, recordId, provider, channel, computer, localTime(event)];
    return bytes(`${values.map((value) => `"${String(value).replaceAll('"', '""')}"`).join(',')}\r\n`);
  },
  end: () => ({ rest: NOTHING }),
});

/** `Get-WinEvent … | Format-List`. */
export const formatListForm = (): LogForm => ({
  ending: 'list.txt',
  begin: () => bytes('\r\n\r\n'),
  event: (event) => {
    const message = messageOf(event).replaceAll('\r\n', `\r\n${' '.repeat(15)}`);
    const properties = [
      ['TimeCreated ', localTime(event)],
      ['ProviderName', event.provider],
      ['Id          ', event.eventId],
      ['Message     ', message],
    ];
    return bytes(`${properties.map(([name, value]) => `${name ?? ''} : ${value ?? ''}`).join('\r\n')}\r\n\r\n`);
  },
  end: () => ({ rest: bytes('\r\n') }),
});

/** `Get-WinEvent … | Export-Clixml`. */
export const clixmlForm = (): LogForm => {
  let reference = -1;
  return {
    ending: 'clixml.xml',
    begin: () => bytes('<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\r\n'),
    event: (event) => {
      const next = (): string => `RefId="${(reference += 1)}"`;
      const type = '<T>System.Diagnostics.Eventing.Reader.EventLogRecord</T>';
      const own = `  <Obj ${next()}>\r\n    <TN RefId="0">${type}</TN>\r\n    <Props>\r\n`;
      const values = [
        `<I32 N="Id">${event.eventId}</I32>`,
        `<By N="Version">${event.version}</By>`,
        `<I64 N="RecordId">${event.recordId}</I64>`,
        `<S N="ProviderName">${event.provider}</S>`,
        `<S N="LogName">${event.channel}</S>`,
        `<S N="MachineName">${event.computer}</S>`,
        `<DT N="TimeCreated">${event.time}</DT>`,
      ].map((element) => `      ${element}\r\n`);
      const data = event.data.map(
        ({ value }) => `<Obj ${next()}><Props><S N="Value">${clixmlText(value)}</S></Props></Obj>`,
      );
      const message = `<MS><S N="Message">${clixmlText(messageOf(event))}</S></MS>`;
      const list = `<Obj N="Properties" ${next()}><LST>${data.join('')}</LST></Obj>`;
      return bytes(`${own}${values.join('')}      ${list}\r\n    </Props>\r\n    ${message}\r\n  </Obj>\r\n`);
    },
    end: () => ({ rest: bytes('</Objs>\r\n') }),
  };
};

const keyword = ({ isFailure }: GeneratedEvent): string => (isFailure ? 'Audit Failure' : 'Audit Success');

/** `3/14/2026 9:00:00 AM` */
function localTime({ time }: GeneratedEvent): string {
  const [year, month, day, hour] = [time.slice(0, 4), time.slice(5, 7), time.slice(8, 10), time.slice(11, 13)].map(
    Number,
  );
  const half = (hour ?? 0) < 12 ? 'AM' : 'PM';
  return `${month ?? 0}/${day ?? 0}/${year ?? 0} ${(hour ?? 0) % 12 || 12}${time.slice(13, 19)} ${half}`;
}

function xmlOf(event: GeneratedEvent): string {
  const data = event.data.map(({ name, value }) => `<Data Name='${name}'>${xmlText(value)}</Data>`).join('');
  return (
    `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${event.provider}' ` +
    `Guid='{54849625-5478-4994-a5ba-3e3b0328c30d}'/><EventID>${event.eventId}</EventID><Version>${event.version}</Version>` +
    `<Level>0</Level><Task>12544</Task><Opcode>0</Opcode><Keywords>0x${event.isFailure ? '8010' : '8020'}000000000000</Keywords>` +
    `<TimeCreated SystemTime='${event.time}'/><EventRecordID>${event.recordId}</EventRecordID><Correlation/>` +
    `<Execution ProcessID='660' ThreadID='124'/><Channel>${event.channel}</Channel><Computer>${event.computer}</Computer>` +
    `<Security/></System><EventData>${data}</EventData></Event>`
  );
}

const recordOf = (event: GeneratedEvent): object => ({
  Message: messageOf(event),
  Id: event.eventId,
  Version: event.version,
  Qualifiers: null,
  Level: 0,
  Task: 12544,
  Opcode: 0,
  Keywords: event.isFailure ? -9218868437227406000 : -9214364837600035000,
  RecordId: event.recordId,
  ProviderName: event.provider,
  ProviderId: '54849625-5478-4994-a5ba-3e3b0328c30d',
  LogName: event.channel,
  ProcessId: 660,
  ThreadId: 124,
  MachineName: event.computer,
  UserId: null,
  TimeCreated: event.time,
  ContainerLog: 'security',
  MatchedQueryIds: [],
  Bookmark: {},
  LevelDisplayName: 'Information',
  KeywordsDisplayNames: [keyword(event)],
  Properties: event.data.map(({ type, value }) => ({ Value: type.startsWith('uint') ? Number(value) : value })),
});

const xmlText = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const clixmlText = (text: string): string =>
  xmlText(text).replace(/[\r\n\t]/g, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);

/** The labels of values in messages, without their side. */
const LABELS: Readonly<Record<string, string>> = {
  PrincipalName: 'Principal Name',
  Address: 'Network Address',
  KeyModPort: 'Keying Module Port',
  AddressMask: 'Network Address mask',
  Port: 'Port',
  TunnelEndpoint: 'Tunnel Endpoint',
  PrivateAddress: 'Private Address',
  CertHash: 'SHA Thumbprint',
  IssuingCA: 'Issuing CA',
  RootCA: 'Root CA',
  KeyModName: 'Keying Module Name',
  KeyingModuleName: 'Keying Module Name',
  MMAuthMethod: 'Authentication Method',
  EMAuthMethod: 'Authentication Method',
  Role: 'Role',
  Mode: 'Mode',
  Protocol: 'Protocol',
  IpProtocol: 'Protocol',
  MMImpersonationState: 'Impersonation State',
  EMImpersonationState: 'Impersonation State',
  MMFilterID: 'Main Mode Filter ID',
  QMFilterID: 'Quick Mode Filter ID',
  TransportFilterId: 'Quick Mode Filter ID',
  MMSAID: 'Main Mode SA ID',
  MainModeSaId: 'Main Mode SA ID',
  TunnelId: 'Virtual Interface Tunnel ID',
  TrafficSelectorId: 'Traffic Selector ID',
  MMCipherAlg: 'Cipher Algorithm',
  MMIntegrityAlg: 'Integrity Algorithm',
  DHGroup: 'Diffie-Hellman Group',
  MMLifetime: 'Lifetime (minutes)',
  QMLimit: 'Quick Mode Limit',
  FailurePoint: 'Failure Point',
  FailureReason: 'Failure Reason',
  State: 'State',
  MessageID: 'Message ID',
  InitiatorCookie: 'Initiator Cookie',
  ResponderCookie: 'Responder Cookie',
};
const SIDED = /^(Local|Remote|Peer)(?:MM|EM)?(.+)$/;
const FAILURE = new Set(['FailurePoint', 'FailureReason', 'State', 'MessageID', 'InitiatorCookie', 'ResponderCookie']);

/** The English message: sections with labels and values, the failure last, as in Windows' texts. Other events have one section. */
export function messageOf(event: GeneratedEvent): string {
  const sections = new Map<string, string[]>();
  for (const { name, value } of event.data) {
    const sided = SIDED.exec(name);
    const label = LABELS[name] ?? LABELS[sided?.[2] ?? ''] ?? name;
    const section = FAILURE.has(name)
      ? 'Failure Information'
      : sided === null
        ? 'Additional Information'
        : `${sided[1] === 'Local' ? 'Local' : 'Remote'} Endpoint`;
    sections.set(section, [...(sections.get(section) ?? []), `\t${label}:\t\t${parameterWord(value) ?? value}`]);
  }
  const order = ['Local Endpoint', 'Remote Endpoint', 'Additional Information', 'Failure Information'];
  const printed = order.flatMap((section) => {
    const lines = sections.get(section);
    return lines === undefined ? [] : ['', `${section}:`, ...lines];
  });
  return [`Event ${event.eventId} of the Security log was written.`, ...printed].join('\r\n');
}
