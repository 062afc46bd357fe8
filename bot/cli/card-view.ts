/** The card that the bot would answer with, as text for a terminal or as the JSON itself. */
import { type Diagnosis } from '../../analyzers/index';
import { type AdaptiveCard, type CardContext, diagnosisCard, unreadableCard } from '../../cards/index';
import { wrapped } from '../../cards/plain-text';
import { drawCard } from './card-drawing';
import { painted } from './drawn-text';
import { painter, type Terminal } from '../terminal/terminal';

export interface CardWish {
  /** When the outputs came, ISO 8601. */
  readonly at: string;
  /** Nothing of this call could be read: the bot then says what it could not read. */
  readonly isUnreadable: boolean;
  /** Whether there was a diagnosis before this call. */
  readonly hadDiagnosis: boolean;
}

export function cardOf(diagnosis: Diagnosis, { at, isUnreadable, hadDiagnosis }: CardWish): AdaptiveCard {
  const context: CardContext = { caseId: 'preview', buttons: 'offered', at };
  if (!isUnreadable) return diagnosisCard(diagnosis, context);
  return unreadableCard({ uploads: diagnosis.uploads, diagnosis: hadDiagnosis ? diagnosis : null }, context);
}

/** The card between two rules, and below it what the notification says and a screen reader reads first. */
export function cardView(card: AdaptiveCard, isOpened: boolean, terminal: Terminal): string {
  const paint = painter(terminal);
  const rule = paint('─'.repeat(terminal.columns), 'faint');
  const margin = ' ';
  const lines = drawCard(card, { columns: terminal.columns - 2 * margin.length, isOpened });
  return [
    rule,
    ...lines.map((line) => (line.length === 0 ? '' : margin + painted(line, paint))),
    rule,
    ...wrapped(card.speak, terminal.columns, 'Notification: ').map((line) => paint(line, 'faint')),
    '',
  ].join('\n');
}
