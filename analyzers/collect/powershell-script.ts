/** The collecting script for PowerShell 3 and later (Windows 8 and later). */
import {
  type Argument,
  type CollectedMachine,
  type CollectedOutput,
  collectedOutputs,
  withArgument,
} from './collected-outputs';
import { literal } from './powershell-quoting';

/** The parameters of the script. */
const PARAMETERS: Readonly<Record<Argument, string>> = { 'file-server': '$FileServer', endpoint: '$Endpoint' };

export const powershellFileName = (on: CollectedMachine): string => `collect-${on}.ps1`;

export function powershellScript(on: CollectedMachine): string {
  const outputs = collectedOutputs(on);
  const file = powershellFileName(on);
  const parameters = on === 'client' ? ' -FileServer FILESERVER -Endpoint ENDPOINT' : '';
  return [
    `# Saves what the DirectAccess ${on} shows, one file a command, and zips the folder where Windows can.`,
    '# It only reads: no key, no password and no file of yours is taken, and no setting is changed.',
    '# The outputs name this computer, its users, groups and addresses.',
    `# Save it as ${file}, open PowerShell with "Run as administrator", and run there:`,
    `#   powershell -NoProfile -ExecutionPolicy Bypass -File ${file}${parameters}`,
    ...(on === 'client'
      ? [
          '# FILESERVER is an intranet file server, ENDPOINT the IPv6 address of the first tunnel. Both may be left out.',
        ]
      : []),
    'param([string]$FileServer, [string]$Endpoint)',
    '$me = New-Object Security.Principal.WindowsPrincipal([Security.Principal.WindowsIdentity]::GetCurrent())',
    'if (-not $me.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) {',
    `  Write-Host ${literal('This PowerShell is not elevated. Open it with "Run as administrator" and run the script there again.')}`,
    '  exit 1',
    '}',
    `$name = ${literal(`tunnel-triage-${on}-`)} + $env:COMPUTERNAME`,
    `$folder = Join-Path $env:PUBLIC (${literal('Desktop\\')} + $name)`,
    '$null = New-Item -ItemType Directory -Force -Path $folder',
    `Remove-Item -Path (Join-Path $folder ${literal('*.txt')})`,
    '$encoding = New-Object Text.UTF8Encoding($false)',
    '$outputs = @()',
    '$begun = Get-Date -Format o',
    '',
    'function Save-Output([string]$File, [string]$Id, [string]$Line) {',
    `  Write-Host (${literal(`[{0}/${outputs.length}] {1}`)} -f $File.Substring(0, 2), $Line)`,
    // cmd /s takes the first and the last quote away and leaves those of the command line as they are.
    `  $printed = & cmd.exe /d /s /c (${literal('"')} + $Line + ${literal(' 2>&1"')})`,
    '  $code = $LASTEXITCODE',
    `  $text = @(${literal('##### {0} {1} #####')} -f $Id, $Line) + @($printed) + @(${literal('##### end exit {0} #####')} -f $code)`,
    '  [IO.File]::WriteAllLines((Join-Path $folder $File), [string[]]$text, $encoding)',
    '  $script:outputs += [ordered]@{ file = $File; command = $Id; exitCode = $code; time = (Get-Date -Format o) }',
    '}',
    '',
    ...outputs.map(call),
    '',
    '$manifest = [ordered]@{',
    `  schema = ${literal('tunnel-triage/bundle/1')}; machine = ${literal(on)}; role = ${literal(`DirectAccess ${on}`)}`,
    `  computer = $env:COMPUTERNAME; shell = ${literal('powershell')}; codePage = [Console]::OutputEncoding.CodePage`,
    '  begun = $begun; outputs = $outputs; ended = (Get-Date -Format o)',
    '}',
    `[IO.File]::WriteAllText((Join-Path $folder ${literal('manifest.json')}), (ConvertTo-Json $manifest -Depth 4), $encoding)`,
    // Compress-Archive came with PowerShell 5 (Windows 10); the class behind it is in the .NET 4.5 of Windows 8 and Server 2012.
    `$zip = $folder + ${literal('.zip')}`,
    'try {',
    '  Add-Type -AssemblyName System.IO.Compression.FileSystem -ErrorAction Stop',
    '  if (Test-Path -LiteralPath $zip) { Remove-Item -LiteralPath $zip -ErrorAction Stop }',
    '  [IO.Compression.ZipFile]::CreateFromDirectory($folder, $zip, [IO.Compression.CompressionLevel]::Optimal, $true)',
    `  Write-Host ${literal('Done. Send this file:')} $zip`,
    '} catch {',
    `  Write-Host ${literal('Done, but this Windows makes no zip here. Right-click this folder, choose Send to, Compressed folder, and send that:')} $folder`,
    '}',
    '',
  ].join('\r\n');
}

/** One call for each command; one whose argument is missing, or is no name or address, is left out. */
function call({ id, line, argument, file }: CollectedOutput): string {
  const start = `Save-Output ${literal(file)} ${literal(id)}`;
  if (argument === null) return `${start} ${literal(line)}`;
  const parameter = PARAMETERS[argument];
  const filled = withArgument(line, '\0')
    .split('\0')
    .map((part) => (part === '' ? [] : [literal(part)]))
    .flatMap((part, index) => (index === 0 ? part : [parameter, ...part]));
  return `if (${parameter} -match ${literal('^[\\w.:%-]+$')}) { ${start} (${filled.join(' + ')}) }`;
}
