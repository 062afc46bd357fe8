/** No regular expression of the product takes more than linear time: each meets long runs of what it is made of, and of what outputs are made of. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '..');
const ROOMS = ['analyzers', 'bot', 'cards', 'manifest'];
const CHARACTERS = 6000;
/** A linear one takes far less than a millisecond for such a text, a quadratic one tens of them. */
const MAX_MS = 12;
const TRIES = 4;
/** Without one of these a match ends after a bounded number of signs. */
const UNBOUNDED = /[*+]|\{\d+,\}/;
const RUNS = [
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\n ',
  ' \n',
  'a',
  '0',
  'a ',
  'a b',
  'A:',
  'a: ',
  ' :',
  ':',
  '.',
  'a.',
  '0.',
  '0:',
  '-',
  '-- ',
  '(',
  '"',
  '"a"',
  '\\',
  '/',
  '<',
  '<a',
  '=',
  'x=',
  '{',
  '[',
  '[0]',
  '%',
  '&',
  '&amp;',
  ',',
  "'",
];

interface Found {
  readonly where: string;
  readonly expression: RegExp;
}

function literalsIn(path: string): readonly Found[] {
  const source = ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, pattern = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ where: `${path}:${line + 1}`, expression: new RegExp(pattern, flags) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const literals = ROOMS.flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .flatMap((path) => literalsIn(join(room, path))),
);

/** Those that are put together when the analyzers are loaded, of the words of all languages. */
function builtExpressions(): readonly Found[] {
  const built: Found[] = [];
  const Original = RegExp;
  class Recorded extends Original {
    constructor(pattern: string | RegExp, flags?: string) {
      super(pattern, flags);
      built.push({ where: String(pattern).slice(0, 120), expression: new Original(pattern, flags) });
    }
  }
  globalThis.RegExp = Recorded as RegExpConstructor;
  try {
    jest.isolateModules(() => {
      jest.requireActual('../analyzers/index');
    });
  } finally {
    globalThis.RegExp = Original;
  }
  return built;
}

/** Words of the expression itself bring a text as far into it as it goes. */
function attacks({ source }: RegExp): readonly string[] {
  const words = [...new Set(source.match(/[A-Za-z]{3,}/g))].slice(0, 3);
  return [...RUNS, ...words.map((word) => `${word} `)].flatMap((run) => {
    const long = run.repeat(Math.ceil(CHARACTERS / run.length));
    return ['', ...words].map((word) => `${word}${long}\u0001`);
  });
}

function millisecondsOf(expression: RegExp, text: string): number {
  expression.lastIndex = 0;
  const before = process.cpuUsage();
  if (expression.global || expression.sticky) text.replace(expression, '');
  else expression.exec(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The least of several, so that what the machine does meanwhile counts for nothing. */
function isSlow(expression: RegExp, text: string): boolean {
  for (let turn = 0; turn < TRIES; turn += 1) if (millisecondsOf(expression, text) < MAX_MS) return false;
  return true;
}

function slowOf(all: readonly Found[]): readonly string[] {
  const unbounded = all.filter(({ expression }) => UNBOUNDED.test(expression.source));
  return unbounded.flatMap(({ where, expression }) => {
    const text = attacks(expression).find((each) => isSlow(expression, each));
    return text === undefined
      ? []
      : [`${where} ${String(expression).slice(0, 120)}: ${JSON.stringify(text.slice(0, 20))}`];
  });
}

it('This test knows a quadratic one', () => {
  expect(slowOf([{ where: 'here', expression: /\s+$/ }])).toHaveLength(1);
});

it('Every regular expression that stands in the source is linear', () => {
  expect(literals.length).toBeGreaterThan(500);
  expect(slowOf(literals)).toEqual([]);
}, 240_000);

it('Every regular expression that is made of words is linear', () => {
  const built = builtExpressions();
  expect(built.length).toBeGreaterThan(50);
  expect(slowOf(built)).toEqual([]);
}, 240_000);
