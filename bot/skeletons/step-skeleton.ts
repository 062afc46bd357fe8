/** The skeleton of a rung: its judge, its place at the end of its group, its name, its truth and its stories. */
import { camel, type Skeleton } from './skeleton';

const TUNNELS: Readonly<Record<string, string>> = {
  client: 'prerequisite',
  infra: 'infrastructure',
  intranet: 'intranet',
  security: 'security',
};

/** `id` is like `client.clock`: the part before the point is the group. Null where there is no such group. */
export function stepSkeleton(id: string): Skeleton | null {
  const [group = ''] = id.split('.', 1);
  const tunnel = TUNNELS[group];
  if (tunnel === undefined) return null;
  const file = id.replace('.', '-');
  const name = camel(id);
  const said = id.slice(group.length + 1).replace(/-/g, ' ');
  const title = said.charAt(0).toUpperCase() + said.slice(1);
  const ofGroup = new RegExp(`^ {2}'${group}\\.`);
  return {
    files: [{ path: `analyzers/steps/${file}.ts`, text: judge(id, name, tunnel, title) }],
    rows: [
      { path: 'analyzers/diagnosis/diagnosis.ts', where: 'behind', line: ofGroup, row: `  '${id}',` },
      {
        path: 'analyzers/steps/ladder.ts',
        where: 'before',
        line: /^import \{ type Step \}/,
        row: `import { ${name} } from './${file}';`,
      },
      { path: 'analyzers/steps/ladder.ts', where: 'behind', line: lastRung(group), row: `  ${name},` },
      { path: 'cards/ladder-names.ts', where: 'behind', line: ofGroup, row: `  '${id}': words\`${title}\`,` },
      {
        path: 'test/virtual-client/truth.ts',
        where: 'behind',
        line: /^ {2}return \{/,
        row: `    '${id}': 'not-applicable',`,
      },
      {
        path: 'test/virtual-client/step-stories.ts',
        where: 'behind',
        line: /^export const stepStories/,
        row: `  '${id}': {\n    passed: from(w7, 'systeminfo'),\n    failed: from(w7, 'systeminfo'),\n    unreadable: from(w7, cut('systeminfo', 0.04)),\n  },`,
      },
    ],
    todo: [
      'Move its row in analyzers/steps/ladder.ts and its id in STEP_IDS to its place: what stands above is explained by what failed below.',
      `Judge it in analyzers/steps/${file}.ts, and tell in test/virtual-client/truth.ts when it is true.`,
      'Give its three stories in test/virtual-client/step-stories.ts; the skeleton passes none of them.',
      `Run npx jest test/steps.test.ts -t ${id}, then npm run docs and npm run golden, and look at what changed.`,
    ],
  };
}

/** The last row of the group in the list of rungs, by how the rungs of the house are named. */
const lastRung = (group: string): RegExp =>
  group === 'client' || group === 'security'
    ? new RegExp(`^ {2}${group}[A-Z]\\w*,$`)
    : group === 'infra'
      ? /^ {2}infraDomainController,$/
      : /^ {2}quickMode\(intranetTunnel\),$/;

const judge = (id: string, name: string, tunnel: string, title: string): string => `/** ${title}. */
import { latest, quotes } from '../facts/facts';
import { defineStep, passed, unknown, unreadable } from './step';

export const ${name} = defineStep({
  id: '${id}',
  tunnel: '${tunnel}',
  title: '${title}',
  passes: 'What must be seen, as a sentence.',
  evidence: ['systeminfo'],
  question: 'edition',
  fails: 'What must be seen for it to fail, as a sentence.',
  causes: [],
  sources: ['commandReference'],
  judge: ({ facts }) => {
    const reading = latest(facts, 'systeminfo', 'client');
    if (reading === null) return unknown();
    if (!reading.complete) return unreadable(reading);
    return reading.data.domain === 'FILL IN'
      ? passed('The value that decided.', quotes(reading, 'domain'), reading)
      : unknown('It is not judged yet.');
  },
});
`;
