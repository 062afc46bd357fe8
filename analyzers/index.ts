/** The face of the analyzers. */
export { type Analysis, type Context, analyse } from './analyse';
export { CASE_SCHEMA, type CaseEvidence, emptyCase } from './case-evidence';
export { collectScript, type CollectOrder, type CollectScript } from './collect/collect';
export { describeLadder, type RungDescription } from './describe-ladder';
export * from './diagnosis/diagnosis';
export { type CodeMeaning, type Explanation } from './diagnosis/explanation';
export { type Upload } from './document';
export { explain, MAX_CODE_CHARACTERS } from './explain';
