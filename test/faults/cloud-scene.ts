/** A bot as a process with its registration, on an embedded home, and Microsoft's clouds around it: what is sent to it, what becomes of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createLog } from '../../bot/log';
import { caseId } from '../../bot/store/case-id';
import { caseOf } from '../../bot/store/case-rows';
import { openHome } from '../../bot/store/open-home';
import { windowOf } from '../support/bot-outputs';
import { TENANT_ID } from '../support/bot-issuer';
import { freePort } from '../support/free-port';
import { until } from '../support/job-instances';
import { fromTeams, type LoopbackCloud, startLoopbackCloud } from '../support/loopback-cloud';
import { healthyDeployment } from '../virtual-client/healthy-deployments';
import { isQuiet } from './crash-run';
import { killedBot, type KilledBot } from './killed-bot';

const LATENCY_MS = 10;
const LIMIT_MS = 90_000;
const PROFILE = 'netsh advfirewall monitor show currentprofile';

export interface CloudScene {
  readonly cloud: LoopbackCloud;
  readonly bot: KilledBot;
  readonly dataFolder: string;
  /** The status of the answer; 0 where there was none. */
  readonly post: (activity: object) => Promise<number>;
  /** The key of the message that answers an activity of a person. */
  readonly answerKey: (person: string, id: string) => string;
  /** How often that answer came, as a message of its own or in the place of the one that showed how far its reading had come. */
  readonly answers: (person: string, id: string) => number;
  readonly until: (met: () => boolean | Promise<boolean>) => Promise<void>;
  /** Settles when nothing is due and nothing runs. */
  readonly settled: () => Promise<void>;
  /** How many uploads stand in the cases of each person; only while no bot runs. Rejects where one cannot be opened. */
  readonly uploadsOf: (person: string) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** The bot is not started yet. `settings` go beside those of the registration. */
export async function cloudScene(
  bundles: string,
  settings: Readonly<Record<string, string>> = {},
  dataFolder = mkdtempSync(join(tmpdir(), 'tunnel-triage-')),
): Promise<CloudScene> {
  const cloud = await startLoopbackCloud(LATENCY_MS);
  const bot = killedBot(bundles, await freePort(), {
    ...cloud.environment,
    TUNNEL_TRIAGE_DATA: dataFolder,
    TUNNEL_TRIAGE_WORKERS: '1',
    ...settings,
  });
  const answerKey = (person: string, id: string): string => `send/msteams/${person}/${id}/card`;
  return {
    cloud,
    bot,
    dataFolder,
    answerKey,
    answers: (person, id) => cloud.deliveries.filter(({ key }) => key === answerKey(person, id)).length,
    post: (activity) =>
      fetch(`${bot.origin}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: cloud.authorization() },
        body: JSON.stringify(activity),
      }).then(
        async (response) => {
          await response.arrayBuffer();
          return response.status;
        },
        () => 0,
      ),
    until: (met) => until(met, LIMIT_MS),
    settled: async () => {
      let quiet = 0;
      await until(async () => {
        quiet = (await isQuiet(bot)) ? quiet + 1 : 0;
        return quiet > 2;
      }, LIMIT_MS);
    },
    uploadsOf: async (person) => {
      const home = await openHome({ databaseUrl: null, dataFolder }, createLog('silent'));
      try {
        const conversation = `msteams/${person}`;
        const rows = await home.db
          .selectFrom('cases')
          .select('number')
          .where('conversation', '=', conversation)
          .execute();
        const records = await Promise.all(rows.map(({ number }) => caseOf(home.db, conversation, caseId(number))));
        return records.reduce((sum, record) => sum + (record?.evidence.uploads.length ?? 0), 0);
      } finally {
        await home.close();
      }
    },
    close: async () => {
      await bot.kill();
      await cloud.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** An output that is unlike any other. */
export const outputOf = (mark: string): string =>
  `C:\\Windows\\system32>rem ${mark}\r\n${windowOf(healthyDeployment(), PROFILE)}`;

const personal = (person: string, id: string) => ({
  ...fromTeams(person.replace(/^a:person-/, '')),
  type: 'message',
  id,
});

/** A message in a personal chat, `a:person-…`. */
export const pasted = (person: string, id: string, text = outputOf(id)) => ({
  ...personal(person, id),
  textFormat: 'plain',
  text,
});

export const withFile = (person: string, id: string, name: string, downloadUrl: string) => ({
  ...personal(person, id),
  text: '',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name,
      content: { downloadUrl, uniqueId: id, fileType: 'txt' },
    },
  ],
});

/** A message in a group chat that mentions the bot; its files are known to Graph alone. */
export const inGroup = (chat: string, id: string) => ({
  ...personal('a:person-group', id),
  text: '<at>Tunnel Triage</at>',
  conversation: { id: chat, conversationType: 'groupChat', isGroup: true, tenantId: TENANT_ID },
  entities: [{ type: 'mention', mentioned: { id: '28:bot', name: 'Tunnel Triage' }, text: '<at>Tunnel Triage</at>' }],
});
