/** The bot with authentication on, and Teams around it: the issuer is local; login, connector and SharePoint are answered by nock. */
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nock from 'nock';

import { type AdaptiveCard } from '../../cards/index';
import { type Config, readConfig } from '../../bot/config';
import { createLog } from '../../bot/log';
import { startBot } from '../../bot/start-bot';
import { type GraphAccess } from '../../bot/teams/graph/graph-client';
import { type BotBundles, bundleBot } from './bot-bundles';
import { APP_ID, type Issuer, SERVICE_URL, startIssuer, TENANT_ID } from './bot-issuer';

/** What the bot sent to the connector. */
export interface Sent {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly conversation: string;
  readonly activityId: string;
  readonly authorization: string;
  readonly type: string;
  readonly text: string;
  readonly card: AdaptiveCard | null;
  /** What is no Adaptive Card. */
  readonly attachment: SentAttachment | null;
}

interface SentAttachment {
  readonly contentType: string;
  readonly name?: string;
  readonly contentUrl?: string;
  readonly content: unknown;
}

export interface TeamsAround {
  readonly issuer: Issuer;
  readonly origin: string;
  /** Of the embedded store. */
  readonly dataFolder: string;
  /** Everything so far, in order. */
  readonly sent: readonly Sent[];
  /** The status and body of the answer; a good token unless another is given, none for null. */
  readonly post: (
    activity: object,
    token?: string | null,
  ) => Promise<{ readonly status: number; readonly body: string }>;
  /** Settles with the card number `count` (from 1) that the bot sends, not counting replacements. */
  readonly card: (count: number) => Promise<Sent & { readonly card: AdaptiveCard }>;
  readonly until: (met: () => boolean) => Promise<void>;
  /** Lets the work that is under way end first; a second call does nothing. */
  readonly close: () => Promise<void>;
}

/** In the id of a conversation of which the bot is no member. */
export const WITHOUT_BOT = 'without-bot';

const DEADLINE_MS = 15_000;

/**
 * `bundlesFolder` has another worker, for a test in which the analysis must fail; `now` is another clock, milliseconds since 1970; `settings`
 * are variables beside those of the registration; `graph` is where Microsoft Graph is, and it is not asked where that is left out.
 */
