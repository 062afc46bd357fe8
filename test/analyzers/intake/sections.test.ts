/** Where one command's output ends and the next begins, and what was typed for it. */
import { toLines } from '../../../analyzers/intake/lines';
import { commandsOf } from '../../../analyzers/intake/prompts';
import { sections } from '../../../analyzers/intake/sections';

const found = (text: string) =>
  sections(toLines(text).lines).map(({ typed, lines, closed }) => ({
    typed,
    lines: lines.map((line) => line.text).filter((line) => line !== ''),
    closed,
  }));

describe('A section', () => {
  it.each([
    ['C:\\Windows\\system32>netsh advfirewall show global', 'netsh advfirewall show global'],
    ['C:\\>ipconfig /all', 'ipconfig /all'],
    ['PS C:\\Users\\ana> Get-NetIPsecMainModeSA', 'Get-NetIPsecMainModeSA'],
    ['PS> systeminfo', 'systeminfo'],
    ['[EDGE1]: PS C:\\> nltest /dsgetdc:', 'nltest /dsgetdc:'],
    ['netsh advfirewall monitor>show mmsa', 'netsh advfirewall monitor show mmsa'],
    ['##### mmsa netsh advfirewall monitor show mmsa #####', 'netsh advfirewall monitor show mmsa'],
    ['netsh interface teredo show state', 'netsh interface teredo show state'],
  ])('begins below "%s"', (line, typed) => {
    expect(found(`${line}\nfirst\n`)).toEqual([{ typed, lines: ['first'], closed: false }]);
  });

  it('is closed by the next prompt, be it empty', () => {
    expect(found('C:\\>systeminfo\na\nC:\\>')).toEqual([
      { typed: 'systeminfo', lines: ['a'], closed: true },
      { typed: null, lines: [], closed: false },
    ]);
  });

  it('has no command line where the document begins without one', () => {
    expect(found('a\nb\n')).toEqual([{ typed: null, lines: ['a', 'b'], closed: false }]);
  });

  it.each(['Note: DirectAccess > inactive', 'a -> b', 'https://x/y>z', '> quoted'])(
    'does not begin at "%s", which is no prompt',
    (line) => {
      expect(found(`${line}\n`)).toHaveLength(1);
    },
  );
});

describe('A command line', () => {
  it('runs its commands in the order in which they are joined', () => {
    expect(commandsOf('netsh a & netsh b && netsh c; netsh d')).toEqual(['netsh a', 'netsh b', 'netsh c', 'netsh d']);
  });

  it('keeps what stands in quotes together', () => {
    expect(commandsOf('wevtutil qe Security /q:"a & b; c" & ver')).toEqual([
      'wevtutil qe Security /q:"a & b; c"',
      'ver',
    ]);
  });
});
