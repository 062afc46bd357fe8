/** Runs the sample case through the path that every upload takes. */
import { countUploads } from '../cases/count-uploads';
import { type Answering } from './answering';
import { type BotParts } from './bot-parts';
import { standing } from './case-cards';
import { sampleUploads } from './sample-case';
import { show } from './take-in';

/** In a case of its own: what was read of a real client stays by itself. */
export async function showSample(parts: BotParts, answering: Answering): Promise<void> {
  const { conversation, person, commit } = answering;
  const taken = await parts.cases.takeIn({
    conversation,
    incoming: { uploads: await sampleUploads(parts.sampleFolder) },
    inAnotherCase: (open) => standing(open) !== null,
    person,
    at: answering.at,
    commit,
    // Nobody is reminded of a made-up client.
    also: (tx, made) => show(parts, tx, { ...answering, person: null }, made),
  });
  countUploads(parts.counters, taken.received);
}
