/** Whatever the product asks for, it can read; and nothing of it is harmful, or does not exist. */
import { collectScript } from '../../analyzers/collect/collect';
import { commands } from '../../analyzers/commands';
import { questions } from '../../analyzers/commands/questions';

const asked = questions.flatMap(({ id, parts }) =>
  parts.flatMap(({ answeredBy, line }) =>
    line({ firstEndpoint: '2002:836b:2::836b:2' })
      .split(' & ')
      .map((command) => ({ id, answeredBy, command: command.replace(/<[\w.]+>/g, 'fabfiles1.cer') })),
  ),
);

/** `powershell -NoProfile -Command "Get-… | Format-List"` runs what stands between the quotes. */
const innermost = (command: string): string => /-Command "(.+)"$/.exec(command)?.[1] ?? command;

/** Support material's list of what must not be asked for: inventions, first steps that destroy, and secrets. */
const FORBIDDEN: readonly RegExp[] = [
  /Get-DAConnectionStatus\s+-Detailed/i,
  /DirectAccess-Client\/Operational/i,
  /\breg(?:\.exe)?\s+delete\b|\bRemove-Item/i,
  /Remove-GPO|Set-GP|Set-DAClient|Set-DAServer/i,
  /certutil\b.*-(?:delstore|delkey)\b/i,
  /advfirewall\s+reset\b|state\s+off\b|Enabled\s+False/i,
  /-exportPFX|Export-PfxCertificate|-p\s+\S*password/i,
  /wfp\s+capture|TSS\.ps1|netsh\s+trace/i,
  /Get-NetIPsecRule(?!.*-PolicyStore)/i,
];

describe('A command that the product asks for', () => {
  // What changes something prints nothing to read; the same line then asks for what shows it.
  it.each(asked.filter(({ command }) => !command.startsWith('auditpol /set ')))(
    'is read by $answeredBy: $command',
    ({ answeredBy, command }) => {
      const readers = commands.filter(({ id }) => id === answeredBy);
      expect(readers.some(({ runs }) => runs(innermost(command)))).toBe(true);
    },
  );

  it('is none that must not be asked for', () => {
    expect(asked.filter(({ command }) => FORBIDDEN.some((pattern) => pattern.test(command)))).toEqual([]);
  });

  it('is none of those in the collecting scripts either', () => {
    const scripts = (['cmd', 'powershell'] as const).flatMap((shell) =>
      (['client', 'server'] as const).map((on) => JSON.stringify(collectScript({ shell, on }))),
    );
    expect(scripts.filter((script) => FORBIDDEN.slice(0, 2).some((pattern) => pattern.test(script)))).toEqual([]);
    expect(scripts.filter((script) => /exportPFX|advfirewall reset|-delstore/i.test(script))).toEqual([]);
  });
});
