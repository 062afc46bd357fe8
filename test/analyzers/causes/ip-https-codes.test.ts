/** Every "Last Error Code" of IP-HTTPS that support material lists is told, by its cause and in words. */
import { analyse } from '../../../analyzers/analyse';
import { ipHttpsCodeInWords } from '../../../analyzers/causes/ip-https-codes';
import { type CauseId } from '../../../analyzers/diagnosis/diagnosis';
import { explain } from '../../../analyzers/explain';
import { upload } from '../../virtual-client/evidence';

const WANTED: Partial<Readonly<Record<CauseId, readonly number[]>>> = {
  'no-transition': [0x32, 0x34, 0x57, 0x643],
  'ip-https-unreachable': [0x102, 0x274c, 0x274d, 0x4c9, 0x800704c9, 0x2743, 0x2751, 0x80190190, 0x801901f7],
  'ip-https-name': [0x103, 0x4be, 0x2af9, 0x2afa, 0x2afc, 0x800b010f, 0x80090322],
  'ip-https-tls': [0x2746, 0x90320, 0x80090326, 0x80090331, 0x800b0110],
  'ip-https-revocation': [0x80092010, 0x80092012, 0x80092013],
  'ip-https-certificate-expired': [0x800b0101],
  'ip-https-certificate-untrusted': [0x800b0109, 0x800b010a, 0x80090325],
  'ip-https-proxy': [0x80190197],
};
const codes = Object.entries(WANTED).flatMap(([cause, own]) => own.map((code) => [code.toString(16), cause] as const));

const listing = (code: string, status: string): string =>
  [
    'Interface IPHTTPSInterface (Group Policy)  Parameters',
    '------------------------------------------------------------',
    'Role                       : client',
    'URL                        : https://da.fabrikam.example:443/IPHTTPS',
    `Last Error Code            : 0x${code}`,
    `Interface Status           : ${status}`,
    '',
  ].join('\r\n');

const judged = async (text: string) =>
  (await analyse([upload('httpstunnel.txt', text)], { at: '2026-11-24T09:30:00Z' })).diagnosis;

describe('The error code of IP-HTTPS', () => {
  it.each(codes)('0x%s makes %s suspect before all others, and fails the transition', async (code, cause) => {
    const { failedStep, causes } = await judged(
      listing(code, 'Failed to connect to the IPHTTPS server; waiting to reconnect'),
    );
    expect({ failedStep, cause: causes[0]?.id }).toEqual({ failedStep: 'client.transition', cause });
  });

  it.each(codes)('0x%s is said in words, and explained', (code) => {
    expect(ipHttpsCodeInWords(parseInt(code, 16))).toMatch(/\(.+\)$/);
    expect(explain(`0x${code}`).meanings.length).toBeGreaterThan(0);
  });

  it('is no failure while it is still connecting, and no success where the adapter rests', async () => {
    const outcomes = await Promise.all(
      [listing('3e5', 'Connecting'), listing('0', 'IPHTTPS interface deactivated')].map(
        async (text) => (await judged(text)).steps.find(({ step }) => step === 'client.transition')?.outcome,
      ),
    );
    expect(outcomes).toEqual(['unknown', 'unknown']);
  });
});
