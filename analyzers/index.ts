/** The face of the analyzers. */
export { type Analysis, type Context, analyse, MAX_KEPT_READINGS } from './analyse';
export { CASE_SCHEMA, type CaseEvidence, emptyCase } from './case-evidence';
export { describeLadder, type RungDescription } from './describe-ladder';
export * from './diagnosis/diagnosis';
export { type Upload } from './document';
