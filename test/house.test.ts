/** The rules of the house, kept by a machine: arrows, sizes, names, forbidden imports. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

import * as cardsFace from '../cards/index';
import { EXAMPLES } from './support/card-examples';

const ROOT = resolve(__dirname, '..');
const SOURCE_ROOMS = ['analyzers', 'cards', 'bot', 'manifest'];
const MAX_LINES = 250;
/** In the first comment, and in no later one. */
const LONG_FILE_REASON = /^\/\*\*(?:(?!\*\/)[^])*\blong\b/i;

/** Floors of the analyzers, from the top down: a file may import from its own floor and below. */
const FLOORS: readonly (readonly string[])[] = [
  ['analyzers/index.ts'],
  ['analyzers/analyse.ts'],
  [
    'analyzers/diagnose.ts',
    'analyzers/describe-ladder.ts',
    'analyzers/explain.ts',
    'analyzers/collect/',
    'analyzers/redaction/',
  ],
  ['analyzers/next-command.ts'],
  ['analyzers/joined-questions.ts'],
  ['analyzers/open-questions.ts'],
  ['analyzers/expected-gain.ts'],
  ['analyzers/suspects.ts'],
  ['analyzers/climb.ts'],
  ['analyzers/implications.ts'],
  ['analyzers/steps/'],
  ['analyzers/causes/'],
  ['analyzers/facts/'],
  ['analyzers/read.ts'],
  ['analyzers/commands/'],
  ['analyzers/grammars/', 'analyzers/intake/'],
  ['analyzers/case-evidence.ts'],
  ['analyzers/reading.ts'],
  ['analyzers/diagnosis/', 'analyzers/document.ts', 'analyzers/tunnel.ts'],
];

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function load(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"\n]+)['"]/g)].map((match) => match[1] ?? '');
  return { path: relative(ROOT, path).split(sep).join('/'), text, imports };
}

const rooms = [...SOURCE_ROOMS, 'test'].flatMap((room) => filesBelow(join(ROOT, room)));
const files = rooms.filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts')).map(load);
const sources = files.filter(({ path }) => !path.startsWith('test/'));

