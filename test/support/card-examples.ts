/** Every card with example values, by the name of its golden. */
import { collectScript } from '../../analyzers/collect/collect';
import { explain } from '../../analyzers/explain';
import {
  type AdaptiveCard,
  type CardContext,
  diagnosisCard,
  errorCard,
  explainCard,
  ladderCard,
  messageCard,
  noteCard,
  scriptCard,
  type Rung,
  stepsCard,
  ticketNote,
  unreadableCard,
  welcomeCard,
} from '../../cards/index';
import { examples, failedConfirmed, needsMore, picture, sasCommand, upload } from './diagnosis-examples';

export const context: CardContext = { caseId: 'C-142', locale: 'en', buttons: 'offered', at: '2026-11-23T13:20' };

/** A ladder as the analyzers describe theirs, in fewer words. */
const ladder: readonly Rung[] = needsMore.steps.map(({ step, tunnel, title }) => ({
  step,
  tunnel,
  title,
  passes: 'An SA to the endpoint is listed, with ComputerCert and UserNTLM.',
  evidence: ['netsh advfirewall monitor show mmsa'],
  next: sasCommand,
}));

export const cards: Readonly<Record<string, AdaptiveCard>> = {
  ...Object.fromEntries(Object.entries(examples).map(([name, diagnosis]) => [name, diagnosisCard(diagnosis, context)])),
  'diagnosis-done': diagnosisCard(failedConfirmed, {
    ...context,
    buttons: { doneBy: 'Alex Wilber', at: '2026-11-23T13:24' },
  }),
  unreadable: unreadableCard({ uploads: [picture, upload('ipconfig.txt')], diagnosis: needsMore }, context),
  'unreadable-first': unreadableCard({ uploads: [picture], diagnosis: null }, context),
  'no-file': unreadableCard({ uploads: [], diagnosis: null }, context),
  welcome: welcomeCard(context),
  steps: stepsCard(failedConfirmed, context),
  ladder: ladderCard(ladder, context),
  note: noteCard(ticketNote(failedConfirmed, context)),
  message: messageCard('The server has the address 131.107.0.2. I take 131.107.0.3 as its second.', null),
  'message-next': messageCard('This case waits for one output.', { next: needsMore.next!, computer: 'CLIENT1' }),
  explain: explainCard(explain('13801')),
  'explain-shared': explainCard(explain('Negotiation request sat in Queue too long.')),
  'explain-parameter': explainCard(explain('%%8220')),
  'explain-http': explainCard(explain('0x80092013')),
  script: scriptCard(collectScript({ shell: 'cmd', on: 'client' })),
  'script-powershell': scriptCard(collectScript({ shell: 'powershell', on: 'server' })),
  error: errorCard('Your files are kept; the diagnosis of 11:40 still holds.', '7f3a09c2', context),
};
