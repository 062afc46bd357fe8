/** The face of the analyzers. */
export { type Analysis, type Context, analyse, MAX_KEPT_READINGS } from './analyse';
export { CASE_SCHEMA, type CaseEvidence, emptyCase } from './case-evidence';
export { collectScript, type CollectOrder, type CollectScript } from './collect/collect';
export { describeLadder, type RungDescription } from './describe-ladder';
export { compare, type Comparison, type Standing, standingOf } from './diagnosis/compare';
export * from './diagnosis/diagnosis';
export { type CodeMeaning, type Explanation } from './diagnosis/explanation';
export { explain, MAX_CODE_CHARACTERS } from './explain';
export { type Upload, type UploadSource } from './document';
export { type ReadingProgress, type Watch } from './intake/event-log-intake';
export { type AnyUpload } from './intake/source';
export { REDACTION_MAP_SCHEMA, type RedactionMap } from './redaction/redaction-map';
export { createRedactor, type Redactor } from './redaction/redactor';
