/** The same Security log in several forms: logons, and among them negotiations that failed and succeeded. */
import { SECURITY_PROVIDER, eventRecord, named } from './evtx-events';
import { evtxFile } from './evtx-writer';

interface SampleEvent {
  readonly eventId: number;
  readonly recordId: number;
  readonly time: string;
  readonly data: Readonly<Record<string, string>>;
}

const PEER = { LocalAddress: '2001:db8::1', RemoteAddress: '2002:836b:2::836b:2' };
const FAILED = { ...PEER, FailurePoint: '%%8199', FailureReason: 'Negotiation timed out', State: '%%8202' };

/** Every `every`th of so many events is a failed or a succeeded main mode, by turns. */
export function sampleEvents(count: number, every = 10): readonly SampleEvent[] {
  return Array.from({ length: count }, (_, index) => {
    const time = `${new Date(Date.UTC(2026, 10, 23, 11) + index * 1000).toISOString().slice(0, 19)}.1234567Z`;
    const isIpsec = index % every === every - 1;
    const failed = isIpsec && index % (2 * every) === every - 1;
    return {
      eventId: isIpsec ? (failed ? 4653 : 4650) : 4624,
      recordId: 1000 + index,
      time,
      data: isIpsec ? (failed ? FAILED : PEER) : { TargetUserName: `user${index}`, LogonType: '3' },
    };
  });
}

export const evtxLog = (events: readonly SampleEvent[]): Buffer =>
  evtxFile(
    events.map(({ recordId, data, ...event }) =>
      eventRecord({
        ...event,
        recordId: BigInt(recordId),
        data: Object.entries(data).map(([name, value]) => named(name, value)),
      }),
    ),
  );

/** As `wevtutil qe /f:xml` prints it: one event a line, without a root. */
export const xmlLog = (events: readonly SampleEvent[]): Buffer => Buffer.from(events.map(xmlEvent).join(''), 'utf8');

function xmlEvent({ eventId, recordId, time, data }: SampleEvent): string {
  const system = `<System><Provider Name='${SECURITY_PROVIDER}'/><EventID>${eventId}</EventID><Version>0</Version><TimeCreated SystemTime='${time}'/><EventRecordID>${recordId}</EventRecordID><Channel>Security</Channel><Computer>CL1.corp.example</Computer></System>`;
  const fields = Object.entries(data).map(([name, value]) => `<Data Name='${name}'>${value}</Data>`);
  return `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>${system}<EventData>${fields.join('')}</EventData></Event>\r\n`;
}
