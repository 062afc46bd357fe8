/** The notes of every story, turn by turn into one ticket: redacted, nothing of the model survives, and a name keeps its stand-in. */
import {
  analyse,
  type CaseEvidence,
  createRedactor,
  type Diagnosis,
  type RedactionMap,
  standingOf,
} from '../../../analyzers/index';
import { type CaseDiagnosis } from '../../../bot/cases/case-record';
import { ticketNote } from '../../../cards/index';
import { writtenNote } from '../../../bot/tickets/written-note';
import { ownAddresses, ownNames, survivors } from '../../support/model-names';
import { play } from '../../virtual-client/play';
import { allStories } from '../../virtual-client/stories/all-stories';
import { type Story } from '../../virtual-client/stories/story';

interface Noted {
  readonly plain: string;
  readonly redacted: string;
  readonly diagnosis: Diagnosis;
  readonly map: RedactionMap;
}

/** As the bot does it: each note goes on with the map of the one before. */
async function notesOf(story: Story): Promise<readonly Noted[]> {
  const { turns } = await play(story);
  let earlier: CaseEvidence | undefined;
  if (story.before !== undefined) {
    const uploads = story.before.map(({ name, text }) => ({
      name,
      bytes: Buffer.from(text(story.deployment), 'utf8'),
    }));
    earlier = (await analyse(uploads, { at: `${story.deployment.moment.clock}Z`, serverIpv4: story.serverIpv4 }))
      .evidence;
  }
  const notes: Noted[] = [];
  let map: RedactionMap | undefined;
  let before: Diagnosis | undefined;
  for (const { uploads, at } of turns) {
    const { diagnosis, evidence } = await analyse(uploads, { at, serverIpv4: story.serverIpv4, earlier });
    earlier = evidence;
    const shown: CaseDiagnosis = { ...diagnosis, ...(before === undefined ? {} : { before: standingOf(before, at) }) };
    before = diagnosis;
    const redactor = createRedactor(map);
    const parts = { record: { id: 'C-1', evidence }, diagnosis: shown, occasion: 'failed', mark: 'tt-0', at } as const;
    const redacted = writtenNote({ ...parts, redactor });
    map = redactor.map();
    notes.push({ plain: writtenNote({ ...parts, redactor: null }), redacted, diagnosis, map });
  }
  return notes;
}

const played = new Map<Story, ReturnType<typeof notesOf>>();
function notes(story: Story): ReturnType<typeof notesOf> {
  const known = played.get(story) ?? notesOf(story);
  played.set(story, known);
  return known;
}
const ownOf = ({ deployment }: Story): readonly string[] => [...ownNames(deployment), ...ownAddresses(deployment)];

describe.each(allStories)('The notes of: $title', (story) => {
  it('keep nothing that is of the model where names are replaced', async () => {
    const redacted = (await notes(story)).map((note) => note.redacted).join('\n');
    expect(survivors(redacted, ownOf(story))).toEqual([]);
  });

  it('say the same steps, causes and command as the notes that name everything', async () => {
    for (const { plain, redacted, diagnosis } of await notes(story)) {
      const shape = (text: string): readonly string[] => text.split('\n').filter((line) => /^ {2}[^ ] /.test(line));
      expect(shape(redacted)).toEqual(shape(plain));
      expect(redacted.split('\n')).toContain(
        'Names and addresses are stand-ins; whoever runs the bot can resolve them.',
      );
      if (diagnosis.next !== null) expect(plain).toContain(diagnosis.next.command);
    }
  });

  it('give a name the stand-in that it had in the note before', async () => {
    const maps = (await notes(story)).map(({ map }) => map);
    for (const [index, later] of maps.entries()) {
      const before = maps[index - 1];
      if (before !== undefined) expect(later).toMatchObject(before);
    }
  });
});

it('The notes of most stories name something of the model before they are redacted', async () => {
  const naming = await Promise.all(
    allStories.map(async (story) => {
      const plain = (await notes(story)).map((note) => note.plain).join('\n');
      return survivors(plain, ownOf(story)).length > 0;
    }),
  );
  expect(naming.filter((names) => names).length).toBeGreaterThan(allStories.length * 0.75);
});

it('A note has the ladder, its proof and the next command, and ends with its mark', async () => {
  const [first] = await notes(allStories[0]!);
  expect(first!.plain).toContain(ticketNote(first!.diagnosis, { caseId: 'C-1' }).split('\n')[0]!);
  expect(first!.plain).toMatch(/^Steps$/m);
  expect(first!.plain.split('\n').at(-1)).toBe('Written by Tunnel Triage, tt-0');
});
