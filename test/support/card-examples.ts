/** Every card with example values, by the function that makes it and the name of its golden: the gallery and all tests of cards go through it. */
import { collectScript } from '../../analyzers/collect/collect';
import { standingOf } from '../../analyzers/diagnosis/compare';
import { explain } from '../../analyzers/explain';
import {
  actionsCard,
  type AdaptiveCard,
  analyzeCard,
  type CardContext,
  changesCard,
  causeQuestionCard,
  closingQuestionCard,
  diagnosisCard,
  errorCard,
  explainCard,
  figuresCard,
  followUpCard,
  helpCard,
  ladderCard,
  ledBy,
  messageCard,
  missingRightCard,
  noteCard,
  progressCard,
  type OpenCase,
  openCasesCard,
  proofCard,
  remindCard,
  serverCard,
  stillReadingCard,
  personSettingsCard,
  scriptCard,
  type Rung,
  settledCard,
  type SettingTexts,
  stepsCard,
  teamSettingsCard,
  ticketNote,
  unreadableCard,
  welcomeCard,
} from '../../cards/index';
import {
  examples,
  failedConfirmed,
  failedOpen,
  healthy,
  needsMore,
  intranetFailed,
  picture,
  sasCommand,
  upload,
} from './diagnosis-examples';

export const context: CardContext = { caseId: 'C-142', buttons: 'offered', at: '2026-11-23T13:20' };

/** A ladder as the analyzers describe theirs, in fewer words. */
const ladder: readonly Rung[] = needsMore.steps.map(({ step, tunnel, title }) => ({
  step,
  tunnel,
  title,
  passes: 'An SA to the endpoint is listed, with ComputerCert and UserNTLM.',
  evidence: ['netsh advfirewall monitor show mmsa'],
  next: sasCommand,
}));

/** Asked for, and not sent. */
const awaited = {
  diagnosis: failedOpen,
  nothingRead: false,
  next: failedOpen.next!,
  asked: 'today at 11:40',
  of: null,
};

const openCases: readonly OpenCase[] = [
  {
    caseId: 'C-131',
    diagnosis: healthy,
    awaited: null,
    about: 'Lynne Robbins · opened on 21 November 2026',
    readable: true,
  },
  {
    caseId: 'C-137',
    diagnosis: null,
    awaited: sasCommand,
    about: 'Alex Wilber · asked yesterday at 16:05',
    readable: true,
  },
  {
    caseId: 'C-139',
    diagnosis: needsMore,
    awaited: needsMore.next,
    about: 'Megan Bowen · asked today at 9:20',
    readable: true,
  },
  {
    caseId: 'C-141',
    diagnosis: failedConfirmed,
    awaited: null,
    about: 'Alex Wilber · opened today at 9:40',
    readable: true,
  },
  {
    caseId: 'C-142',
    diagnosis: failedOpen,
    awaited: failedOpen.next,
    about: 'Alex Wilber · asked today at 11:40',
    readable: true,
  },
];

const unreadableCase: OpenCase = {
  caseId: 'C-138',
  diagnosis: null,
  awaited: null,
  about: 'Megan Bowen · opened yesterday at 9:05',
  readable: false,
};

const settings: SettingTexts = {
  said: {
    hours: '09:00 to 17:00',
    days: 'Monday to Friday',
    holidays: 'DE-BY',
    quiet: '20:00 to 07:00',
    delays: 'after 4 working hours, then on the next working morning, then once more on the next working morning',
    zone: 'Europe/Berlin, for whoever has told Teams none',
  },
  written: {
    hours: '09:00-17:00',
    days: 'mon-fri',
    holidays: 'DE-BY',
    quiet: '20:00-07:00',
    delays: '4h, 1d, 1d',
    zone: 'Europe/Berlin',
  },
};

