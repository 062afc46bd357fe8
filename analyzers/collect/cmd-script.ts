/** The collecting script for a command prompt: a batch file, for Windows 7 and wherever PowerShell is locked. */
import { echoed, type Piece } from './cmd-quoting';
import {
  type Argument,
  type CollectedMachine,
  type CollectedOutput,
  collectedOutputs,
  withArgument,
} from './collected-outputs';

/** The arguments of the batch file. */
const VARIABLES: Readonly<Record<Argument, string>> = { 'file-server': '%~1', endpoint: '%~2' };

export const cmdFileName = (on: CollectedMachine): string => `collect-${on}.cmd`;

export function cmdScript(on: CollectedMachine): string {
  const outputs = collectedOutputs(on);
  const lines = [...opening(on), ...outputs.flatMap(runLines), ...closing(), ...saving(outputs.length)];
  return [...lines, ''].join('\r\n');
}

function opening(on: CollectedMachine): readonly string[] {
  const file = cmdFileName(on);
  return [
    '@echo off',
    `rem Saves what the DirectAccess ${on} shows, one file a command, and zips the folder where Windows can.`,
    'rem It only reads: no key, no password and no file of yours is taken, and no setting is changed.',
    'rem The outputs name this computer, its users, groups and addresses.',
    `rem Save it as ${file}, open a Command Prompt with "Run as administrator", and run there:`,
    ...(on === 'client'
      ? [
          `rem   ${file} FILESERVER ENDPOINT`,
          'rem FILESERVER is an intranet file server, ENDPOINT the IPv6 address of the first tunnel. Both may be left out.',
        ]
      : [`rem   ${file}`]),
    'setlocal DisableDelayedExpansion',
    // It lists the file system filters, for administrators only, and changes nothing.
    'fltmc >nul 2>&1',
    'if errorlevel 1 goto not-elevated',
    `set "name=tunnel-triage-${on}-%COMPUTERNAME%"`,
    'set "folder=%PUBLIC%\\Desktop\\%name%"',
    'set "manifest=%folder%\\manifest.json"',
    'if not exist "%folder%" md "%folder%"',
    'if not exist "%folder%" goto no-folder',
    'del /q "%folder%\\*.txt" >nul 2>&1',
    'set "codepage=0"',
    // "Active code page: 850", in German "Aktive Codepage: 850."
    `for /f "tokens=2 delims=:." %%A in ('chcp') do set /a "codepage=%%A"`,
    save('>', [`{"schema":"tunnel-triage/bundle/1","machine":"${on}","role":"DirectAccess ${on}",`]),
    save('>>', [
      '"computer":"',
      { variable: '%COMPUTERNAME%' },
      '","shell":"cmd","codePage":',
      { variable: '%codepage%' },
      ',"begun":"',
      NOW,
      '",',
    ]),
    save('>>', ['"outputs":[']),
    'set "comma="',
  ];
}

/** As this Windows writes it: cmd has no other clock. */
const NOW: Piece = { variable: '%DATE% %TIME%' };

/** The command line goes into a variable, which is expanded before its quotes are looked at. */
function runLines({ id, line, argument, file }: CollectedOutput): readonly string[] {
  const run = `call :save ${file} ${id}`;
  if (argument === null) return [`set ${echoed([`"line=${line}"`])}`, run];
  const variable = VARIABLES[argument];
  const label = `without-${argument}`;
  const pieces = withArgument(`"line=${line}"`, '\0')
    .split('\0')
    .flatMap((part, index): readonly Piece[] => (index === 0 ? [part] : [{ variable }, part]));
  return [`if "${variable}"=="" goto ${label}`, `set ${echoed(pieces)}`, run, `:${label}`];
}

function closing(): readonly string[] {
  return [
    save('>>', ['],"ended":"', NOW, '"}']),
    'if not exist "%SystemRoot%\\System32\\tar.exe" goto no-zip',
    'tar.exe -a -c -f "%folder%.zip" -C "%PUBLIC%\\Desktop" "%name%"',
    'if errorlevel 1 goto no-zip',
    'echo Done. Send this file: "%folder%.zip"',
    'exit /b 0',
    ':no-zip',
    'echo Done, but this Windows makes no zip here. Right-click this folder, choose Send to, Compressed folder, and send that:',
    'echo "%folder%"',
    'exit /b 0',
    ':no-folder',
    'echo The folder "%folder%" could not be made. Sign in as a user who may write to the public desktop.',
    'exit /b 1',
    ':not-elevated',
    'echo This prompt is not elevated. Open a Command Prompt with "Run as administrator" and run it there again.',
    'exit /b 1',
  ];
}

/** Progress, the marker, the output, the end, and the entry of the manifest: `call :save FILE ID` with the command in `line`. */
function saving(total: number): readonly string[] {
  const id: Piece = { variable: '%2' };
  const line: Piece = { variable: '%line%' };
  const exitCode: Piece = { variable: '%exitcode%' };
  return [
    ':save',
    'set "file=%1"',
    `echo ${echoed(['[', { variable: '%file:~0,2%' }, `/${total}] `, line])}`,
    `>"%folder%\\%file%" echo ${echoed(['##### ', id, ' ', line, ' #####'])}`,
    '%line% >>"%folder%\\%file%" 2>&1',
    'set "exitcode=%ERRORLEVEL%"',
    `>>"%folder%\\%file%" echo ${echoed(['##### end exit ', exitCode, ' #####'])}`,
    save('>>', [
      { variable: '%comma%' },
      '{"file":"',
      { variable: '%file%' },
      '","command":"',
      id,
      '","exitCode":',
      exitCode,
      ',"time":"',
      NOW,
      '"}',
    ]),
    'set "comma=,"',
    'exit /b 0',
  ];
}

const save = (redirection: '>' | '>>', pieces: readonly Piece[]): string =>
  `${redirection}"%manifest%" echo ${echoed(pieces)}`;
