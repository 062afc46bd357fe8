/** Prompts in the outbox: each has one key, so that it is sent once, and a message that had to be sent twice is known by it. */
import { type PromptOutbox } from '../cases/follow-ups';
import { type JobQueue } from '../jobs/job-engine';
import { putOut } from './outbox';

export const createPromptOutbox = (jobs: Pick<JobQueue, 'enqueue'>): PromptOutbox => ({
  send: (tx, { conversation, followUp, card }) =>
    putOut(jobs, tx, promptKey(followUp), {
      what: 'card',
      conversation,
      card,
      shows: { kind: 'follow-up', id: followUp },
    }),
  replace: (tx, { conversation, followUp, activityId, card }) =>
    putOut(jobs, tx, `${promptKey(followUp)}/settled`, { what: 'replace', conversation, activityId, card }),
});

const promptKey = (followUp: number): string => `prompt/${followUp}`;
