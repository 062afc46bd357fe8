/** How much work a record and a file may ask for: small files can describe documents without end, by values within values. */
import { overBudget } from './damage';

/** Elements, attributes, references and array items of one record; every item of the longest array that fits a chunk is below it. */
export const MAX_RECORD_STEPS = 100_000;
/** Characters of values that one record may make per byte of its own: most types make 2 or 3 of a byte. */
export const MAX_RECORD_CHARACTERS_PER_BYTE = 8;
/** Characters any record may make, however small: its paths and what its template says in full. */
export const FREE_RECORD_CHARACTERS = 65_536;
/** What the compilation of a fragment weighs before its first token. */
export const COMPILATION_STEPS = 8;
/** So many characters weigh as much as a step. */
const CHARACTERS_PER_STEP = 16;
/** Elements within elements and values within values. */
export const MAX_RECORD_DEPTH = 64;
/** Steps a file may ask for per byte; real logs ask for a fifth of one when every record is wanted. */
export const MAX_FILE_STEPS_PER_BYTE = 2;
/** Steps any file may ask for, however small. */
export const FREE_FILE_STEPS = 500_000;

/** What is left of the budgets. */
export interface WorkBudget {
  fileSteps: number;
  recordSteps: number;
  recordCharacters: number;
}

export function createWorkBudget(): WorkBudget {
  return { fileSteps: FREE_FILE_STEPS, recordSteps: 0, recordCharacters: 0 };
}

/** To be called before each record that is decoded; `bytes` is its size. */
export function beginRecord(budget: WorkBudget, bytes: number): void {
  budget.recordSteps = Math.min(MAX_RECORD_STEPS, budget.fileSteps);
  budget.recordCharacters = FREE_RECORD_CHARACTERS + MAX_RECORD_CHARACTERS_PER_BYTE * bytes;
}

export function spendSteps(budget: WorkBudget, steps: number): void {
  budget.fileSteps -= steps;
  budget.recordSteps -= steps;
  if (budget.recordSteps < 0) overBudget();
}

export function spendCharacters(budget: WorkBudget, characters: number): void {
  budget.recordCharacters -= characters;
  spendSteps(budget, characters / CHARACTERS_PER_STEP);
  if (budget.recordCharacters < 0) overBudget();
}
