/** Every command of the terminal, in the order in which the usage shows them. */
import { type CommandForm, defineForm } from './command-form';

const JSON_OPTION = { type: 'boolean', said: 'the same as JSON' } as const;

export const analyzeForm = defineForm({
  name: 'analyze',
  otherNames: ['analyse'],
  said: 'analyses files, folders and archives together, as one case; - is standard input',
  operand: { written: 'PATH…', kind: 'files' },
  options: {
    json: { type: 'boolean', said: 'the whole diagnosis as JSON; with --card the card as JSON' },
    proof: { type: 'boolean', said: 'every line that decided, step by step; with --card its rows are opened' },
    card: { type: 'boolean', said: 'the card that the bot would answer with, drawn as text' },
    'server-ipv4': {
      type: 'string',
      value: 'A.B.C.D',
      said: "the DirectAccess server's first public IPv4 address",
    },
    'server-ipv4-2': { type: 'string', value: 'A.B.C.D', said: 'its second (if left out, the next address)' },
    case: {
      type: 'string',
      value: 'FILE.json',
      isFile: true,
      said: 'keeps what was learnt between calls: created if absent',
    },
    server: {
      type: 'string',
      value: 'URL',
      said: 'lets a bot analyse them, with the API key in TUNNEL_TRIAGE_API_KEY; without --case it keeps nothing',
    },
    at: { type: 'string', value: 'ISO', said: 'the time against which expiry is judged (by default now)' },
    'fail-on': {
      type: 'string',
      value: 'LIST',
      isList: true,
      choices: ['failed', 'unknown', 'unreadable', 'waiting', 'passed', 'not-applicable', 'healthy', 'inconclusive'],
      said: 'exit status 1 where an outcome of the list is there: failed,unknown,…',
    },
  },
  examples: [
    ['tunnel-triage analyze mmsa.txt qmsa.txt', 'what failed, and what to run next'],
    [
      'tunnel-triage analyze --server-ipv4 131.107.0.2 case/',
      "the tunnel endpoints follow from the server's first public address",
    ],
    ['tunnel-triage analyze --proof evidence.zip', 'the line behind every step'],
    ['tunnel-triage analyze --card evidence.zip', 'what the card in Teams would look like'],
    ['tunnel-triage analyze --case ticket-142.json new.txt', 'remembers what it learnt between calls'],
    ['netsh advfirewall monitor show mmsa | tunnel-triage analyze -', 'reads standard input'],
    [
      'tunnel-triage analyze --server https://triage.example.com --case ticket-142.json evidence.zip',
      'in a case that the bot keeps',
    ],
    [
      'tunnel-triage analyze --json --fail-on failed evidence.zip',
      'for a script: JSON, and exit status 1 on a failure',
    ],
  ],
});

export const parseForm = defineForm({
  name: 'parse',
  said: 'what was read of each upload, one JSON object a line',
  operand: { written: 'PATH…', kind: 'files' },
  options: {},
  examples: [['tunnel-triage parse mmsa.txt', 'what a file was read as']],
});

export const eventsForm = defineForm({
  name: 'events',
  said: 'every event of event logs in any form (.evtx, XML, CSV, text, JSON), one JSON object a line',
  operand: { written: 'PATH…', kind: 'files' },
  options: {
    id: { type: 'string', value: 'LIST', said: 'only these event numbers: 4653,4654' },
    since: {
      type: 'string',
      value: 'ISO',
      said: 'only events of that time or later; UTC unless a zone is given, a day alone is the whole day',
    },
    until: { type: 'string', value: 'ISO', said: 'only events of that time or earlier' },
  },
  examples: [
    ['tunnel-triage events --id 4653,4654 Security.evtx', 'the failed negotiations of a log'],
    [
      'tunnel-triage events --since 2026-11-23 --until 2026-11-23T12:00 logs/',
      'those of one morning, of every log in a folder',
    ],
  ],
});

