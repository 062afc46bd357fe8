/** The face of the cards: a diagnosis as Adaptive Cards, and as the plain text of a ticket note. */
export { actionsCard } from './actions-card';
export { type Buttons, type CardContext } from './card-context';
export { MAX_PASTED_CHARACTERS } from './buttons';
export { changesCard } from './changes-card';
export {
  causeQuestionCard,
  causesToChoose,
  closingQuestionCard,
  OTHER_CAUSES,
  type OtherCause,
} from './closing-question-card';
export { diagnosisCard } from './diagnosis-card';
export { type AnalyzeWish, analyzeCard, stillReadingCard } from './dialog-cards';
export {
  type AdaptiveCard,
  CASE_VERBS,
  type CaseVerb,
  FOLLOW_UP_VERBS,
  type FollowUpVerb,
  SHOW_VERBS,
  type ShowVerb,
  type Verb,
  VERBS,
} from './elements';
export { explainCard } from './explain-card';
export { type Figures, figuresCard } from './figures-card';
export { inLanguage, sentenceInLanguage } from './in-language';
export { heardInEnglish, type Language, languageOf, otherLanguages, writtenIn } from './languages/language';
export { helpCard } from './help-card';
export { MAX_CARD_BYTES } from './fit';
export { type Awaited, followUpCard } from './follow-up-card';
export { type Grant, missingRightCard } from './missing-right-card';
export { ledBy } from './led-by';
export { errorCard, messageCard, noteCard } from './note-card';
export { proofCard } from './proof-card';
export { remindCard, type RemindTimes } from './remind-card';
export { scriptCard } from './script-card';
export { CASES_ON_A_CARD, type OpenCase, type OpenCases, openCasesCard } from './open-cases-card';
export { serverCard } from './server-card';
export { MAX_ADDRESS_CHARACTERS, type WrittenServer } from './server-inputs';
export { settledCard } from './settled-card';
export {
  MAX_SETTING_CHARACTERS,
  personSettingsCard,
  SETTING_FIELDS,
  type SettingField,
  type SettingTexts,
  teamSettingsCard,
} from './settings-card';
export { progressCard, type ReadingSoFar } from './progress-card';
export { ladderCard, type Rung, stepsCard } from './steps-card';
export { type NoteContext, ticketNote } from './ticket-note';
export { type Received, unreadableCard } from './unreadable-card';
export { welcomeCard } from './welcome-card';
