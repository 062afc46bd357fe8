/** The sentences that source files hold, as a reader of the source sees them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';

/** Every `.ts` file below a folder. */
export function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesBelow(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

/** The sentences of a file with `{}` where a value stands; not those of the properties that are named in `leftOut`. */
export const sentencesIn = (path: string, leftOut: readonly string[] = []): readonly string[] =>
  textsIn(path, leftOut)
    .map((text) => text.trim())
    .filter((text) => /^["{}\p{Lu}].* .*[.?]$/su.test(text));

/** Every text of a file, sentence or not, in the same way. */
export function textsIn(path: string, leftOut: readonly string[] = []): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isPropertyAssignment(node) && leftOut.includes(node.name.getText())) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    if (ts.isTemplateExpression(node)) {
      found.push(node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join(''));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}

/** The sentence with every choice of these values in its places. */
export const filledWith = (sentence: string, values: readonly string[]): readonly string[] =>
  sentence
    .split('{}')
    .reduce<readonly string[]>(
      (begun, part, index) =>
        index === 0 ? [part] : begun.flatMap((text) => values.map((value) => `${text}${value}${part}`)),
      [],
    );