export const explainForm = defineForm({
  name: 'explain',
  said: 'what 13801, 0x80092013, a name, %%8222 or an event id means for a tunnel',
  operand: { written: 'CODE…', kind: 'codes' },
  options: { json: JSON_OPTION },
  examples: [
    ['tunnel-triage explain 13801 0x80092013 %%8222', 'what these codes mean, and what to do'],
    [
      'tunnel-triage explain ERROR_IPSEC_IKE_AUTH_FAIL -2146885613',
      'by name, and as a program prints it that counts below zero',
    ],
  ],
});

export const collectForm = defineForm({
  name: 'collect',
  said: 'the script that gathers all the evidence of one machine into one zip',
  operand: null,
  options: {
    shell: {
      type: 'string',
      value: 'cmd|powershell',
      choices: ['cmd', 'powershell'],
      said: 'for a Command Prompt (the default, Windows 7 too) or PowerShell (Windows 8 and later)',
    },
    on: {
      type: 'string',
      value: 'client|server',
      choices: ['client', 'server'],
      said: 'for a client (the default) or the DirectAccess server',
    },
    line: { type: 'boolean', said: 'the same as one line to paste into an elevated prompt' },
  },
  examples: [
    ['tunnel-triage collect > collect-client.cmd', 'the script for a client'],
    [
      'tunnel-triage collect --shell powershell --on server > collect-server.ps1',
      'the same for the server, in PowerShell',
    ],
    ['tunnel-triage collect --line', 'one line to paste'],
  ],
});

export const redactForm = defineForm({
  name: 'redact',
  said: 'the same texts with stand-ins for names, addresses, accounts and SIDs',
  more:
    'One text is printed by itself, several each below its name as ==> NAME <==. Texts come out as UTF-8. Stand-ins keep their form (6to4 stays 6to4, neighbours ' +
    'stay neighbours), so that analyze answers the same. Of a binary event log (.evtx) the IPsec events are given as JSON lines.',
  operand: { written: 'PATH…', kind: 'files' },
  options: {
    map: {
      type: 'string',
      value: 'FILE',
      isFile: true,
      said: 'keeps what stands for what, for later calls: created if absent; it undoes the redaction, so keep it to yourself',
    },
    out: {
      type: 'string',
      value: 'FOLDER',
      isFile: true,
      said: 'writes files of the same names (redacted) into a folder instead',
    },
  },
  examples: [
    ['tunnel-triage redact mmsa.txt > redacted.txt', 'a text to send to somebody else'],
    ['tunnel-triage redact --map mine.json --out redacted case/', 'a whole case, with the same stand-ins next time'],
  ],
});

export const stepsForm = defineForm({
  name: 'steps',
  said: 'the ladder: every step, its evidence, its command',
  operand: null,
  options: { json: JSON_OPTION },
  examples: [['tunnel-triage steps', 'the ladder itself']],
});

export const completionForm = defineForm({
  name: 'completion',
  said: 'the script that lets a shell complete commands and options',
  more: 'It works where the shell finds tunnel-triage by that name: npm link makes it so in a checkout.',
  operand: { written: 'bash|zsh|fish|powershell', kind: 'choice', choices: ['bash', 'zsh', 'fish', 'powershell'] },
  options: {},
  examples: [
    ['source <(tunnel-triage completion bash)', 'in ~/.bashrc'],
    ['source <(tunnel-triage completion zsh)', 'in ~/.zshrc, after compinit'],
    ['tunnel-triage completion fish > ~/.config/fish/completions/tunnel-triage.fish', 'once'],
    ['tunnel-triage completion powershell | Out-String | Invoke-Expression', 'in $PROFILE'],
  ],
});

export const commandForms = [
  analyzeForm,
  parseForm,
  eventsForm,
  explainForm,
  collectForm,
  redactForm,
  stepsForm,
  completionForm,
] as const;

export type CommandName = (typeof commandForms)[number]['name'];

/** The command of a name, or of another word for it; undefined where there is none. */
export const formNamed = (name: string): (typeof commandForms)[number] | undefined =>
  commandForms.find((form: CommandForm) => form.name === name || form.otherNames?.includes(name) === true);
