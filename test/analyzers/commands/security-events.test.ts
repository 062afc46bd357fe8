/** IPsec events are found among others, quoted by record and line, and believed only where they are closed. */
import { securityEvents } from '../../../analyzers/commands/security-events';
import { toLines } from '../../../analyzers/intake/lines';

const event = (id: number, record: number, data: string, provider = 'Microsoft-Windows-Security-Auditing'): string =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${provider}'/>` +
  `<EventID>${id}</EventID><EventRecordID>${record}</EventRecordID><Channel>Security</Channel></System>` +
  `<EventData>${data}</EventData></Event>`;
const reason = "<Data Name='FailureReason'>No policy configured\r\n</Data>";

function read(text: string, typed: string | null = null, closed = false) {
  const { lines, endsWhole } = toLines(text);
  return securityEvents.read({ lines, typed, closed, endsWhole });
}

describe('Events as XML', () => {
  it.each([4647, 4648, 4649, 4964, 4985])('does not take %i, which lies among their numbers, for IPsec', (id) => {
    expect(read(event(id, 1, '')).data).toMatchObject({ total: 1, matched: 0, events: [] });
  });

  it('takes a number of another provider for no IPsec event', () => {
    expect(read(event(4653, 1, '', 'Another-Provider')).data).toMatchObject({ total: 1, matched: 0 });
  });

  it('quotes the record, and the line and column where the reason begins', () => {
    const text = `\n${event(4653, 77, reason)}`;
    const draft = read(text);
    const line = text.split('\n')[1]!;
    expect(draft.proofs).toMatchObject({ 'events[0]': 2, 'events[0].reason': 2 });
    expect(draft.records).toMatchObject({ 'events[0]': '77', 'events[0].reason': '77' });
    expect(line.slice(draft.columns!['events[0].reason'])).toMatch(/^<Data Name='FailureReason'>No policy/);
  });

  it('is not whole, and leaves the event out, where the last one is open', () => {
    const text = event(4653, 1, reason) + '\n' + event(4654, 2, reason).slice(0, -10);
    expect(read(text)).toMatchObject({ complete: false, data: { total: 1, matched: 1 } });
  });

  it('is not whole where the root that holds the events is open', () => {
    expect(read(`<Events>${event(4653, 1, reason)}`).complete).toBe(false);
    expect(read(`<Events>${event(4653, 1, reason)}</Events>`).complete).toBe(true);
  });

  it('knows no entities but those of XML', () => {
    const text = `<!DOCTYPE x [<!ENTITY a "boom">]>\n${event(4653, 1, "<Data Name='FailureReason'>&a; &amp; &lt;</Data>")}`;
    expect(read(text).data.events[0]!.data['FailureReason']).toBe('&a; & <');
  });

  it('reads other than English messages from the XML below them', () => {
    const text = `Protokollname: Security\nBeschreibung:\nFehler < bei der Aushandlung\n${event(4653, 1, reason)}\n`;
    expect(read(text).data).toMatchObject({ total: 1, matched: 1 });
  });
});

describe('The Security log', () => {
  it('without a match prints nothing, which is whole where another prompt follows', () => {
    expect(read('\n', 'wevtutil qe Security /q:x', true)).toMatchObject({ complete: true, data: { total: 0 } });
    expect(read('\n', 'wevtutil qe Security /q:x', false).complete).toBe(false);
  });

  it('that may not be read asks for an elevated prompt', () => {
    const draft = read('Failed to read events. Access is denied.\n', 'wevtutil qe Security', true);
    expect(draft).toMatchObject({ complete: false, problems: [{ code: 'not-elevated', line: 1 }] });
  });
});

describe('Events as text', () => {
  const head = (id: number): string =>
    `Event[0]:\n  Log Name: Security\n  Source: Microsoft-Windows-Security-Auditing\n  Date: 2026-11-24T09:31:15.018\n  Event ID: ${id}\n  Computer: PC1\n  Description:\n`;

  it('puts principal names of an extended mode failure under the names of the XML form', () => {
    const text = `${head(4984)}Failed.\n\nLocal Endpoint:\n\tPrincipal Name:\t\tCORP\\PC1$\n\nFailure Information:\n\tFailure Reason:\t\tx\n\n\tState:\t\t\ty\n\n`;
    expect(read(text).data.events[0]!.data).toEqual({
      LocalEMPrincipalName: 'CORP\\PC1$',
      FailureReason: 'x',
      State: 'y',
    });
  });

  it('says that a message in an unknown language is better sent as XML', () => {
    const text = `${head(4653)}Fehler bei der Aushandlung.\n\nLokaler Endpunkt:\n\tNetzwerkadresse:\t2001:db8::1\n\tResponder Cookie: 0\n`;
    const draft = read(text.replace('\tResponder Cookie: 0\n', '\n'));
    expect(draft.complete).toBe(false);
  });
});
