/** Opens the ticket system that the settings name. */
import { openJira } from './jira';
import { openRequestTracker } from './request-tracker';
import { checkSentence } from './refusal-sentence';
import { openServiceNow } from './service-now';
import { openSignedWebhook } from './signed-webhook';
import { type TicketSettings } from './ticket-settings';
import { type TicketAccess, type TicketSystem, type TicketSystemName } from './ticket-system';

const OPENERS: Readonly<Record<TicketSystemName, (access: TicketAccess) => TicketSystem>> = {
  servicenow: openServiceNow,
  jira: openJira,
  'request-tracker': openRequestTracker,
  webhook: openSignedWebhook,
};

export const openTicketSystem = (
  { system, ...settings }: TicketSettings,
  fetch: TicketAccess['fetch'] = (request) => globalThis.fetch(request),
): TicketSystem => OPENERS[system]({ ...settings, fetch });

/** A start does not wait longer for it. */
const CHECK_LIMIT_MS = 5000;

/** One sentence for whoever starts the bot where notes cannot be written as it stands; null where they can. Never rejects. */
export async function checkTicketSystem(system: TicketSystem): Promise<string | null> {
  try {
    const answer = await system.check(AbortSignal.timeout(CHECK_LIMIT_MS));
    return answer.kind === 'ready' ? null : checkSentence(system.title, answer.why);
  } catch (error) {
    return checkSentence(system.title, codeOf(error));
  }
}

/** The network's own code stands below the error of fetch; a message may have an address in it. */
function codeOf(error: unknown): string {
  for (let each = error; each instanceof Error; each = each.cause) {
    if ('code' in each && typeof each.code === 'string') return each.code;
  }
  return error instanceof Error ? error.name : 'unknown';
}
