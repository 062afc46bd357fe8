/** Archives become their members, and a bad member rejects only itself. */
import { MAX_ARCHIVE_DEPTH, MAX_ARCHIVE_ENTRIES, MAX_UPLOAD_BYTES } from '../../../analyzers/intake/bounds';
import { refusalOf } from '../../../analyzers/intake/refusal';
import { type AnyUpload } from '../../../analyzers/intake/source';
import { allowanceOf, type Allowance, type Member, unpack } from '../../../analyzers/intake/unpack';
import { zip, zipTime } from '../../support/zip';

/** Each member that could be held, by its name, and each refusal. */
async function namesOf(upload: AnyUpload, allowance?: Allowance): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const one of unpack(upload, allowance)) {
    if (one.kind === 'refused') names.push(`${one.source.name} ${one.refusal.code}`);
    else names.push(await heldName(one.member));
  }
  return names;
}

const heldName = (member: Member): Promise<string> =>
  member.hold().then(
    () => member.name,
    (fault: unknown) => `${member.name} ${refusalOf(fault)?.code ?? String(fault)}`,
  );

const names = (bytes: Uint8Array, allowance?: Allowance) => namesOf({ name: 'a.zip', bytes }, allowance);

/** What can only be read onward, in pieces of the given size, as from a pipe. */
const pipe = (bytes: Uint8Array, pieceBytes = 7): AnyUpload => ({
  name: 'a.zip',
  size: null,
  // eslint-disable-next-line @typescript-eslint/require-await -- a pipe whose pieces are there already
  chunks: async function* () {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  },
});

describe('An archive', () => {
  it('gives its members under its own name', async () => {
    expect(await names(zip({ 'mmsa.txt': 'x', 'server/qmsa.txt': 'y' }))).toEqual([
      'a.zip!/mmsa.txt',
      'a.zip!/server/qmsa.txt',
    ]);
  });

  it('gives the members of archives within it', async () => {
    expect(await names(zip({ 'inner.zip': zip({ 'mmsa.txt': 'x' }) }))).toEqual(['a.zip!/inner.zip!/mmsa.txt']);
  });

  it('gives the same where it comes from a pipe', async () => {
    const bytes = zip({ 'b.txt': 'y', 'inner.zip': zip({ 'mmsa.txt': 'x' }) });
    expect(await namesOf(pipe(bytes))).toEqual(await names(bytes));
  });

  it('is not opened beyond the depth that is allowed', async () => {
    const deep = Array.from({ length: MAX_ARCHIVE_DEPTH }).reduce<Buffer>(
      (inner) => zip({ 'i.zip': inner }),
      zip({ 'mmsa.txt': 'x' }),
    );
    expect(await names(deep)).toEqual([`a.zip!/${Array(MAX_ARCHIVE_DEPTH).fill('i.zip').join('!/')} too-deep`]);
  });

  it('leaves out folders and the side files of macOS', async () => {
    expect(await names(zip({ 'd/': '', '__MACOSX/._mmsa.txt': 'x', 'd/._b': 'x', 'd/mmsa.txt': 'x' }))).toEqual([
      'a.zip!/d/mmsa.txt',
    ]);
  });

  it.each(['../../mmsa.txt', '/mmsa.txt', '..\\..\\mmsa.txt', './mmsa.txt', 'mm\u0007sa.txt'])(
    'keeps no way out of its folder in the name %j',
    async (name) => {
      expect(await names(zip({ [name]: 'x' }))).toEqual(['a.zip!/mmsa.txt']);
    },
  );

  it('is refused whole where it holds no file, or holds too many', async () => {
    expect(await names(zip({}))).toEqual(['a.zip empty']);
    const many = Array.from({ length: MAX_ARCHIVE_ENTRIES + 1 }, (_one, index) => [`${index}.txt`, 'x'] as const);
    expect(await names(zip(Object.fromEntries(many)))).toEqual(['a.zip too-many-entries']);
  });

  it('is refused whole wherever it is cut off', async () => {
    const bytes = zip({ 'mmsa.txt': 'x'.repeat(200), 'qmsa.txt': 'y' });
    for (let end = 5; end < bytes.length; end += 3) {
      expect(await names(bytes.subarray(0, end))).toEqual(['a.zip corrupt']);
    }
  });

  it('is an office document where it says so', async () => {
    expect(await names(zip({ '[Content_Types].xml': 'x', 'word/document.xml': 'x' }))).toEqual([
      'a.zip office-document',
    ]);
  });

  it('keeps the file times of its members', async () => {
    const bytes = zip({ 'mmsa.txt': { content: 'x', modified: zipTime(2026, 11, 2, 9, 14, 30) }, 'b.txt': 'y' });
    const times: (string | null)[] = [];
    for await (const one of unpack({ name: 'a.zip', bytes }))
      if (one.kind === 'member') times.push(one.member.modified);
    expect(times).toEqual(['2026-11-02T09:14:30', null]);
  });
});

