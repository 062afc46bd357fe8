/** Which ticket a conversation is about, by what names it. */
import { openJira } from '../../../bot/tickets/jira';
import { openRequestTracker } from '../../../bot/tickets/request-tracker';
import { openServiceNow } from '../../../bot/tickets/service-now';
import { ticketIn, type TicketHints } from '../../../bot/tickets/ticket-key';
import { isTicketPattern, ticketPattern, ticketSettings } from '../../../bot/tickets/ticket-settings';

const access = { url: 'https://example.com', user: 'u', secret: 's', table: 'incident', fetch };
const jira = (hints: Partial<TicketHints>) =>
  ticketIn(
    { title: null, channel: null, text: '', ...hints },
    ticketPattern(String.raw`\bNET-\d+\b`),
    openJira(access).keyOf,
  );

describe('The ticket of a conversation', () => {
  it('is the one in the title before the one in the channel before the one in the message', () => {
    const all = { title: 'NET-1: no intranet', channel: 'net-2 Contoso', text: 'see NET-3' };
    expect(jira(all)).toEqual({ ticket: 'NET-1', origin: 'title' });
    expect(jira({ ...all, title: 'No intranet' })).toEqual({ ticket: 'NET-2', origin: 'channel' });
    expect(jira({ ...all, title: null, channel: 'General' })).toEqual({ ticket: 'NET-3', origin: 'message' });
  });

  it('is none where nothing looks like one', () => {
    expect(jira({ title: 'No intranet', channel: 'SHA-256', text: 'UTF-8' })).toBeNull();
  });

  it('is looked for in the first line of a message only, because outputs stand below it', () => {
    expect(jira({ text: 'Here it is:\nC:\\>type NET-7' })).toBeNull();
    expect(jira({ text: '\n NET-7 here it is:\nC:\\>type x' })).toEqual({ ticket: 'NET-7', origin: 'message' });
  });

  it('is not looked for beyond what a title has', () => {
    expect(jira({ title: `${'x'.repeat(300)} NET-7` })).toBeNull();
  });

  it.each([
    ['[rt.example.com #42] No intranet', '42'],
    ['RT#42', '42'],
    ['ticket 42: no intranet', '42'],
    ['Tunnel adapter #2', null],
  ])('of Request Tracker is known in %j without a pattern of the operator', (title, ticket) => {
    const { pattern } = settings('request-tracker');
    expect(
      ticketIn({ title, channel: null, text: '' }, pattern, openRequestTracker(access).keyOf)?.ticket ?? null,
    ).toBe(ticket);
  });

  it('of ServiceNow is known without a pattern of the operator', () => {
    const { pattern } = settings('servicenow');
    const hints = { title: 'inc0012345 no intranet', channel: null, text: '' };
    expect(ticketIn(hints, pattern, openServiceNow(access).keyOf)?.ticket).toBe('INC0012345');
  });
});

const settings = (system: 'servicenow' | 'request-tracker') =>
  ticketSettings({
    TUNNEL_TRIAGE_TICKET_SYSTEM: system,
    TUNNEL_TRIAGE_TICKET_URL: 'https://example.com/',
    TUNNEL_TRIAGE_TICKET_USER: undefined,
    TUNNEL_TRIAGE_TICKET_SECRET: 's',
    TUNNEL_TRIAGE_TICKET_PATTERN: undefined,
    TUNNEL_TRIAGE_TICKET_TABLE: undefined,
    TUNNEL_TRIAGE_TICKET_REDACT: undefined,
  })!;

describe('A pattern', () => {
  it.each(['(a+)+', '(a*)*', '(?:x+){2,}', 'NET-(', ''])('such as %j is refused', (source) => {
    expect(isTicketPattern(source)).toBe(false);
  });

  it.each([String.raw`\bNET-\d+\b`, String.raw`(?:INC|RITM)\d{7}`])('such as %j is taken', (source) => {
    expect(isTicketPattern(source)).toBe(true);
  });
});
