/** The generated reference: nothing that the product knows is without its place, and every link leads somewhere. */
import { dirname, join, normalize } from 'node:path/posix';
import { readdirSync, readFileSync } from 'node:fs';
import { join as onDisk } from 'node:path';
import { knownCauses } from '../../../analyzers/causes/known-causes';
import { commands } from '../../../analyzers/commands/index';
import { questions } from '../../../analyzers/commands/questions';
import { analyse, CAUSE_IDS, STEP_IDS } from '../../../analyzers/index';
import { policyStoreCodes } from '../../../analyzers/grammars/ike-code-meanings';
import { ikeErrors } from '../../../analyzers/grammars/ike-code-table';
import { ipsecEvents } from '../../../analyzers/grammars/ipsec-event-table';
import { parameterNumbers } from '../../../analyzers/grammars/parameter-words';
import { statusCodes } from '../../../analyzers/grammars/status-code-table';
import { teredoWords } from '../../../analyzers/grammars/teredo-words';
import { ladder } from '../../../analyzers/steps/ladder';
import { codeEntries } from '../../../bot/reference/code-pages';
import { referencePages } from '../../../bot/reference/reference-pages';
import { upload } from '../../virtual-client/evidence';
import { stepStories, transcripts } from '../../virtual-client/step-stories';

const pages = referencePages();

describe('The reference', () => {
  it('has a page for every step, cause and command', () => {
    const wanted = [
      ...STEP_IDS.map((id) => `steps/${id}.md`),
      ...CAUSE_IDS.map((id) => `causes/${id}.md`),
      ...commands.map(({ id }) => `commands/${id}.md`),
    ];
    expect(wanted.filter((place) => !pages.has(place))).toEqual([]);
  });

  it('has an anchor for every question and every code', () => {
    const count =
      ikeErrors.length +
      policyStoreCodes.length +
      statusCodes.length +
      ipsecEvents.flatMap(({ ids }) => ids).length +
      parameterNumbers.length +
      teredoWords.flatMap(({ words }) => words).length;
    expect(codeEntries).toHaveLength(count);
    const places = [...codeEntries.map(({ place }) => place), ...questions.map(({ id }) => `questions.md#${id}`)];
    expect(places.filter((place) => !isThere(place))).toEqual([]);
    expect(new Set(places).size).toBe(places.length);
  });

  it('has no link that leads nowhere', () => {
    const broken = [...pages].flatMap(([place, text]) =>
      [...text.matchAll(/\]\((?!<)([^)]+)\)/g)]
        .map(([, target]) => (target!.startsWith('#') ? place + target! : normalize(join(dirname(place), target!))))
        .filter((target) => !isThere(target))
        .map((target) => `${place} -> ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('says of every step what fails it, and names a source of every step, command and cause', () => {
    const lacking = [
      ...ladder
        .filter(({ fails, causes, sources }) => fails === undefined || causes === undefined || !any(sources))
        .map(({ id }) => id),
      ...commands.filter(({ shows, sources }) => shows === undefined || !any(sources)).map(({ typed }) => typed),
      ...[...knownCauses.values()].filter(({ sources }) => !any(sources)).map(({ id }) => id),
    ];
    if (lacking.length > 0) console.info(`These say too little for the reference: ${lacking.join(', ')}`);
    expect(lacking).toEqual([]);
  });

  it('names every cause on the page of a step, or reaches it from another', () => {
    const reached = [...pages]
      .filter(([place]) => !place.startsWith('causes/'))
      .map(([, text]) => text)
      .join('\n');
    expect(CAUSE_IDS.filter((id) => !reached.includes(`causes/${id}.md`))).toEqual([]);
  });

  it('is on the disk as the registries have it', () => {
    const folder = onDisk(__dirname, '../../../analyzers/reference');
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    expect([...found].sort()).toEqual([...pages.keys()].sort());
    expect(
      [...pages]
        .filter(([place, text]) => readFileSync(onDisk(folder, place), 'utf8') !== text)
        .map(([place]) => place),
    ).toEqual([]);
  });
});

const any = (list: readonly unknown[] | undefined): boolean => (list?.length ?? 0) > 0;

function isThere(target: string): boolean {
  const [place = '', anchor] = target.split('#');
  const text = pages.get(place);
  return text !== undefined && (anchor === undefined || text.includes(`<a id="${anchor}"></a>`));
}

describe('The causes that a step declares', () => {
  it.each(ladder.map((step) => [step.id, step] as const))('hold what its failing story shows: %s', async (id, step) => {
    const uploads = transcripts(stepStories[id].failed).map(({ name, text }) => upload(name, text));
    const { diagnosis } = await analyse(uploads, { at: '2026-11-24T12:00:00Z' });
    const [first] = diagnosis.failedStep === id ? diagnosis.causes : [];
    if (first !== undefined) expect(step.causes).toContain(first.id);
    expect(diagnosis.steps.find((verdict) => verdict.step === id)).toMatchObject({ outcome: 'failed' });
  });
});
