/** A person whose Teams speaks German is answered in German, in the turn and by what comes by itself later; commands and quoted lines stay. */
import { type AdaptiveCard } from '../../../cards/index';
import { message, press } from '../../support/bot-activities';
import { ASSOCIATIONS, failingClient, windowOf } from '../../support/bot-outputs';
import { type Sent, startTeams, type TeamsAround } from '../../support/bot-teams';
import { wordsOf } from '../../support/card-words';

const GERMAN = { locale: 'de-DE', localTimezone: 'Europe/Berlin' };
const ENGLISH = { ...GERMAN, locale: 'en-GB' };
/** A Tuesday, ten in the morning in Berlin. */
const BEGIN = '2026-11-24T10:00+01:00';
const AFTERNOON = '2026-11-24T14:00+01:00';

let ahead: number;
let teams: TeamsAround;
beforeEach(async () => {
  goTo(BEGIN);
  teams = await startTeams(undefined, () => Date.now() + ahead);
});
afterEach(() => teams.close());

function goTo(iso: string): void {
  ahead = Date.parse(iso) - Date.now();
}

type Shown = Sent & { readonly card: AdaptiveCard };

/** The newest card that has the words. */
async function shown(words: string): Promise<Shown> {
  const found = (): Shown | undefined =>
    teams.sent.findLast((sent): sent is Shown => sent.card !== null && wordsOf(sent.card).includes(words));
  await teams.until(() => found() !== undefined);
  return found()!;
}

const failing = windowOf(failingClient(), ASSOCIATIONS);

it('A diagnosis is German, its command and its quoted line as Windows has them', async () => {
  await teams.post({ ...message(failing), ...GERMAN });
  const { card } = await shown('Infrastrukturtunnel gescheitert: Main Mode');
  expect(card.lang).toBe('de');
  expect(wordsOf(card)).toContain('No SAs match the specified criteria.');
  expect(JSON.stringify(card)).toContain('netsh advfirewall monitor show consec');
  expect(card.speak).toContain('Infrastrukturtunnel gescheitert');
});

it('A prompt comes by itself in German where whoever wrote last there speaks it', async () => {
  await teams.post({ ...message(failing), ...GERMAN });
  await shown('Infrastrukturtunnel gescheitert');
  goTo(AFTERNOON);
  const { card } = await shown('Eine Ausgabe fehlt noch');
  expect(card.lang).toBe('de');
  expect(wordsOf(card)).toContain('Gefragt heute um 10:00.');
  expect(card.speak).toContain('Eine Ausgabe fehlt noch');
});

it('A prompt comes in English where somebody who speaks English wrote there last', async () => {
  await teams.post({ ...message(failing), ...GERMAN });
  await shown('Infrastrukturtunnel gescheitert');
  await teams.post({ ...message('help'), ...ENGLISH });
  await shown('What you can send and write');
  goTo(AFTERNOON);
  expect((await shown('One output is still missing')).card.lang).toBe('en');
});

it('A press is answered in German, in the place of the card', async () => {
  await teams.post({ ...message(failing), ...GERMAN });
  await shown('Infrastrukturtunnel gescheitert');
  goTo(AFTERNOON);
  const prompt = await shown('Eine Ausgabe fehlt noch');
  const answer = await teams.post({ ...press('tomorrow', { case: 'C-1' }, prompt.activityId), ...GERMAN });
  const { value } = JSON.parse(answer.body) as { readonly value: AdaptiveCard };
  expect(wordsOf(value)).toContain('Ich frage morgen um 09:00 wieder.');
});

it('A word that the bot does not know is answered in German, with that word as it was written', async () => {
  await teams.post({ ...message('Tunnel kaputt'), ...GERMAN });
  expect(wordsOf((await shown('Tunnel kaputt')).card)).toContain('„Tunnel kaputt“ ist keine bekannte Ausgabe.');
});

it.each([
  ['einstellungen', 'Ich frage nach'],
  ['erkläre 13806', 'Dieser Computer fand kein eigenes Zertifikat, das IPsec verwenden könnte'],
  ['skript', 'Alles auf einmal sammeln'],
  ['schritte', 'Die 20 Schritte, der Reihe nach'],
  ['was ist offen', 'Keine offenen Fälle'],
  ['statistik', 'Noch keine Fälle'],
])('To "%s" it says "%s"', async (word, words) => {
  await teams.post({ ...message(word), ...GERMAN });
  expect((await shown(words)).card.lang).toBe('de');
});

it('The note for the ticket stays English, and what stands around it is German', async () => {
  await teams.post({ ...message(failing), ...GERMAN });
  await shown('Infrastrukturtunnel gescheitert');
  await teams.post({ ...message('notiz'), ...GERMAN });
  const { card } = await shown('Notiz für das Ticket');
  expect(JSON.stringify(card)).toContain('DirectAccess: infrastructure tunnel failed at main mode');
});
