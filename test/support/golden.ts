/** Goldens: what a test produced, kept beside it; written only when asked for (`npm run golden`), compared otherwise. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Holds `actual` against the golden file; a missing golden fails and says how to write it. */
export function expectGolden(path: string, actual: string): void {
  if (process.env['GOLDEN'] === 'write') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
  }
  if (!existsSync(path)) throw new Error(`There is no golden ${path}. Look at the result, then run: npm run golden`);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}

/** JSON as goldens keep it. */
export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