/** The file that a relative import means, from the root; null for a package. */
function target(file: SourceFile, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const base = resolve(ROOT, dirname(file.path), specifier);
  const found = [`${base}.ts`, join(base, 'index.ts'), base].find(
    (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
  );
  return found === undefined ? null : relative(ROOT, found).split(sep).join('/');
}

const arrows = files.flatMap((file) =>
  file.imports.flatMap((specifier) => [{ from: file.path, specifier, to: target(file, specifier) }]),
);

function floorOf(path: string): number {
  return FLOORS.findIndex((rooms_) =>
    rooms_.some((room) => (room.endsWith('/') ? path.startsWith(room) : path === room)),
  );
}

const list = (rows: readonly { readonly from: string; readonly specifier: string }[]) =>
  rows.map(({ from, specifier }) => `${from} -> ${specifier}`);

describe('The arrows of the house', () => {
  it('point down between the floors of the analyzers', () => {
    const upward = arrows.filter(
      ({ from, to }) =>
        to?.startsWith('analyzers/') === true && from.startsWith('analyzers/') && floorOf(from) > floorOf(to),
    );
    expect(list(upward)).toEqual([]);
  });

  it('know every file of the analyzers on a floor', () => {
    expect(
      sources.filter(({ path }) => path.startsWith('analyzers/') && floorOf(path) < 0).map(({ path }) => path),
    ).toEqual([]);
  });

  it('keep the analyzers from knowing cards or bot, and the cards from more than the diagnosis', () => {
    const wrong = arrows.filter(({ from, to }) => {
      if (to === null) return false;
      if (from.startsWith('analyzers/')) return to.startsWith('cards/') || to.startsWith('bot/');
      return from.startsWith('cards/') && !to.startsWith('cards/') && !to.startsWith('analyzers/diagnosis/');
    });
    expect(list(wrong)).toEqual([]);
  });

  it('run in no circle', () => {
    const next = new Map(
      files.map(({ path }) => [
        path,
        arrows.filter(({ from }) => from === path).flatMap(({ to }) => (to === null ? [] : [to])),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      if (done.has(path) || trail.includes(path)) return;
      for (const to of next.get(path) ?? []) visit(to, [...trail, path]);
      done.add(path);
    };
    for (const { path } of files) visit(path, []);
    expect(circles).toEqual([]);
  });

  it('never lead from a file to the index of its own folder', () => {
    expect(
      list(arrows.filter(({ from, to }) => to === `${dirname(from)}/index.ts` && !from.endsWith('/index.ts'))),
    ).toEqual([]);
  });
});

describe('The rooms', () => {
  it('have names that say what is in them', () => {
    expect(
      files
        .filter(({ path }) => /(?:^|\/)(?:utils?|helpers?|common|misc|types)(?:\/|\.ts$)/.test(path))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it('hold kebab-case files', () => {
    expect(
      files.filter(({ path }) => !/^[a-z0-9-/]+(?:\.(?:bench|test))?\.ts$/.test(path)).map(({ path }) => path),
    ).toEqual([]);
  });

  it('have at most three indexes besides the registries that tests hold against their folders', () => {
    expect(sources.filter(({ path }) => path.endsWith('/index.ts')).length).toBeLessThanOrEqual(3);
  });

  it('hold files of at most 250 lines, or ones that say at their top why they are long', () => {
    const long = sources.filter(({ text }) => text.split('\n').length > MAX_LINES && !LONG_FILE_REASON.test(text));
    expect(long.map(({ path, text }) => `${path}: ${text.split('\n').length}`)).toEqual([]);
  });

  it('hold files that open with a sentence of what they are', () => {
    expect(files.filter(({ text }) => !text.startsWith('/**')).map(({ path }) => path)).toEqual([]);
  });
});

describe('The cards', () => {
  it('each have an example, which the gallery and the tests of all cards go through', () => {
    const made = Object.keys(cardsFace).filter((name) => name.endsWith('Card'));
    expect(Object.keys(EXAMPLES).sort()).toEqual(made.sort());
  });
});

describe('Packages are known only where they belong', () => {
  const only = (name: RegExp, where: RegExp) =>
    list(
      arrows.filter(({ from, specifier }) => !from.startsWith('test/') && name.test(specifier) && !where.test(from)),
    );

  it('botbuilder in bot/teams, bot/local and bot/server', () => {
    expect(only(/^botbuilder|^botframework/, /^bot\/(?:teams|local)\/|^bot\/server\.ts$/)).toEqual([]);
  });

  it('Microsoft Graph and its tokens in bot/teams/graph', () => {
    expect(only(/^@(?:azure|microsoft\/microsoft-graph-client)(?:\/|$)/, /^bot\/teams\/graph\//)).toEqual([]);
  });

  it('prom-client in bot/counters and bot/metrics', () => {
    expect(only(/^prom-client$/, /^bot\/(?:counters\.ts$|metrics\/)/)).toEqual([]);
  });

  it('restify in bot/server and bot/http', () => {
    expect(only(/^restify$/, /^bot\/(?:server\.ts$|http\/)/)).toEqual([]);
  });

  it('database clients in bot/store and bot/jobs', () => {
    expect(only(/^(?:better-sqlite3|kysely|pg|pg-boss)(?:\/|$)/, /^bot\/(?:store|jobs)\//)).toEqual([]);
  });

  it('zod at the doors, the store and the configuration', () => {
    expect(only(/^zod$/, /^bot\//)).toEqual([]);
  });

  it('nothing of the outside in analyzers and cards', () => {
    expect(
      only(
        /^(?:node:)?(?:fs|net|http|https|os|child_process|process|worker_threads|timers|dns)(?:\/|$)/,
        /^(?:bot|manifest)\//,
      ),
    ).toEqual([]);
  });

  it('no clock, randomness or process in analyzers and cards', () => {
    const reaching = sources.filter(
      ({ path, text }) =>
        /^(?:analyzers|cards)\//.test(path) &&
        /Date\.now\(|new Date\(\)|Math\.random\(|process\.(?:env|argv|cwd)|console\./.test(text),
    );
    expect(reaching.map(({ path }) => path)).toEqual([]);
  });
});
