/** A machine of the model runs a collecting script, statement by statement as its shell reads it, and keeps what it wrote. */
import { parsedLine, type ParsedCommand, percentExpanded } from '../support/command-prompt';
import { type PowershellToken, powershellTokens } from '../support/powershell-tokens';
import { zip } from '../support/zip';
import { type Deployment } from './deployment';
import { type Side } from './print';
import { run } from './technician';

/** What the script finds on the machine. */
export interface Surroundings {
  readonly side: Side;
  readonly elevated: boolean;
  readonly computer: string;
  /** Whether this Windows brings a program that makes zips. */
  readonly canZip: boolean;
  readonly parameters: readonly string[];
}

export interface Collected {
  /** By path, as bytes are written: the outputs, and the manifest. */
  readonly files: ReadonlyMap<string, string>;
  readonly zips: ReadonlyMap<string, Buffer>;
  /** What the technician sees. */
  readonly screen: readonly string[];
  /** The command lines that ran on the machine, without the script's own. */
  readonly ran: readonly string[];
  readonly exitCode: number;
}

/** What a script changes: the files of its folder, and time goes by. */
class Machine {
  readonly files = new Map<string, string>();
  readonly zips = new Map<string, Buffer>();
  readonly screen: string[] = [];
  readonly ran: string[] = [];
  private readonly folders = new Set<string>();

  constructor(
    private deployment: Deployment,
    readonly around: Surroundings,
  ) {}

  /** Runs one program; the machine's own ones that a script needs are known here, all others by the model. */
  program(line: string): { readonly output: string; readonly exitCode: number } {
    if (line === 'fltmc') return { output: '', exitCode: this.around.elevated ? 0 : 1 };
    const zip = /^tar\.exe -a -c -f "([^"]+)" -C "([^"]+)" "([^"]+)"$/.exec(line);
    if (zip !== null) return { output: '', exitCode: this.zip(zip[1] ?? '', zip[2] ?? '', zip[3] ?? '') };
    this.ran.push(line);
    const { output, after } = run(this.deployment, {
      commandLine: line,
      side: this.around.side,
      elevated: this.around.elevated,
    });
    this.deployment = after;
    return { output, exitCode: /system error|status = \d/i.test(output) ? 1 : 0 };
  }

  /** .NET before 4.6.1 writes the separators of Windows into a zip. */
  zip(path: string, parent: string, folder: string, separator: '/' | '\\' = '/'): number {
    const inside = `${parent}\\${folder}\\`;
    const members = [...this.files].filter(([name]) => name.startsWith(inside));
    const named = members.map(([name, text]) => [`${folder}${separator}${name.slice(inside.length)}`, text] as const);
    this.zips.set(path, zip(Object.fromEntries<string>(named)));
    return 0;
  }

  exists(path: string): boolean {
    if (/\\tar\.exe$/i.test(path)) return this.around.canZip;
    return this.folders.has(path) || this.files.has(path);
  }

  makeFolder(path: string): void {
    this.folders.add(path);
  }

  write(path: string, text: string, append: boolean): void {
    this.files.set(path, append ? (this.files.get(path) ?? '') + text : text);
  }

  collected(exitCode: number): Collected {
    const { files, zips, screen, ran } = this;
    return { files, zips, screen, ran, exitCode };
  }
}

const CLOCK = { DATE: 'Tue 11/24/2026', TIME: ' 9:05:12.34' };

