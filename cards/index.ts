/** The face of the cards: a diagnosis as Adaptive Cards, and as the plain text of a ticket note. */
export { type Buttons, type CardContext } from './card-context';
export { MAX_PASTED_CHARACTERS } from './buttons';
export { diagnosisCard } from './diagnosis-card';
export { type AdaptiveCard, type Verb, VERBS } from './elements';
export { explainCard } from './explain-card';
export { MAX_CARD_BYTES } from './fit';
export { errorCard, messageCard, noteCard } from './note-card';
export { scriptCard } from './script-card';
export { ladderCard, type Rung, stepsCard } from './steps-card';
export { type NoteContext, ticketNote } from './ticket-note';
export { type Received, unreadableCard } from './unreadable-card';
export { welcomeCard } from './welcome-card';
