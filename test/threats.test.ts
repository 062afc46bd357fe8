/** The threat model of `.github/SECURITY.md`: every test that it names is there, under that title, and runs. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const page = readFileSync(join(__dirname, '../.github/SECURITY.md'), 'utf8');

/** The rows of the table, without its head. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.slice(2, -2).split(' | '));

interface Named {
  readonly file: string;
  readonly title: string;
}

const namedIn = (cell: string): readonly Named[] =>
  [...cell.matchAll(/`([^`]+)`: "((?:\\"|[^"])+)"/g)].map(([, file = '', title = '']) => ({
    file,
    title: title.replaceAll('\\"', '"'),
  }));

/** The titles of the tests of a file that run: of `it(…)` and `it.each(…)(…)`. */
function titlesOf(file: string): ReadonlySet<string> {
  const path = join(__dirname, file);
  if (!existsSync(path)) return new Set();
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const titles = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^it(?:\.each)?(?:[<(]|$)/.test(node.expression.getText(source))) {
      const [title] = node.arguments;
      if (title !== undefined && ts.isStringLiteralLike(title)) titles.add(title.text);
      // As it stands between the backticks.
      else if (title !== undefined && ts.isTemplateExpression(title)) titles.add(title.getText(source).slice(1, -1));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
}

describe('The threat model', () => {
  it('says for each threat what stops it, and names a test that shows it', () => {
    expect(rows.length).toBeGreaterThan(25);
    const unshown = rows.filter((cells) => cells.length !== 3 || namedIn(cells[2] ?? '').length === 0);
    expect(unshown).toEqual([]);
  });

  it('names only tests that are there, under their titles', () => {
    const named = rows.flatMap((cells) => namedIn(cells[2] ?? ''));
    const gone = named.filter(({ file, title }) => !titlesOf(file).has(title));
    expect(gone).toEqual([]);
  });

  it('names every test in a form that this one can read', () => {
    const mentioned = rows.flatMap((cells) => [...(cells[2] ?? '').matchAll(/`[^`]+\.test\.ts`/g)]);
    expect(mentioned).toHaveLength(rows.flatMap((cells) => namedIn(cells[2] ?? '')).length);
  });

  it('is not taken in by a title that stands nowhere, in a comment, or on a test that is skipped', () => {
    const own = titlesOf('threats.test.ts');
    expect([...own].some((title) => title.startsWith('is not taken in by a title'))).toBe(true);
    expect(own.has('a title that stands in no test')).toBe(false);
    // it('in a comment', () => undefined);
    expect(own.has('in a comment')).toBe(false);
    expect(titlesOf('no-such-file.test.ts').size).toBe(0);
  });

  it('is found from the page of the product', () => {
    expect(readFileSync(join(__dirname, '../README.md'), 'utf8')).toContain('(.github/SECURITY.md)');
  });
});