/** Runs a batch file: one line after the other, as cmd does, with labels and calls. */
export function runBatch(script: string, deployment: Deployment, around: Surroundings): Collected {
  const machine = new Machine(deployment, around);
  const lines = script.split('\r\n');
  const variables = new Map<string, string>([
    ...Object.entries(CLOCK),
    ['COMPUTERNAME', around.computer],
    ['PUBLIC', 'C:\\Users\\Public'],
    ['SYSTEMROOT', 'C:\\Windows'],
    ['ERRORLEVEL', '0'],
  ]);

  const label = (name: string): number => {
    const at = lines.indexOf(`:${name}`);
    if (at < 0) throw new Error(`The batch file has no label ${name}.`);
    return at + 1;
  };

  /** Until `exit`, whose code it gives, or the end of the file. */
  const execute = (from: number, parameters: readonly string[]): number => {
    let next = from;
    const statement = (command: ParsedCommand): number | null => {
      const { text } = command;
      const condition = /^if (?:errorlevel (\d+)|(not )?exist "([^"]*)"|"([^"]*)"=="([^"]*)") (.+)$/i.exec(text);
      if (condition !== null) {
        const [, level, not, path, one, other, then = ''] = condition;
        const holds =
          level !== undefined
            ? Number(variables.get('ERRORLEVEL')) >= Number(level)
            : path !== undefined
              ? machine.exists(path) !== (not !== undefined)
              : one === other;
        return holds ? statement({ ...command, text: then }) : null;
      }
      const jump = /^goto (\S+)$/.exec(text)?.[1];
      if (jump !== undefined) {
        next = label(jump);
        return null;
      }
      const exit = /^exit \/b (\d+)$/.exec(text)?.[1];
      if (exit !== undefined) return Number(exit);
      const [, called, words = ''] = /^call :(\S+) ?(.*)$/.exec(text) ?? [];
      if (called !== undefined) {
        execute(label(called), words.split(' '));
        return null;
      }
      own(command, machine, variables);
      return null;
    };
    while (next < lines.length) {
      const line = lines[next] ?? '';
      next += 1;
      if (/^(?::|rem\b|@echo off$|setlocal\b|$)/i.test(line)) continue;
      const codePage = /^for \/f "tokens=2 delims=:\." %%A in \('chcp'\) do set \/a "(\w+)=%%A"$/.exec(line)?.[1];
      if (codePage !== undefined) {
        variables.set(codePage.toUpperCase(), '850');
        continue;
      }
      for (const command of parsedLine(percentExpanded(line, { variables, parameters }))) {
        const exitCode = statement(command);
        if (exitCode !== null) return exitCode;
      }
    }
    return 0;
  };
  return machine.collected(execute(0, around.parameters));
}

/** A command of the shell itself, or a program. */
function own(command: ParsedCommand, machine: Machine, variables: Map<string, string>): void {
  const { text } = command;
  const set = /^set "(\w+)=(.*)"$/.exec(text);
  if (set !== null) {
    variables.set((set[1] ?? '').toUpperCase(), set[2] ?? '');
    return;
  }
  const folder = /^md "([^"]+)"$/.exec(text)?.[1];
  if (folder !== undefined) {
    machine.makeFolder(folder);
    return;
  }
  if (/^del \/q "[^"]+\\\*\.txt"$/.test(text)) return;
  const { output, exitCode } = text.startsWith('echo ')
    ? { output: `${text.slice('echo '.length)}\r\n`, exitCode: 0 }
    : machine.program(text);
  if (!text.startsWith('echo ')) variables.set('ERRORLEVEL', String(exitCode));
  const into = command.redirections.find(({ handle }) => handle === 1);
  if (into === undefined) machine.screen.push(output.trimEnd());
  else if (into.target !== 'nul') machine.write(into.target, output, into.append);
}

/** Runs a line pasted into a Command Prompt. */
export function runCmdLine(line: string, deployment: Deployment, around: Surroundings): Collected {
  const machine = new Machine(deployment, around);
  const variables = new Map([['PUBLIC', 'C:\\Users\\Public']]);
  for (const command of parsedLine(percentExpanded(line, { variables, parameters: null }))) {
    const into = command.redirections.find(({ handle }) => handle === 1)?.target ?? '';
    for (const one of command.group ?? []) {
      const output = one.text.startsWith('echo ') ? `${one.text.slice(5)}\r\n` : machine.program(one.text).output;
      machine.write(into, output, true);
    }
  }
  return machine.collected(0);
}

/** What `cmd.exe /d /s /c` runs: the first and the last quote go, the rest is a line of cmd. */
function cmdRuns(argument: string, machine: Machine): { readonly output: string; readonly exitCode: number } {
  const line = /^"(.*)"$/s.exec(argument)?.[1];
  if (line === undefined) throw new Error(`cmd /s /c would take other quotes away: ${argument}`);
  const [command, ...more] = parsedLine(percentExpanded(line, { variables: new Map(), parameters: null }));
  if (command === undefined || more.length > 0) throw new Error(`This is not one command: ${line}`);
  return machine.program(command.text);
}

