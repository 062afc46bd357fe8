/** Who talks in the local chat, as Teams would name them; the ids are made up and the same after a restart, so that the case is too. */

export const CHAT_CONVERSATION_ID = 'a:local-chat';
const TENANT_ID = '11111111-1111-4111-8111-111111111111';

export const PERSON = {
  id: '29:local-person',
  name: 'You',
  aadObjectId: '33333333-3333-4333-8333-333333333333',
} as const;

export const BOT = { id: '28:tunnel-triage', name: 'Tunnel Triage' } as const;

/** What every activity of the local chat says of itself; `locale` is the language of the browser, as a Teams client tells its own. */
export const chatActivity = (id: string, serviceUrl: string, at: Date, locale: string) => ({
  id,
  timestamp: at.toISOString(),
  localTimestamp: withOffset(at),
  localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  channelId: 'msteams',
  serviceUrl,
  from: PERSON,
  recipient: BOT,
  conversation: { id: CHAT_CONVERSATION_ID, conversationType: 'personal', tenantId: TENANT_ID },
  channelData: { tenant: { id: TENANT_ID } },
  locale,
});

/** Of a browser that names no language. */
const DEFAULT_LOCALE = 'en-US';

/** The first language of an `accept-language`, the one that the browser's own words are in: "de-DE" of "de-DE,de;q=0.9". */
export const browserLocale = (acceptLanguage: string | undefined): string =>
  /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}(?=[,;]|$)/i.exec(acceptLanguage ?? '')?.[0] ?? DEFAULT_LOCALE;

/** ISO 8601 with this machine's own clock and its offset, as a Teams client sends it. */
function withOffset(at: Date): string {
  const minutes = -at.getTimezoneOffset();
  const local = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  const two = (number: number): string => String(number).padStart(2, '0');
  const offset = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(offset / 60))}:${two(offset % 60)}`;
}