/** By the name of the exported function; `test/house.test.ts` holds the keys against `cards/index.ts`. */
export const EXAMPLES = {
  diagnosisCard: {
    ...Object.fromEntries(
      Object.entries(examples).map(([name, diagnosis]) => [name, diagnosisCard(diagnosis, context)]),
    ),
    'diagnosis-set-aside': diagnosisCard(
      { ...failedOpen, causes: failedOpen.causes.slice(1), setAside: failedConfirmed.causes.slice(0, 1) },
      context,
    ),
    'diagnosis-ticket': diagnosisCard(failedConfirmed, { ...context, ticket: 'NET-142' }),
    'diagnosis-done': diagnosisCard(failedConfirmed, {
      ...context,
      buttons: { doneBy: 'Alex Wilber', at: '2026-11-23T13:24' },
    }),
  },
  changesCard: {
    changes: changesCard(intranetFailed, standingOf(failedConfirmed, '2026-11-23T11:40'), context),
    'changes-cause-found': changesCard(failedConfirmed, standingOf(failedOpen, '2026-11-23T11:40'), context),
    'changes-repaired': changesCard(healthy, standingOf(failedConfirmed, '2026-11-23T11:40'), context),
    'changes-none': changesCard(failedOpen, standingOf(failedOpen, null), context),
  },
  unreadableCard: {
    unreadable: unreadableCard({ uploads: [picture, upload('ipconfig.txt')], diagnosis: needsMore }, context),
    'unreadable-first': unreadableCard({ uploads: [picture], diagnosis: null }, context),
    'no-file': unreadableCard({ uploads: [], diagnosis: null }, context),
  },
  welcomeCard: { welcome: welcomeCard(context) },
  helpCard: { help: helpCard(context) },
  stepsCard: { steps: stepsCard(failedConfirmed, context) },
  ladderCard: { ladder: ladderCard(ladder, context) },
  noteCard: { note: noteCard(ticketNote(failedConfirmed, context)) },
  messageCard: {
    message: messageCard('The server has the address 131.107.0.2. I take 131.107.0.3 as its second.', null),
    'message-next': messageCard('This case waits for one output.', { next: needsMore.next!, computer: 'CLIENT1' }),
  },
  missingRightCard: {
    'missing-right': missingRightCard({
      said: 'I may not read sas.txt: the right to its site is missing.',
      grants: [
        { said: 'An owner of the team removes Tunnel Triage and adds it again, which asks for it.', commands: [] },
        {
          said: 'A SharePoint administrator opens this one site to me (Sites.Selected).',
          commands: [
            {
              line: "Grant-PnPAzureADAppSitePermission -AppId 11111111-2222-4333-8444-555555555555 -DisplayName 'Tunnel Triage' -Site https://contoso.sharepoint.com/sites/tickets -Permissions Read",
              shell: 'powershell',
            },
          ],
        },
      ],
      until: 'Until then paste the output, or send the file in a chat with me.',
    }),
  },
  explainCard: {
    explain: explainCard(explain('13801')),
    'explain-shared': explainCard(explain('Negotiation request sat in Queue too long.')),
    'explain-parameter': explainCard(explain('%%8220')),
    'explain-http': explainCard(explain('0x80092013')),
  },
  scriptCard: {
    script: scriptCard(collectScript({ shell: 'cmd', on: 'client' })),
    'script-powershell': scriptCard(collectScript({ shell: 'powershell', on: 'server' })),
  },
  followUpCard: {
    'follow-up': followUpCard(awaited, context),
    'follow-up-first': followUpCard(
      { diagnosis: null, nothingRead: true, next: sasCommand, asked: 'yesterday at 16:05', of: null },
      context,
    ),
    'follow-up-repair': followUpCard(
      {
        diagnosis: failedConfirmed,
        nothingRead: false,
        next: sasCommand,
        asked: 'on Friday, 20 November 2026, at 16:05',
        of: 'Alex Wilber',
      },
      context,
    ),
  },
  closingQuestionCard: { 'closing-question': closingQuestionCard(awaited, context) },
  causeQuestionCard: {
    'cause-question': causeQuestionCard(failedConfirmed, { by: 'Alex Wilber', at: '2026-11-24T10:02' }, context),
  },
  settledCard: { settled: settledCard('I ask again tomorrow at 09:00.', 'Alex Wilber', '2026-11-24T15:12') },
  openCasesCard: {
    'open-cases': openCasesCard({ shown: openCases, all: 12, waiting: 6, before: 0 }, context),
    'open-cases-last': openCasesCard(
      { shown: [...openCases.slice(0, 1), unreadableCase], all: 7, waiting: 1, before: 5 },
      context,
    ),
    'open-cases-none': openCasesCard({ shown: [], all: 0, waiting: 0, before: 0 }, context),
  },
  teamSettingsCard: { 'settings-team': teamSettingsCard(settings, context) },
  personSettingsCard: {
    'settings-person': personSettingsCard(settings, true, context),
    'settings-off': personSettingsCard(settings, false, context),
  },
  figuresCard: {
    figures: figuresCard(
      {
        cases: 23,
        failedSteps: [
          { step: 'infra.main-mode', count: 9 },
          { step: 'intranet.main-mode', count: 3 },
          { step: 'client.transition', count: 1 },
        ],
        trueCauses: [
          { cause: 'Certificate expired', count: 6 },
          { cause: 'Nobody knows', count: 1 },
        ],
        commandsToCause: 4,
        weeks: [
          { week: 'Week of 16 November', cases: 19 },
          { week: 'Week of 23 November', cases: 4 },
        ],
        days: 30,
      },
      context,
    ),
    'figures-none': figuresCard(
      { cases: 0, failedSteps: [], trueCauses: [], commandsToCause: null, weeks: [], days: 30 },
      context,
    ),
  },
  progressCard: {
    progress: progressCard({
      name: 'Security.evtx',
      totalBytes: 256 * 1024 * 1024,
      bytesRead: 120 * 1024 * 1024,
      matches: 14,
    }),
  },
  actionsCard: { actions: actionsCard(failedOpen, context), 'actions-first': actionsCard(null, context) },
  proofCard: { 'proof-whole': proofCard(failedConfirmed, context) },
  remindCard: {
    remind: remindCard(
      {
        today: '2026-11-24',
        last: '2027-02-20',
        on: '2026-11-25',
        clock: '15:10',
        whose: 'On your own clock; on that of Europe/Berlin where Teams tells me none of yours.',
      },
      context,
    ),
  },
  serverCard: { server: serverCard({ first: '131.107.0.2', second: '' }, context) },
  analyzeCard: {
    'analyze-message': analyzeCard({
      message: { by: 'Megan Bowen', files: ['mmsa.txt', 'certutil-my.txt'], lines: 12 },
      asksOutput: false,
      server: { first: '', second: '' },
      pasted: '',
      fault: null,
    }),
    'analyze-compose': analyzeCard({
      message: null,
      asksOutput: true,
      server: { first: '131.107', second: '' },
      pasted: 'Ok.',
      fault: '"131.107" is no IPv4 address. Write it like 131.107.0.2.',
    }),
  },
  stillReadingCard: {
    'still-reading': stillReadingCard('msteams/a/1'),
    'answer-in-dialog': ledBy(
      'Tunnel Triage is not in this conversation, so the answer stands only here.',
      diagnosisCard(needsMore, { ...context, buttons: 'gone' }),
    ),
  },
  errorCard: { error: errorCard('Your files are kept; the diagnosis of 11:40 still holds.', '7f3a09c2', context) },
} satisfies Readonly<Record<string, Readonly<Record<string, AdaptiveCard>>>>;

/** All of them, by the names of their goldens. */
export const cards: Readonly<Record<string, AdaptiveCard>> = Object.assign({}, ...Object.values(EXAMPLES)) as Record<
  string,
  AdaptiveCard
>;
