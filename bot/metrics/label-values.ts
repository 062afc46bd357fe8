/**
 * What may stand in a label: every value is one of a list that is known before anything happens, so that no sender, service or release can make
 * new series, and no name, address or text of anybody reaches the metrics.
 */

/** Whatever is not in the list. */
export const OTHER = 'other';

/** The value where the list has it, `other` where it does not. */
export const among =
  (known: readonly string[]): ((value: string) => string) =>
  (value) =>
    known.includes(value) ? value : OTHER;

/** The kinds of activities that change anything (`turn.ts`). */
export const ACTIVITY_TYPES = [
  'message',
  'messageUpdate',
  'messageDelete',
  'invoke',
  'conversationUpdate',
  'installationUpdate',
] as const;

/** Why an upload was refused: the codes of the analyzers' intake, then those of the doors that fetch it. A test holds them against the source. */
export const UPLOAD_REFUSALS = [
  'binary',
  'cabinet',
  'corrupt',
  'empty',
  'encrypted',
  'event-log-binary',
  'office-document',
  'other-archive',
  'picture',
  'too-deep',
  'too-large',
  'too-many-entries',
  'trace',
  'unreadable',
  'channel-read-missing',
  'chat-read-missing',
  'download-failed',
  'download-lapsed',
  'file-changed',
  'file-gone',
  'file-refused',
  'files-read-missing',
  'files-unseen',
  'folder',
  'graph-identity',
  'graph-secret',
  'graph-tenant',
  'graph-unauthenticated',
  'host-refused',
  'link-refused',
  'link-without-right',
  'message-deleted',
  'message-not-read',
  'no-download',
  'onenote',
  'redirect-refused',
  'site-not-granted',
  'team-unknown',
  'too-many-files',
] as const;

/** What the bot asks of the connector (`courier.ts`). */
export const CONNECTOR_OPERATIONS = ['typing', 'card', 'file', 'replace', 'remove', 'team', 'channels'] as const;
export type ConnectorOperation = (typeof CONNECTOR_OPERATIONS)[number];

/** The two services of Microsoft Graph that are asked; each throttles by itself. */
export const GRAPH_SERVICES = ['teams', 'files'] as const;
export type GraphService = (typeof GRAPH_SERVICES)[number];

/** No status came: the connection broke, or nothing came in time. */
export const NO_ANSWER = 'no-answer';
/** There was no token to ask with. */
export const NO_TOKEN = 'no-token';

/** The code of a failed call: an HTTP status from 300 to 599, `no-answer` or `no-token`; anything else is `other`. */
export function failureCode(code: string): string {
  return /^[345]\d\d$/.test(code) || code === NO_ANSWER || code === NO_TOKEN ? code : OTHER;
}

/** An HTTP status as a label. */
export const statusLabel = (status: number): string =>
  Number.isInteger(status) && status >= 100 && status <= 599 ? String(status) : OTHER;
