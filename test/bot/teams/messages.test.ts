/** Messages in words: pasted outputs, settings, and the words that the bot knows. */
import { added, channelMessage, message } from '../../support/bot-activities';
import { ASSOCIATIONS, failingClient, healthyClient, windowOf } from '../../support/bot-outputs';
import { startTeams, type TeamsAround } from '../../support/bot-teams';
import { wordsOf } from '../../support/card-words';

let teams: TeamsAround;
beforeEach(async () => {
  teams = await startTeams();
});
afterEach(() => teams.close());

const answerTo = async (text: string, count = 1): Promise<string> => {
  await teams.post(message(text));
  return wordsOf((await teams.card(count)).card);
};

describe('A message', () => {
  it('with a pasted output is answered with the failed step', async () => {
    expect(await answerTo(windowOf(failingClient(), ASSOCIATIONS))).toContain(
      'Infrastructure tunnel failed at main mode',
    );
  });

  it('with an output after a repair is answered with what changed, and with a full ladder on request', async () => {
    await answerTo(windowOf(failingClient(), ASSOCIATIONS));
    const changed = await answerTo(windowOf(healthyClient(), ASSOCIATIONS), 2);
    expect(changed).toContain('Your repair worked.');
    expect(changed).toContain('Infrastructure main mode: failed, now passed');
    expect(await answerTo('steps', 3)).toContain('Steps: ');
  });

  it('with the same output again is told that nothing changed', async () => {
    const output = windowOf(failingClient(), ASSOCIATIONS);
    await answerTo(output);
    expect(await answerTo(output, 2)).toContain('Nothing changed: all steps are as they were');
  });

  it('with a pasted output in which Teams has changed blanks is read all the same', async () => {
    const changed = windowOf(healthyClient(), ASSOCIATIONS).replaceAll('  ', ' \u00A0');
    expect(await answerTo(changed)).toContain('Both tunnels are up');
  });

  it('with one line that a command printed is taken as an output', async () => {
    expect(await answerTo('System error 53 has occurred.')).toContain('Run this next');
  });

  it('with one line that means nothing says so and changes nothing', async () => {
    expect(await answerTo('it does not work')).toContain('"it does not work" is no output that I know.');
    expect(await answerTo('note', 2)).toContain('There is nothing to note yet');
  });

  it('stats is answered with what the cases of this chat came to', async () => {
    await answerTo(windowOf(failingClient(), ASSOCIATIONS));
    const said = await answerTo('stats', 2);
    expect(said).toContain('1 case');
    expect(said).toContain('Infrastructure tunnel, main mode: 1');
    expect(said).toContain('None so far.');
  });

  it.each(['Hello', 'hi'])('%s is answered with what the bot can do', async (word) => {
    expect(await answerTo(word)).toContain('Which tunnel step failed?');
  });

  it('of a person whose Teams speaks German is answered in German, and of the others in English', async () => {
    await teams.post({ ...message('hilfe'), locale: 'de-DE' });
    const german = (await teams.card(1)).card;
    expect(german.lang).toBe('de');
    expect(wordsOf(german)).toContain('Was sich senden und schreiben lässt');
    await teams.post({ ...message(windowOf(failingClient(), ASSOCIATIONS)), locale: 'de-AT' });
    expect(wordsOf((await teams.card(2)).card)).toContain('Infrastrukturtunnel gescheitert: Main Mode');
    await teams.post({ ...message('help'), locale: 'en-US' });
    const english = (await teams.card(3)).card;
    expect(english.lang).toBe('en');
    expect(wordsOf(english)).toContain('What you can send and write');
  });

  it('help lists what can be written', async () => {
    expect(await answerTo('help')).toContain('What you can send and write');
  });

  it('steps lists the ladder before anything was read', async () => {
    expect(await answerTo('steps')).toContain('The 20 steps, in order');
  });

  it('next names the first command before anything was read', async () => {
    expect(await answerTo('next')).toContain('netsh advfirewall monitor show mmsa');
  });

  it.each([
    ['explain 13801', 'A certificate was refused in the negotiation.'],
    ['Explain 0x80092013', 'The revocation list could not be fetched'],
    ['explain ERROR_IPSEC_IKE_NO_CERT', 'There is no computer certificate that IPsec could use.'],
    ['explain Negotiation timed out', 'ping -6 <ENDPOINT>'],
    ['explain', 'Write the code behind the word: explain 13801.'],
    ['explain nothing', '"nothing" is no code that I know.'],
  ])('%s says what the code means, or how to ask', async (text, said) => {
    expect(await answerTo(text)).toContain(said);
  });

  it.each([
    ['script', 'collect-client.cmd'],
    ['script server', 'collect-server.cmd'],
    ['Script PowerShell', 'collect-client.ps1'],
    ['script server powershell', 'collect-server.ps1'],
    ['script router', 'Write: script'],
  ])('%s offers the script that gathers all the evidence, or says how to ask', async (text, said) => {
    expect(await answerTo(text)).toContain(said);
  });

  it('next says once what the answer would mean', async () => {
    await answerTo(windowOf(failingClient(), ASSOCIATIONS));
    const said = await answerTo('next', 2);
    expect(said).toContain('Case C-1 waits for one output.');
    expect(said.split('This shows whether').length).toBe(2);
  });

  it('server with two addresses sets both', async () => {
    expect(await answerTo('server 131.107.0.2 131.107.0.3')).toContain(
      "The server's public addresses are 131.107.0.2 and 131.107.0.3.",
    );
  });

  it('server with something else names it and shows how to write it', async () => {
    expect(await answerTo('server da.example.com')).toContain('"da.example.com" is no IPv4 address.');
  });

  it('new case begins another case, which knows nothing of the first', async () => {
    await answerTo(windowOf(failingClient(), ASSOCIATIONS));
    expect(await answerTo('new case', 2)).toContain('Case C-2 is open, and case C-1 is closed.');
    expect(await answerTo('note', 3)).toContain('nothing was read in case C-2');
  });

  it('that is delivered twice is answered once', async () => {
    const twice = message('steps');
    const answers = await Promise.all([teams.post(twice), teams.post(twice)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await answerTo('help', 2);
    await teams.close();
    expect(teams.sent.filter(({ card }) => card !== null)).toHaveLength(2);
  });

  it('of another tenant is not answered', async () => {
    const foreign = {
      ...message('help'),
      conversation: { id: 'a:foreign', conversationType: 'personal', tenantId: 'f'.repeat(8) },
    };
    expect((await teams.post(foreign)).status).toBe(200);
    await answerTo('help');
    expect(teams.sent.filter(({ card }) => card !== null)).toHaveLength(1);
  });
});

describe('Uploads that come at the same time', () => {
  it('end in one case, none lost', async () => {
    const parts = ['netsh advfirewall monitor show mmsa', 'netsh advfirewall monitor show qmsa'];
    await Promise.all(parts.map((part) => teams.post(message(windowOf(healthyClient(), part)))));
    await teams.card(2);
    expect(await answerTo('note', 3)).toContain('both tunnels are up');
  });
});

describe('After the sample case', () => {
  it('an output of a real client begins a case of its own', async () => {
    await answerTo('sample');
    await answerTo(windowOf(healthyClient(), ASSOCIATIONS), 2);
    expect(await answerTo('note', 3)).not.toContain('sample/');
  });

  it('the real case stays by itself when the sample is asked for', async () => {
    await answerTo(windowOf(healthyClient(), ASSOCIATIONS));
    expect(await answerTo('sample', 2)).toContain('Confirmed by sample/certutil-my.txt');
  });
});

describe('In a channel', () => {
  it('a message that does not name the bot is dropped', async () => {
    await teams.post(channelMessage('help', false));
    await teams.post(channelMessage('steps', true));
    await teams.card(1);
    await teams.close();
    expect(teams.sent.filter(({ card }) => card !== null)).toHaveLength(1);
  });

  it('a mention without an output says that files do not arrive there', async () => {
    await teams.post(channelMessage('', true));
    expect(wordsOf((await teams.card(1)).card)).toContain('No file reached me');
  });
});

describe('Where the bot is added', () => {
  it('it introduces itself once', async () => {
    await teams.post(added());
    expect(wordsOf((await teams.card(1)).card)).toContain('Which tunnel step failed?');
  });
});