/** Runs the calls of a PowerShell script; what the function that they call does is what its text says. */
export function runPowershell(script: string, deployment: Deployment, around: Surroundings): Collected {
  const machine = new Machine(deployment, around);
  const [fileServer = '', endpoint = ''] = around.parameters;
  const values = new Map([
    ['FileServer', fileServer],
    ['Endpoint', endpoint],
  ]);
  const statements = statementsOf(powershellTokens(script));
  const name = `tunnel-triage-${around.side}-${around.computer}`;
  const folder = `C:\\Users\\Public\\Desktop\\${name}`;
  const outputs: unknown[] = [];
  if (!around.elevated) return machine.collected(1);
  for (const tokens of statements) {
    const from = tokens.findIndex(({ kind, text }) => kind === 'word' && text === 'Save-Output');
    if (from < 0 || tokens[from + 1]?.kind !== 'literal') continue;
    const parameter = tokens.find(({ kind }) => kind === 'variable')?.text;
    if (from > 0 && (values.get(parameter ?? '') ?? '') === '') continue;
    const [file = '', id = '', ...rest] = tokens.slice(from + 1).filter(({ kind }) => kind !== 'sign');
    const line = rest.map(({ kind, text }) => (kind === 'variable' ? (values.get(text) ?? '') : text)).join('');
    const [fileName, idText] = [textOf(file), textOf(id)];
    const { output, exitCode } = cmdRuns(`"${line} 2>&1"`, machine);
    const printed = output.replace(/\r\n$/, '').split('\r\n');
    const text = [`##### ${idText} ${line} #####`, ...printed, `##### end exit ${exitCode} #####`];
    machine.write(`${folder}\\${fileName}`, text.map((each) => `${each}\r\n`).join(''), false);
    outputs.push({ file: fileName, command: idText, exitCode, time: '2026-11-24T09:05:12.0000000+01:00' });
  }
  const manifest = {
    schema: literalAfter(statements, 'schema'),
    machine: literalAfter(statements, 'machine'),
    role: literalAfter(statements, 'role'),
    computer: around.computer,
    outputs,
  };
  machine.write(`${folder}\\manifest.json`, JSON.stringify(manifest, null, 4), false);
  if (around.canZip) machine.zip(`${folder}.zip`, 'C:\\Users\\Public\\Desktop', name, '\\');
  return machine.collected(0);
}

const textOf = (token: PowershellToken | ''): string => (token === '' ? '' : token.text);

/** Statements end at a line end or a semicolon. */
function statementsOf(tokens: readonly PowershellToken[]): readonly (readonly PowershellToken[])[] {
  const statements: PowershellToken[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'line' || (token.kind === 'sign' && token.text === ';')) statements.push([]);
    else statements.at(-1)?.push(token);
  }
  return statements;
}

/** The literal that a key of a hash table is set to. */
function literalAfter(statements: readonly (readonly PowershellToken[])[], key: string): string | undefined {
  const found = statements.find(([first, equals, value]) => {
    return first?.text === key && equals?.text === '=' && value?.kind === 'literal';
  });
  return found?.[2]?.text;
}

/** Runs a line pasted into PowerShell: markers as text, commands through cmd, all into one file. */
export function runPowershellLine(line: string, deployment: Deployment, around: Surroundings): Collected {
  const machine = new Machine(deployment, around);
  const tokens = powershellTokens(line, new Map([['env:PUBLIC', 'C:\\Users\\Public']]));
  const file = tokens.at(-1)?.text ?? '';
  const inside = tokens.slice(
    2,
    tokens.findLastIndex(({ kind, text }) => kind === 'sign' && text === '}'),
  );
  for (const statement of statementsOf(inside)) {
    const last = statement.at(-1);
    if (last?.kind !== 'literal') throw new Error(`This statement prints nothing: ${JSON.stringify(statement)}`);
    const output = statement[0]?.text === 'cmd.exe' ? cmdRuns(last.text, machine).output : `${last.text}\r\n`;
    machine.write(file, output, true);
  }
  return machine.collected(0);
}
