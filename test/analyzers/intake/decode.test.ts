/** Text in every encoding that a technician's file comes in, and what is no text. */
import { encode } from 'iconv-lite';
import { decode } from '../../../analyzers/intake/decode';

const GERMAN = 'Größe: Der angeforderte Vorgang erfordert erhöhte Rechte (Als Administrator ausführen).\r\n';
const SPANISH = 'Máscara de subred . . : 255.255.255.0\r\nVínculo: dirección IPv6 local\r\nhabilitada . . : sí\r\n';
const RUSSIAN = 'Локальный IP-адрес:                   192.0.2.1\r\nНет правил, отвечающих указанным критериям.\r\n';
const POLISH = 'Zażądana operacja wymaga podniesienia uprawnień (Uruchom jako administrator).\r\n';
const JAPANESE = '指定された条件に一致する規則はありません。\r\nローカル IP アドレス: 192.0.2.1\r\n';
const ENGLISH = 'No SAs match the specified criteria.\r\n';

describe('A text', () => {
  it.each([
    ['utf-8', GERMAN],
    ['cp850', GERMAN],
    ['windows-1252', GERMAN],
    ['cp850', SPANISH],
    ['windows-1252', SPANISH],
    ['cp866', RUSSIAN],
    ['windows-1251', RUSSIAN],
    ['cp852', POLISH],
    ['windows-1250', POLISH],
    ['cp932', JAPANESE],
    ['utf-16le', ENGLISH],
    ['utf-16be', RUSSIAN],
    ['cp850', 'Überwachung erfolgreich\r\n'],
    ['windows-1252', 'Überwachung erfolgreich\r\n'],
    ['cp850', 'CONFIGURACIÓN IP\r\n'],
    ['windows-1252', 'CONFIGURACIÓN IP\r\n'],
    ['cp850', 'Ändern\r\n'],
    ['cp850', 'ÉTAT DU SUPPORT: DÉCONNECTÉ\r\n'],
  ])('in %s is read and its encoding is named', (encoding, text) => {
    expect(decode(encode(text, encoding), 'x.txt')).toEqual({ kind: 'text', text, encoding });
  });

  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
    ['utf-32le', [0xff, 0xfe, 0, 0]],
  ])('with the byte order mark of %s loses the mark', (encoding, mark) => {
    const bytes = Buffer.concat([Buffer.from(mark), encode(JAPANESE, encoding, { addBOM: false })]);
    expect(decode(bytes, 'x.txt')).toEqual({ kind: 'text', text: JAPANESE, encoding });
  });

  it('in UTF-8 whose last character was cut stays UTF-8', () => {
    const bytes = encode('Größe: erhöhte Grö', 'utf-8').subarray(0, -1);
    expect(decode(bytes, 'x.txt')).toEqual({ kind: 'text', text: 'Größe: erhöhte Gr', encoding: 'utf-8' });
  });

  it('to which PowerShell appended UTF-16 is not taken for a binary file', () => {
    const bytes = Buffer.concat([Buffer.from(ENGLISH), encode(ENGLISH, 'utf-16le')]);
    expect(decode(bytes, 'x.txt')).toMatchObject({ kind: 'text', encoding: 'utf-8' });
  });
});

describe('What is no text', () => {
  it.each([
    ['picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], 'shot.png'],
    ['picture', [0xff, 0xd8, 0xff, 0xe0], 'shot.jpg'],
    ['event-log-binary', [...Buffer.from('ElfFile\0')], 'Security.evtx'],
    ['cabinet', [...Buffer.from('MSCF\0\0\0\0')], 'wfpdiag.cab'],
    ['office-document', [...Buffer.from('%PDF-1.7')], 'notes.pdf'],
    ['trace', Array.from({ length: 4000 }, (_one, index) => (index * 31) % 256), 'da.etl'],
    ['binary', Array.from({ length: 4000 }, (_one, index) => (index * 31) % 256), 'unknown.dat'],
  ])('is refused as %s, and the refusal says what to send instead', (code, bytes, name) => {
    const decoded = decode(Uint8Array.from(bytes), name);
    expect(decoded).toMatchObject({ kind: 'refused', refusal: { code } });
    expect(decoded.kind === 'refused' && decoded.refusal.message).toMatch(/Send|send|Copy|Export/);
  });
});
