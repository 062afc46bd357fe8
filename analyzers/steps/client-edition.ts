/** The edition of Windows has DirectAccess. */
import { type ReadingData } from '../diagnosis/reading-data';
import { latest, quotes } from '../facts/facts';
import { defineStep, failed, passed, unknown, unreadable } from './step';

export const clientEdition = defineStep({
  id: 'client.edition',
  tunnel: 'prerequisite',
  title: 'The edition of Windows has DirectAccess',
  passes: 'Windows 7 Ultimate or Enterprise, Windows 8 or later Enterprise, Windows 10 or 11 Education, or a server.',
  evidence: ['systeminfo', 'Get-ComputerInfo'],
  question: 'edition',
  fails: 'The edition is one without DirectAccess: Professional or Home, Windows 8 or later Pro, Vista and older.',
  causes: ['edition-unsupported'],
  sources: ['article', 'prerequisites'],
  judge: ({ facts }) => {
    const reading = latest(facts, 'systeminfo', 'client');
    if (reading === null) return unknown();
    const { osName, build } = reading.data;
    if (osName === null) return unreadable(reading);
    const proof = quotes(reading, 'osName', 'build');
    const supported = hasDirectAccess(reading.data);
    const what = build === null ? osName : `${osName}, build ${build}`;
    if (supported === null) return unknown(`The edition of ${osName} is not one that is known.`, proof);
    if (supported) return passed(`${what}.`, proof, reading);
    const title = `${osName} has no DirectAccess.`;
    return failed(title, proof, [{ id: 'edition-unsupported', confidence: 'confirmed', title, proof }], {
      decider: reading,
    });
  },
});

const WINDOWS_7_BUILD = 7600;
const WINDOWS_8_BUILD = 9200;
const WINDOWS_10_BUILD = 10240;

/** Seed article for Windows 7; R. Hicks and Microsoft's prerequisites for Education since Windows 10. Null where no edition is told. */
function hasDirectAccess({ osName, edition, build }: ReadingData['systeminfo']): boolean | null {
  const name = `${osName ?? ''} ${edition ?? ''}`;
  if (/server/i.test(name)) return true;
  if (/vista/i.test(name) || (build !== null && build < WINDOWS_7_BUILD)) return false;
  // Windows 8 and 8.1 without another word are the edition for homes.
  if (/^(?:Microsoft )?Windows 8(?:\.1)?$/i.test(name.trim())) return false;
  if (!/enterprise|entreprise|ultimate|education|pro\b|professional|home|starter|basic|premium/i.test(name))
    return null;
  if (/enterprise|entreprise/i.test(name)) return true;
  if (/ultimate/i.test(name)) return build === null ? /windows.?7/i.test(name) : build < WINDOWS_8_BUILD;
  // Pro Education is a Pro edition by another name.
  return /(?<!pro )education/i.test(name) && (build === null || build >= WINDOWS_10_BUILD);
}