export async function startTeams(
  bundlesFolder?: string,
  now: () => number = Date.now,
  settings: Readonly<Record<string, string>> = {},
  graph?: GraphAccess,
): Promise<TeamsAround> {
  const { issuer, bundles } = await shared();
  const dataFolder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
  const sent: Sent[] = [];
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
  answerLogin();
  answerConnector(sent);
  const config = testConfig(dataFolder, {
    ...settings,
    TUNNEL_TRIAGE_CHANNEL_FILES: graph === undefined ? 'off' : 'on',
  });
  const bot = await startBot(config, createLog('silent'), {
    bundles: bundlesFolder ?? bundles.folder,
    authentication: authentication(issuer),
    now,
    ...(graph === undefined ? {} : { graph }),
  });
  const origin = `http://127.0.0.1:${bot.port}`;
  let closed = false;
  const cards = (): readonly Sent[] => sent.filter(({ method, card }) => method === 'POST' && card !== null);
  const until = async (met: () => boolean): Promise<void> => {
    const end = Date.now() + DEADLINE_MS;
    while (!met()) {
      if (Date.now() > end)
        throw new Error(
          `It did not come within ${DEADLINE_MS} ms; sent: ${JSON.stringify(sent.map(({ type, text, card }) => [type, text, card?.speak]))}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  return {
    issuer,
    origin,
    dataFolder,
    sent,
    until,
    post: async (activity, token = issuer.token()) => {
      const response = await fetch(`${origin}/api/messages`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(activity),
      });
      return { status: response.status, body: await response.text() };
    },
    card: async (count) => {
      await until(() => cards().length >= count);
      const found = cards()[count - 1]!;
      return { ...found, card: found.card! };
    },
    close: async () => {
      if (closed) return;
      closed = true;
      await bot.stop(DEADLINE_MS);
      rmSync(dataFolder, { recursive: true, force: true });
      nock.cleanAll();
      nock.enableNetConnect();
    },
  };
}

/** Keys and bundles are made once for a test file: they have no state. */
let made: Promise<{ readonly issuer: Issuer; readonly bundles: BotBundles }> | null = null;

function shared(): NonNullable<typeof made> {
  made ??= startIssuer().then((issuer) => ({ issuer, bundles: bundleBot(['worker']) }));
  return made;
}

afterAll(async () => {
  if (made === null) return;
  const { issuer, bundles } = await made;
  await issuer.close();
  bundles.remove();
  nock.restore();
});

const testConfig = (dataFolder: string, settings: Readonly<Record<string, string>>): Config =>
  readConfig({
    ...settings,
    PORT: '0',
    MicrosoftAppId: APP_ID,
    MicrosoftAppPassword: 'a-secret',
    MicrosoftAppTenantId: TENANT_ID,
    TUNNEL_TRIAGE_HOST: '127.0.0.1',
    TUNNEL_TRIAGE_DATA: dataFolder,
    TUNNEL_TRIAGE_WORKERS: '1',
  });

/** Every address is given: a single given value would switch all defaults of the SDK off. */
const authentication = ({ metadataUrl }: Issuer): ConfigurationBotFrameworkAuthentication =>
  new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: APP_ID,
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppPassword: 'a-secret',
    MicrosoftAppTenantId: TENANT_ID,
    ValidateAuthority: true,
    ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${TENANT_ID}`,
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    OAuthUrl: 'https://api.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
    CallerId: 'urn:botframework:azure',
  });

function answerLogin(): void {
  nock('https://login.microsoftonline.com')
    .persist()
    .post(`/${TENANT_ID}/oauth2/v2.0/token`)
    .query(true)
    .reply(200, { token_type: 'Bearer', expires_in: 3600, ext_expires_in: 3600, access_token: 'outbound-token' });
}

function answerConnector(sent: Sent[]): void {
  const path = /^\/teams\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;
  const { origin } = new URL(SERVICE_URL);
  let number = 0;
  const keep = (
    method: Sent['method'],
    uri: string,
    body: SentBody,
    authorization: string,
  ): { readonly id: string } => {
    const id = method !== 'POST' ? decodeURIComponent(path.exec(uri)?.[2] ?? '') : `sent-${(number += 1)}`;
    const attached = body.attachments?.[0] ?? null;
    const isCard = attached?.contentType === 'application/vnd.microsoft.card.adaptive';
    // The type of an attachment says what it has in it.
    const card = isCard ? (attached.content as AdaptiveCard) : null;
    const attachment = isCard ? null : attached;
    const conversation = decodeURIComponent(path.exec(uri)?.[1] ?? '');
    sent.push({
      method,
      conversation,
      activityId: id,
      authorization,
      type: body.type,
      text: body.text ?? '',
      card,
      attachment,
    });
    return { id };
  };
  // Where the app was never added, its roster is refused.
  nock(origin)
    .persist()
    .get(/^\/teams\/v3\/conversations\/[^/]+\/pagedmembers/)
    .reply((uri) =>
      decodeURIComponent(uri).includes(WITHOUT_BOT)
        ? [
            403,
            {
              error: { code: 'BotNotInConversationRoster', message: 'The bot is not part of the conversation roster.' },
            },
          ]
        : [200, { members: [{ id: '29:alex', name: 'Alex Wilber' }] }],
    );
  // The body is what the SDK has just made of an activity.
  nock(origin)
    .persist()
    .post(path)
    .reply(201, function (uri, body) {
      return keep('POST', uri, body as unknown as SentBody, String(this.req.headers['authorization']));
    });
  nock(origin)
    .persist()
    .put(path)
    .reply(200, function (uri, body) {
      return keep('PUT', uri, body as unknown as SentBody, String(this.req.headers['authorization']));
    });
  nock(origin)
    .persist()
    .delete(path)
    .reply(200, function (uri) {
      return keep('DELETE', uri, { type: '' }, String(this.req.headers['authorization']));
    });
}

interface SentBody {
  readonly type: string;
  readonly text?: string;
  readonly attachments?: readonly SentAttachment[];
}
