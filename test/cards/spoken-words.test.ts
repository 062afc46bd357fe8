/**
 * Nothing that the bot says is without its phrase in another language: everything that the stories are told, in every turn, and every sentence of
 * the analyzers' source, whether a story comes to it or not. A sentence that was added or changed is named here.
 */
import { join, relative } from 'node:path';

import { type Diagnosis } from '../../analyzers/diagnosis/diagnosis';
import { diagnosisCard, inLanguage, stepsCard } from '../../cards/index';
import { TRANSLATIONS } from '../../cards/languages/language';
import { phrasebookOf } from '../../cards/languages/phrasebook';
import { context } from '../support/card-examples';
import { filledWith, sentencesIn, sourcesBelow } from '../support/said-in-source';
import { play } from '../virtual-client/play';
import { allStories } from '../virtual-client/stories/all-stories';

const ROOT = join(__dirname, '../..');

/** Every diagnosis of every turn of every story. */
const told: Diagnosis[] = [];
beforeAll(async () => {
  for (const story of allStories) told.push(...(await play(story)).turns.map(({ diagnosis }) => diagnosis));
}, 120_000);

/** Each sentence that a diagnosis says, by what says it. */
function saidBy({ steps, causes, next, then, assumptions, deployment, uploads }: Diagnosis): readonly string[] {
  return [
    ...steps.flatMap(({ title, why }) => [`title of a step: ${title}`, `why of a step: ${why}`]),
    ...causes.flatMap(({ title, remedy }) => [`cause: ${title}`, ...remedy.map((said) => `remedy: ${said}`)]),
    ...[...(next === null ? [] : [next]), ...then].map(({ why }) => `why of a command: ${why}`),
    ...assumptions.map(({ text }) => `assumption: ${text}`),
    ...deployment.map(({ text }) => `deployment: ${text}`),
    ...uploads.flatMap(({ problems }) => problems.map(({ message }) => `problem: ${message}`)),
  ];
}

/** What people of the network named: it may hold any word. Windows' own words stay in parentheses or quotation marks. */
const OUTSIDE = /\([^)]*\)|„[^“]*“|"[^"]*"|\S*[\\@=:/.]\S*|CN=.*/g;
/** Words that no German sentence has. */
const ENGLISH = /\b(?:the|is|are|were|which|not|nobody|with|and|have|its|this|that|but|only|of)\b/i;
/** Windows' text of a code, and the state in which it stopped, within a sentence of ours; commands within a remedy. */
const QUOTED_WORDS =
  /^Die Ausgabe von |This Organization Certificate|Configured and Disabled|Failed to connect to the IPHTTPS server|laut Protokoll|im Zustand|endete mit|netsh |certutil |auditpol |meldet Code/;

describe.each(Object.entries(TRANSLATIONS))('In %s', (language, translation) => {
  const book = phrasebookOf(translation);
  const withoutPhrase = (sentences: Iterable<string>): readonly string[] =>
    [...new Set(sentences)].flatMap((said) => {
      const [by = '', ...rest] = said.split(': ');
      return book()(rest.join(': ')).unknown.map((sentence) => `${by}: ${sentence}`);
    });

  it('everything that the stories are told has its phrase', () => {
    expect(told.length).toBeGreaterThan(300);
    expect(withoutPhrase(told.flatMap(saidBy))).toEqual([]);
  });

  it('no English is left within a sentence that has its phrase', () => {
    const said = [...new Set(told.flatMap(saidBy))].map((one) => book()(one.replace(/^[^:]*: /, '')).text);
    const left = said.filter((one) => !QUOTED_WORDS.test(one) && ENGLISH.test(one.replace(OUTSIDE, '')));
    expect(left).toEqual([]);
  });

  it('every sentence of the analyzers has its phrase, whether a story comes to it or not', () => {
    const sources = sourcesBelow(join(ROOT, 'analyzers')).filter((path) => !NOT_SAID_IN_A_CHAT.test(path));
    const missing = sources.flatMap((path) =>
      sentencesIn(path, ONLY_IN_THE_REFERENCE)
        .filter((sentence) => !withExamples(sentence).some((text) => book()(text).unknown.length === 0))
        .map((sentence) => `${relative(ROOT, path)}: ${sentence}`),
    );
    expect(sources.length).toBeGreaterThan(100);
    expect(missing.filter((sentence) => !FOR_A_PROGRAM.test(sentence))).toEqual([]);
  });

  it('the card of every turn is made in less than 2 ms', () => {
    const cards = told.flatMap((diagnosis) => [diagnosisCard(diagnosis, context), stepsCard(diagnosis, context)]);
    /** In time of the processor, which says little of what else the machine does. */
    const millisecondsEach = (): number => {
      const began = process.cpuUsage();
      for (const card of cards) inLanguage(card, language as keyof typeof TRANSLATIONS);
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1000 / cards.length;
    };
    expect(Math.min(...Array.from({ length: 4 }, millisecondsEach))).toBeLessThan(2);
  });
});

