/** The collecting scripts: what they run, how they are quoted, and that their zips are read with the machine of each output. */
import fc from 'fast-check';
import { analyse, type Diagnosis, type Upload } from '../../../analyzers/index';
import { collectScript, type CollectOrder } from '../../../analyzers/collect/collect';
import { echoed } from '../../../analyzers/collect/cmd-quoting';
import { collectedOutputs } from '../../../analyzers/collect/collected-outputs';
import { MAX_CMD_LINE } from '../../../analyzers/collect/paste-line';
import { literal } from '../../../analyzers/collect/powershell-quoting';
import { commands } from '../../../analyzers/commands/index';
import { parsedLine, percentExpanded } from '../../support/command-prompt';
import { powershellTokens } from '../../support/powershell-tokens';
import {
  type Collected,
  runBatch,
  runCmdLine,
  runPowershell,
  runPowershellLine,
  type Surroundings,
} from '../../virtual-client/collecting';
import { type Deployment } from '../../virtual-client/deployment';
import {
  clientCertificateExpired,
  policyNotReceived,
  withFault,
  wrongSecondAuthentication,
} from '../../virtual-client/faults';
import { run } from '../../virtual-client/technician';
import { healthyDeployment } from '../../virtual-client/healthy-deployments';

const ORDERS: readonly CollectOrder[] = (['cmd', 'powershell'] as const).flatMap((shell) =>
  (['client', 'server'] as const).map((on) => ({ shell, on })),
);
const COMPUTER = { client: 'FAB-LT-071', server: 'FABDA1' } as const;

const deployment: Deployment = healthyDeployment();
const AT = '2026-11-24T09:30:00';

const around = (on: CollectOrder['on'], changes: Partial<Surroundings> = {}): Surroundings => ({
  side: on,
  elevated: true,
  computer: COMPUTER[on],
  canZip: true,
  parameters: on === 'client' ? [deployment.fileServer, deployment.endpoints.first] : [],
  ...changes,
});

function collected({ shell, on }: CollectOrder, changes: Partial<Surroundings> = {}): Collected {
  const { script } = collectScript({ shell, on });
  return (shell === 'cmd' ? runBatch : runPowershell)(script, deployment, around(on, changes));
}

const analysed = async (uploads: readonly Upload[]): Promise<Diagnosis> =>
  (await analyse(uploads, { at: AT })).diagnosis;

const zipsOf = ({ zips }: Collected): readonly Upload[] => [...zips].map(([name, bytes]) => ({ name, bytes }));

