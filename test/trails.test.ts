import { play } from './virtual-client/play';
import { allStories } from './virtual-client/stories/all-stories';
it('trails', async () => {
  for (const story of allStories.filter(({ title }) => new RegExp(process.env['TRAIL'] ?? '.').test(title))) {
    const { turns, ending } = await play(story);
    process.stdout.write(`\n== ${story.title} (${ending})\n` + turns.map(({ diagnosis: d }) => `${d.failedStep ?? d.outcome} [${d.causes.slice(0,4).map((c) => `${c.id}:${c.confidence[0]}`).join(' ')}] -> ${d.next?.runOn === 'server' ? 'S ' : ''}${(d.next?.command ?? '.').replace(/wevtutil.*?\/c:400/g, 'EVENTS').replace(/auditpol \/(.et) \S+/g, 'AUDIT-$1').replaceAll('netsh advfirewall ', '').replaceAll('netsh interface ', '')}`).join('\n') + '\n');
  }
});
