/** `npm run new`: what it writes compiles in the house as it stands, and CONTRIBUTING shows that very code. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as typescript from 'typescript';
import { applied, type Skeleton } from '../../../bot/skeletons/skeleton';
import { skeletonOf } from '../../../bot/skeletons/skeleton-of';

const root = join(__dirname, '../../..');
const read = (path: string): string | null =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null;

function skeleton(kind: string, name: string): Skeleton {
  const made = skeletonOf(kind, name);
  if ('fault' in made) throw new Error(made.fault);
  return made;
}

/** The three of CONTRIBUTING, put one upon the other. */
const wanted = [skeleton('command', 'netsh-isatap'), skeleton('step', 'client.clock'), skeleton('card', 'maintenance')];

function changedTexts(): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const one of wanted) {
    const changes = applied(one, (path) => texts.get(path) ?? read(path));
    if ('fault' in changes) throw new Error(changes.fault);
    for (const [path, text] of changes) texts.set(path, text);
  }
  return texts;
}

test('The three skeletons together compile in the house under its strictest settings', () => {
  const texts = new Map([...changedTexts()].map(([path, text]) => [join(root, path), text]));
  const { config } = typescript.readConfigFile(join(root, 'tsconfig.json'), (path) =>
    typescript.sys.readFile(path),
  ) as { config: unknown };
  const { options } = typescript.parseJsonConfigFileContent(config, typescript.sys, root);
  const host = typescript.createCompilerHost(options);
  const onDisk = host.readFile.bind(host);
  const readFile = (path: string): string | undefined => texts.get(path) ?? onDisk(path);
  const program = typescript.createProgram({
    rootNames: [...texts.keys()].filter((path) => path.endsWith('.ts')),
    options,
    host: {
      ...host,
      readFile,
      fileExists: (path) => texts.has(path) || host.fileExists(path),
      getSourceFile: (path, version) => {
        const text = readFile(path);
        return text === undefined ? undefined : typescript.createSourceFile(path, text, version);
      },
    },
  });
  // The files that were written or changed, not the whole house again: that is what `npm run check` is for.
  const faults = [...texts.keys()].flatMap((path) => {
    const file = program.getSourceFile(path);
    if (file === undefined) return [];
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) => `${path}: ${typescript.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  });
  expect(faults).toEqual([]);
}, 120_000);

test('CONTRIBUTING shows the code that the skeletons write', () => {
  const contributing = read('CONTRIBUTING.md')!;
  const missing = wanted
    .flatMap(({ files }) => files)
    .filter(({ path }) => path.endsWith('.ts'))
    .filter(({ text }) => !contributing.includes(text));
  expect(missing.map(({ path }) => path)).toEqual([]);
});

test('A name that is there already, or is no name, is answered with a sentence', () => {
  expect(applied(skeleton('command', 'ping-6'), read)).toEqual({
    fault: expect.stringContaining('is there already') as unknown,
  });
  for (const [kind, name] of [
    ['command', 'Ping 6'],
    ['step', 'clock'],
    ['step', 'router.clock'],
    ['card', '../x'],
    ['door', 'x'],
    [],
  ] as const) {
    expect(skeletonOf(kind, name)).toEqual({ fault: expect.stringContaining('npm run new -- ') as unknown });
  }
});