describe.each(ORDERS)('The script for $shell on the $on', (order) => {
  const { shell, on } = order;

  it('is plain ASCII with the line ends of Windows, and every line is one that its shell can read', () => {
    const { script } = collectScript(order);
    expect(script).toMatch(/^[\t\r\n -~]*$/);
    expect(script.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    if (shell === 'powershell') expect(() => powershellTokens(script)).not.toThrow();
    else expect(() => script.split('\r\n').map((line) => parsedLine(line))).not.toThrow();
  });

  it('runs exactly the command lines of the registry, each once, with the arguments put in', () => {
    const wanted = collectedOutputs(on).map(({ line }) =>
      line.replace('<IntranetFileServer>', deployment.fileServer).replace('<ENDPOINT>', deployment.endpoints.first),
    );
    expect(collected(order).ran).toEqual(wanted);
    expect(new Set(wanted).size).toBe(wanted.length);
  });

  it('runs only commands that are read', () => {
    expect(collected(order).ran.filter((line) => !commands.some(({ runs }) => runs(line)))).toEqual([]);
  });

  it('changes nothing on the machine and takes no secret', () => {
    const changing =
      /\b(?:set|add|delete|reset|start|stop|enable|disable|import|export|repairstore|exportpfx|pulse)\b/i;
    expect(collected(order).ran.filter((line) => changing.test(line))).toEqual([]);
  });

  it('makes a zip whose outputs are all read, each as of the machine of the manifest', async () => {
    const { uploads } = await analysed(zipsOf(collected(order)));
    const members = uploads.filter(({ name }) => !name.endsWith('manifest.json'));
    expect(members.map(({ name, status }) => `${name.split('/').pop() ?? ''} ${status}`)).toEqual(
      collectedOutputs(on).map(({ file }) => `${file} analysed`),
    );
    const readings = members.flatMap((member) => member.readings);
    expect(new Set(readings.map(({ origin }) => origin))).toEqual(new Set([on]));
    expect(new Set(readings.map(({ command }) => command))).toEqual(new Set(collectedOutputs(on).map(({ id }) => id)));
  });

  it('writes a manifest that says what ran where, and how it ended', () => {
    const [text = ''] = [...collected(order).files].flatMap(([name, content]) =>
      name.endsWith('manifest.json') ? [content] : [],
    );
    expect(JSON.parse(text)).toMatchObject({
      schema: 'tunnel-triage/bundle/1',
      machine: on,
      role: `DirectAccess ${on}`,
      computer: COMPUTER[on],
      outputs: collectedOutputs(on).map(({ file, id }) => ({ file, command: id, exitCode: 0 })),
    });
  });

  it('leaves the folder where the system makes no zip', () => {
    const { zips, files } = collected(order, { canZip: false });
    expect(zips.size).toBe(0);
    expect(files.size).toBe(collectedOutputs(on).length + 1);
  });

  it('runs nothing in a prompt that is not elevated', () => {
    const { ran, exitCode, files } = collected(order, { elevated: false });
    expect({ ran, exitCode, files: files.size }).toEqual({ ran: [], exitCode: 1, files: 0 });
  });
});

describe('The script on a client', () => {
  it.each(['cmd', 'powershell'] as const)('leaves out (%s) what needs a value that was not given', (shell) => {
    const { ran, zips } = collected({ shell, on: 'client' }, { parameters: [] });
    expect(ran.some((line) => /^(?:net view|ping)/.test(line))).toBe(false);
    expect(ran.length).toBe(collectedOutputs('client').length - 2);
    expect(zips.size).toBe(1);
  });

  it('provokes the second tunnel before it lists the associations, so one run tells all', async () => {
    const uploads = (['client', 'server'] as const).flatMap((on) => zipsOf(collected({ shell: 'cmd', on })));
    expect((await analysed(uploads)).outcome).toBe('healthy');
  });

  it('saves every command that the registry reads in a Command Prompt, but for what needs a certificate or the public name', () => {
    const saved = new Set((['client', 'server'] as const).flatMap((on) => collectedOutputs(on).map(({ id }) => id)));
    const left = commands.filter(({ shell, id }) => shell === 'cmd' && !saved.has(id)).map(({ id }) => id);
    expect(left).toEqual(['certutil-verify', 'nslookup']);
  });

  it('keeps a computer name with signs that act in a shell inside its quotes', async () => {
    const odd = collected({ shell: 'cmd', on: 'client' }, { computer: 'A&B^C(D)' });
    const [name] = odd.zips.keys();
    expect(name).toBe('C:\\Users\\Public\\Desktop\\tunnel-triage-client-A&B^C(D).zip');
    expect((await analysed(zipsOf(odd))).uploads.every(({ status }) => status !== 'rejected')).toBe(true);
  });

  it('shows how far it is, and says which file to send', () => {
    const { screen } = collected({ shell: 'cmd', on: 'client' });
    expect(screen[0]).toBe(`[01/${collectedOutputs('client').length}] net view \\\\${deployment.fileServer}`);
    expect(screen.at(-1)).toContain('tunnel-triage-client-FAB-LT-071.zip');
  });
});

describe.each(['cmd', 'powershell'] as const)('What the %s scripts of both machines gather', (shell) => {
  const MACHINES = ['client', 'server'] as const;
  const broken = {
    'a healthy client': deployment,
    'a client whose certificate has expired': withFault(deployment, clientCertificateExpired),
    'a client that never got the policy': withFault(deployment, policyNotReceived),
    'a server with another second authentication': withFault(deployment, wrongSecondAuthentication),
  };

  it.each(Object.entries(broken))('is diagnosed as the outputs of %s copied one by one', async (_name, client) => {
    const gathered = await analysed(
      MACHINES.flatMap((on) => {
        const { script } = collectScript({ shell, on });
        return zipsOf((shell === 'cmd' ? runBatch : runPowershell)(script, client, around(on)));
      }),
    );
    const copied = await analysed(MACHINES.flatMap((on) => copiedOneByOne(client, on)));
    expect(essence(gathered)).toEqual(essence(copied));
    expect(gathered.computer).toBe(COMPUTER.client);
  });
});

/** Every output as a technician would copy it from a window, into folders of the two machines. */
function copiedOneByOne(client: Deployment, on: CollectOrder['on']): readonly Upload[] {
  let now = client;
  return collectedOutputs(on).map(({ line, file }) => {
    const { transcript, after } = run(now, { commandLine: line, side: on, elevated: true });
    now = after;
    return { name: `${on}/${file}`, bytes: Buffer.from(transcript) };
  });
}

/** What a person acts on. */
const essence = ({ outcome, failedStep, causes, next, steps }: Diagnosis) => ({
  outcome,
  failedStep,
  causes: causes.map(({ id, confidence }) => [id, confidence]),
  next: next?.command ?? null,
  steps: steps.map((verdict) => [verdict.step, verdict.outcome]),
});

describe.each(ORDERS)('The line to paste for $shell on the $on', (order) => {
  const { shell, on } = order;
  const { pasteLine } = collectScript(order);

  it('is one line that the shell takes whole', () => {
    expect(pasteLine).not.toMatch(/[\r\n]/);
    expect(pasteLine.length).toBeLessThan(MAX_CMD_LINE);
  });

  it('makes one file that is read like the bundle, as of that machine', async () => {
    const run = shell === 'cmd' ? runCmdLine : runPowershellLine;
    const { files, ran } = run(pasteLine, deployment, around(on));
    const plain = collectedOutputs(on).filter(({ argument }) => argument === null);
    expect(ran).toEqual(plain.map(({ line }) => line));
    const [upload] = (await analysed([...files].map(([name, text]) => ({ name, bytes: Buffer.from(text) })))).uploads;
    expect(upload?.name).toBe(`C:\\Users\\Public\\Desktop\\${on}-outputs.txt`);
    expect(upload?.readings.map(({ command, origin, complete }) => [command, origin, complete])).toEqual(
      plain.map(({ id }) => [id, on, true]),
    );
  });
});

describe('The reader of a Command Prompt', () => {
  const batch = { variables: new Map([['NAME', 'a & b']]), parameters: ['"one two"', 'three'] };

  it('puts percent signs in first, in quotes too', () => {
    expect(percentExpanded('echo "%NAME%" 100%% %~1 %2 %NAME:~0,1%', batch)).toBe('echo "a & b" 100% one two three a');
  });

  it('lets signs act outside of quotes only, unless a caret stands before them', () => {
    expect(parsedLine('echo "a & b" ^& c & dir').map(({ text }) => text)).toEqual(['echo "a & b" & c', 'dir']);
    expect(parsedLine('echo \\"x>=1\\" end').flatMap(({ redirections }) => redirections)).toEqual([]);
  });

  it('finds a redirection that was meant as text', () => {
    expect(parsedLine('echo "x" >=4646').flatMap(({ redirections }) => redirections)).toHaveLength(1);
    expect(() => parsedLine('(echo a')).toThrow('not closed');
  });
});

describe('The reader of PowerShell', () => {
  it('takes everything in single quotes as it is, and doubled quotes as one', () => {
    expect(powershellTokens("'a $b `n (c) \"d\" it''s'")).toEqual([{ kind: 'literal', text: 'a $b `n (c) "d" it\'s' }]);
  });

  it('puts variables into double quotes, unless a backtick stands before them', () => {
    const tokens = powershellTokens('"$x `$x ""q"""', new Map([['x', 'one']]));
    expect(tokens).toEqual([{ kind: 'expandable', text: 'one $x "q"' }]);
  });

  it('finds what is not closed', () => {
    expect(() => powershellTokens("'a")).toThrow('not closed');
    expect(() => powershellTokens('& { (a }')).toThrow('closes nothing');
  });
});

describe('Quoting', () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('ab "^&|<>()%!\'`$;,=\\{}[]#@')), maxLength: 60 });
  const NOTHING = { variables: new Map<string, string>(), parameters: [] };

  it('lets echo print any text as it is', () => {
    fc.assert(
      fc.property(text, (said) => {
        const parsed = parsedLine(percentExpanded(`echo .${echoed([said])}.`, NOTHING));
        expect(parsed).toEqual([{ text: `echo .${said}.`, redirections: [], group: null }]);
      }),
    );
  });

  it('lets PowerShell take any text as it is', () => {
    fc.assert(
      fc.property(text, (said) => {
        expect(powershellTokens(literal(said))).toEqual([{ kind: 'literal', text: said }]);
      }),
    );
  });
});
