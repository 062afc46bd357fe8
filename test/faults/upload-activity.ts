/** Uploads as pasted messages, each one unlike any other, so that it can be found again in its case. */
import { createHash } from 'node:crypto';

import { healthyDeployment } from '../virtual-client/healthy-deployments';
import { windowOf } from '../support/bot-outputs';

export interface UploadActivity {
  readonly number: number;
  /** As `conversationKey` makes it. */
  readonly conversation: string;
  /** Of what the bot makes of the pasted text. */
  readonly sha256: string;
  readonly body: object;
}

const TENANT = '66666666-7777-4888-8999-000000000000';
const COMMANDS = [
  'netsh advfirewall monitor show currentprofile',
  'netsh namespace show policy',
  'netsh interface teredo show state',
];
const WINDOWS = COMMANDS.map((command) => windowOf(healthyDeployment(), command));

/** Two uploads for each conversation and person. */
export function uploadActivity(number: number, serviceUrl: string): UploadActivity {
  const person = Math.floor(number / 2);
  const text = `C:\\Windows\\system32>rem upload ${number}\r\n${WINDOWS[number % WINDOWS.length] ?? ''}`.trimEnd();
  return {
    number,
    conversation: `msteams/a:person-${person}`,
    sha256: createHash('sha256').update(`${text}\n`).digest('hex'),
    body: {
      type: 'message',
      id: `upload-${number}`,
      channelId: 'msteams',
      serviceUrl,
      timestamp: '2026-11-24T11:50:00.000Z',
      localTimestamp: '2026-11-24T12:50:00.000+01:00',
      localTimezone: 'Europe/Berlin',
      from: { id: `29:person-${person}`, name: `Person ${person}`, aadObjectId: `person-${person}` },
      recipient: { id: '28:bot', name: 'Tunnel Triage' },
      conversation: { id: `a:person-${person}`, conversationType: 'personal', tenantId: TENANT },
      textFormat: 'plain',
      text,
    },
  };
}
