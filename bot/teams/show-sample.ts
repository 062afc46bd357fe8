/** Runs the sample case through the path that every upload takes. */
import { type BotParts } from './bot-parts';
import { standing } from './case-cards';
import { sampleUploads } from './sample-case';
import { show } from './take-in';

/** In a case of its own: what was read of a real client stays by itself. */
export async function showSample(parts: BotParts, conversation: string, at: string | undefined): Promise<void> {
  const uploads = await sampleUploads(parts.sampleFolder);
  await parts.shown.run(conversation, async () => {
    if (standing(await parts.cases.current(conversation)) !== null) await parts.cases.beginCase(conversation);
    await show(parts, conversation, await parts.cases.takeIn(conversation, { uploads }), at);
  });
}