describe('A bad member', () => {
  const text = 'No SAs match the specified criteria.'.repeat(9);

  it('is refused as encrypted, and the others are read', async () => {
    const bytes = zip({ 'a.txt': { content: 'x', lies: { flags: 1 } }, 'b.txt': 'y' });
    expect(await names(bytes)).toEqual(['a.zip!/a.txt encrypted', 'a.zip!/b.txt']);
  });

  it('is refused as corrupt, and the others are read', async () => {
    const bytes = zip({ 'a.txt': text, 'b.txt': 'y' });
    bytes[38] = (bytes[38] ?? 0) ^ 0xff;
    expect(await names(bytes)).toEqual(['a.zip!/a.txt corrupt', 'a.zip!/b.txt']);
  });

  it.each([
    ['of another checksum', { checksum: 7 }, 'corrupt'],
    ['that is longer than it says', { size: 10 }, 'corrupt'],
    ['that is shorter than it says', { size: text.length + 1 }, 'corrupt'],
    ['whose packed size is too small', { packedSize: 5 }, 'corrupt'],
    ['whose packed size reaches beyond the archive', { packedSize: 1_000_000 }, 'corrupt'],
    ['that is packed in another way', { method: 9 }, 'other-archive'],
  ])('%s is refused, and the others are read', async (_, lies, code) => {
    const bytes = zip({ 'a.txt': { content: text, lies }, 'b.txt': 'y' });
    expect(await names(bytes)).toEqual([`a.zip!/a.txt ${code}`, 'a.zip!/b.txt']);
  });

  it('that is stored and lies about its size is refused, and the others are read', async () => {
    const bytes = zip({ 'a.txt': { content: text, stored: true, lies: { size: 3 } }, 'b.txt': 'y' });
    expect(await names(bytes)).toEqual(['a.zip!/a.txt corrupt', 'a.zip!/b.txt']);
  });

  it('is refused where it bursts out of a small archive', async () => {
    expect(await names(zip({ 'a-bomb.txt': new Uint8Array(20 * 1024 * 1024), 'b.txt': 'y' }))).toEqual([
      'a.zip!/a-bomb.txt too-large',
      'a.zip!/b.txt',
    ]);
  });

  it('is refused where it bursts although it says that it is small', async () => {
    const bomb = { content: new Uint8Array(20 * 1024 * 1024), lies: { size: 1000 } };
    expect(await names(zip({ 'a-bomb.txt': bomb, 'b.txt': 'y' }))).toEqual([
      'a.zip!/a-bomb.txt corrupt',
      'a.zip!/b.txt',
    ]);
  });

  it('is refused before it is unpacked where it says that it is larger than what is held', async () => {
    const large = { content: 'x'.repeat(600_000), stored: true, lies: { size: MAX_UPLOAD_BYTES + 1 } };
    expect(await names(zip({ 'a.txt': large, 'b.txt': 'y' }))).toEqual(['a.zip!/a.txt too-large', 'a.zip!/b.txt']);
  });

  it('is refused where it does not fit beside those before it, nested ones included', async () => {
    const bytes = zip({
      'a.txt': 'x'.repeat(50),
      'inner.zip': { content: zip({ 'b.txt': 'y'.repeat(90) }) },
      'c.txt': 'z',
    });
    const room = (held: number) => allowanceOf(held);
    expect(await names(bytes, room(1000))).toEqual(['a.zip!/a.txt', 'a.zip!/inner.zip!/b.txt', 'a.zip!/c.txt']);
    expect(await names(bytes, room(60))).toEqual(['a.zip!/a.txt', 'a.zip!/inner.zip too-large', 'a.zip!/c.txt']);
  });
});

describe('An upload that is no archive', () => {
  it('is its own only member, its first bytes seen and all of them there', async () => {
    const bytes = Buffer.from('PK or not');
    for (const upload of [{ name: 'a.zip', bytes }, pipe(bytes, 2)]) {
      for await (const one of unpack(upload)) {
        if (one.kind === 'refused') throw new Error(one.refusal.code);
        expect(Buffer.from(one.member.head).toString()).toBe('PK or not');
        expect(Buffer.from(await one.member.hold()).toString()).toBe('PK or not');
      }
    }
  });

  it('is refused with the reason where its disk fails in the middle', async () => {
    const failing: AnyUpload = {
      name: 'a.txt',
      size: 100_000,
      // eslint-disable-next-line @typescript-eslint/require-await -- a disk whose first piece is there already
      chunks: async function* () {
        yield new Uint8Array(70_000);
        throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
      },
    };
    expect(await namesOf(failing)).toEqual(['a.txt unreadable']);
  });
});
