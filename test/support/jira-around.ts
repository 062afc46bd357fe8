/** A Jira around the bot, answered by nock: it keeps the comments that come, and refuses as a test says. */
import nock from 'nock';

const JIRA = 'https://example.atlassian.net';

/** The settings of a bot that writes its notes there. */
export const JIRA_SETTINGS = {
  TUNNEL_TRIAGE_TICKET_SYSTEM: 'jira',
  TUNNEL_TRIAGE_TICKET_URL: JIRA,
  TUNNEL_TRIAGE_TICKET_USER: 'bot@example.com',
  TUNNEL_TRIAGE_TICKET_SECRET: 'token',
  TUNNEL_TRIAGE_TICKET_PATTERN: String.raw`\bNET-\d+\b`,
} as const;

export interface JiraAround {
  /** What it got. */
  readonly comments: { readonly ticket: string; readonly text: string }[];
  /** What it answers to the next comments; 201 when nothing is left. */
  readonly answers: number[];
}

export function answerJira(): JiraAround {
  const around: JiraAround = { comments: [], answers: [] };
  const path = /^\/rest\/api\/3\/issue\/([^/]+)\/comment/;
  const ticketOf = (uri: string): string => path.exec(uri)?.[1] ?? '';
  nock(JIRA).persist().get('/rest/api/3/myself').reply(200, { accountId: '5b10' });
  nock(JIRA)
    .persist()
    .get(path)
    .query(true)
    .reply(200, (uri) => {
      const own = around.comments.filter(({ ticket }) => ticket === ticketOf(uri));
      return { total: own.length, comments: own.map(({ text }, index) => ({ id: String(index), body: { text } })) };
    });
  nock(JIRA)
    .persist()
    .post(path)
    .reply((uri, body) => {
      const status = around.answers.shift() ?? 201;
      // The document's test holds the whole shape.
      const { content } = (
        body as unknown as {
          readonly body: { readonly content: readonly [{ readonly content: readonly [{ readonly text: string }] }] };
        }
      ).body;
      if (status === 201) around.comments.push({ ticket: ticketOf(uri), text: content[0].content[0].text });
      return [status, status === 201 ? { id: '1' } : { errorMessages: ['no'] }];
    });
  return around;
}