/** Scripts, the redaction of the command line, and Windows' own texts. */
const NOT_SAID_IN_A_CHAT =
  /analyzers\/(?:collect|redaction|grammars\/languages)\/|(?:ike-code-table|ipsec-events|event-message[a-z-]*|parameter-words)\.ts$/;
const ONLY_IN_THE_REFERENCE = ['fails', 'shows'];
/** Faults that are caught before anybody reads them. */
const FOR_A_PROGRAM =
  /No question has the id|ISO 8601 time in UTC|contradict the format|than its budget allows|The archive ends early|There is no line with the index/;

/** What stands in the places of the analyzers' sentences. */
const VALUES = [
  ...['C-7', '2', '2 MB', '', ' C-7', 'the client', 'client', 'infrastructure', 'first', 'rule', 'rules'],
  'type chcp 437 and run it again, which prints English on Japanese, Chinese, Korean and Russian Windows',
];

/** Sentences that are made of parts, each with what stands in its places. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  '{}{}, as {} logged it.': ['The negotiation failed', ' (code 13805)', 'this side'],
  'Event {} says that {} succeeded{}; whether its SA still stands, a listing shows.': [
    '5451',
    'quick mode',
    ' at 9:00',
  ],
  'The log counts {} {} (event {}): {}.': [
    '3',
    'packets of an SA that is not known',
    '4965',
    'the peer still uses an old one, as after a restart or fail-over',
  ],
  'An old-style IPsec policy{} is applied on the {} beside the rules (event {}).': ['', 'client', '5468'],
  'On the server, {} is off on {}.': ['forwarding', 'IPHTTPSInterface'],
  '{} service IKEEXT was not started when a negotiation was tried (event 5453).': ['The'],
  '{} service PolicyAgent {} (event {}).': ['On the server, the', 'failed to run', '5484'],
  '{} damaged and left out; the others were read. Export the log again if one of them is missed.': ['One event is'],
  '{} longer than any that Windows writes, and left out; the others were read. Send the log as it was exported.': [
    '2 events are',
  ],
  'Of {} causes that fit, it can name {}, the most for its trouble{}.': ['3', 'every one', ''],
  '{} says that a command was not run elevated. Run it again in a command prompt that was opened with "Run as administrator".':
    ['"x"'],
  '{} is the answer of several commands. Copy the command line above it too.': ['"x"'],
  '{}, and the proxy {} is set.': ['IP-HTTPS reports error 0x2afc (name has no address)', 'proxy:8080'],
  '{}, although {}.': ['IP-HTTPS reports error 0x2afc (name has no address)', 'da.example.com resolves'],
  '{} DirectAccess {} received, the first is {}.': ['2', 'rules were', 'DirectAccess Policy-ClientToCorp'],
  'A main mode SA to the {} endpoint with ComputerCert and {} (Kerberos proxy: ComputerKerb and UserKerb).': [
    'second',
    'UserKerb',
  ],
  'Export the certificate of the {} into a file first, and put its name in the place of <{}.cer>.': [
    'client',
    'CLIENT',
  ],
  'Since IKEEXT was started it counted {}; when and with whom is not told.': [
    '2 times code 13805 (Negotiation timed out)',
  ],
  'The certificate of the {} is in its time; nobody sent that of the {} yet.': ['client', 'server'],
};

function withExamples(sentence: string): readonly string[] {
  const parts = PARTS[sentence];
  const places = sentence.split('{}').length - 1;
  if (parts !== undefined)
    return [sentence.split('{}').reduce((begun, part, at) => `${begun}${parts[at - 1] ?? ''}${part}`)];
  return places > 2 ? VALUES.map((value) => sentence.replaceAll('{}', value)) : filledWith(sentence, VALUES);
}
