/** Archives become their members, and a bad member rejects only itself. */
import AdmZip from 'adm-zip';
import { MAX_ARCHIVE_DEPTH, MAX_ARCHIVE_ENTRIES, unpack } from '../../../analyzers/intake/unpack';

function zip(members: Readonly<Record<string, Uint8Array | string>>): Buffer {
  const archive = new AdmZip();
  for (const [name, content] of Object.entries(members)) archive.addFile(name, Buffer.from(content));
  return archive.toBuffer();
}

const names = (bytes: Uint8Array) =>
  unpack({ name: 'a.zip', bytes }).map((one) =>
    one.kind === 'refused' ? `${one.upload.name} ${one.refusal.code}` : one.upload.name,
  );

describe('An archive', () => {
  it('gives its members under its own name', () => {
    expect(names(zip({ 'mmsa.txt': 'x', 'server/qmsa.txt': 'y' }))).toEqual([
      'a.zip!/mmsa.txt',
      'a.zip!/server/qmsa.txt',
    ]);
  });

  it('gives the members of archives within it', () => {
    expect(names(zip({ 'inner.zip': zip({ 'mmsa.txt': 'x' }) }))).toEqual(['a.zip!/inner.zip!/mmsa.txt']);
  });

  it('is not opened beyond the depth that is allowed', () => {
    const deep = Array.from({ length: MAX_ARCHIVE_DEPTH }).reduce<Buffer>(
      (inner) => zip({ 'i.zip': inner }),
      zip({ 'mmsa.txt': 'x' }),
    );
    expect(names(deep)).toEqual([`a.zip!/${Array(MAX_ARCHIVE_DEPTH).fill('i.zip').join('!/')} too-deep`]);
  });

  it('leaves out folders and the side files of macOS', () => {
    expect(names(zip({ 'd/': '', '__MACOSX/._mmsa.txt': 'x', 'd/._b': 'x', 'd/mmsa.txt': 'x' }))).toEqual([
      'a.zip!/d/mmsa.txt',
    ]);
  });

  it('keeps no way out of its folder in the names of its members', () => {
    const bytes = zip({ 'xx/xx/mmsa.txt': 'x' });
    const hostile = Buffer.from(bytes.toString('latin1').replaceAll('xx/xx', '../..'), 'latin1');
    expect(names(hostile)).toEqual(['a.zip!/mmsa.txt']);
  });

  it('is refused whole where it is cut off, holds no file, or holds too many', () => {
    expect(names(zip({ 'mmsa.txt': 'x' }).subarray(0, 60))).toEqual(['a.zip corrupt']);
    expect(names(zip({}))).toEqual(['a.zip empty']);
    const many = Array.from({ length: MAX_ARCHIVE_ENTRIES + 1 }, (_one, index) => [`${index}.txt`, 'x'] as const);
    expect(names(zip(Object.fromEntries(many)))).toEqual(['a.zip too-many-entries']);
  });

  it('is an office document where it says so', () => {
    expect(names(zip({ '[Content_Types].xml': 'x', 'word/document.xml': 'x' }))).toEqual(['a.zip office-document']);
  });

  it('keeps the file times of its members', () => {
    const archive = new AdmZip(zip({ 'mmsa.txt': 'x' }));
    archive.getEntries()[0]!.header.time = new Date(2026, 10, 2, 9, 14, 30);
    expect(unpack({ name: 'a.zip', bytes: archive.toBuffer() })[0]!.upload.modified).toBe('2026-11-02T09:14:30');
  });
});

describe('A bad member', () => {
  it('is refused as encrypted, and the others are read', () => {
    const bytes = zip({ 'a.txt': 'x', 'b.txt': 'y' });
    const central = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes[central + 8] = 1;
    expect(names(bytes)).toEqual(['a.zip!/a.txt encrypted', 'a.zip!/b.txt']);
  });

  it('is refused as corrupt, and the others are read', () => {
    const bytes = zip({ 'a.txt': 'No SAs match the specified criteria.'.repeat(9), 'b.txt': 'y' });
    bytes[38] = (bytes[38] ?? 0) ^ 0xff;
    expect(names(bytes)).toEqual(['a.zip!/a.txt corrupt', 'a.zip!/b.txt']);
  });

  it('is refused where it bursts out of a small archive', () => {
    expect(names(zip({ 'a-bomb.txt': new Uint8Array(20 * 1024 * 1024), 'b.txt': 'y' }))).toEqual([
      'a.zip!/a-bomb.txt too-large',
      'a.zip!/b.txt',
    ]);
  });
});

describe('An upload that is no archive', () => {
  it('is its own only member', () => {
    const upload = { name: 'mmsa.txt', bytes: Buffer.from('PK or not') };
    expect(unpack(upload)).toEqual([{ kind: 'member', upload }]);
  });
});
