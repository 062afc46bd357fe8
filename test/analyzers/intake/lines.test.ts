/** Lines keep what they were, and their text loses what pasting and consoles do to it. */
import fc from 'fast-check';
import { MAX_LINE_CHARACTERS, physicalLines, toLines } from '../../../analyzers/intake/lines';
import { withoutDoubling } from '../../../analyzers/intake/doubled-lines';
import { withoutPasteMarks } from '../../../analyzers/intake/paste-marks';

const texts = (text: string) => toLines(text).lines.map((line) => line.text);

describe('A text', () => {
  it.each(['\r\n', '\n', '\r'])('falls into the same lines with any line end', (end) => {
    expect(texts(['a', 'b', '', 'c'].join(end))).toEqual(['a', 'b', '', 'c']);
  });

  it('falls into the lines that a regular expression finds, however its line ends are mixed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('\r', '\n', '\r\n', 'a', 'b')), (parts) => {
        const text = `${parts.join('')}z`;
        expect(toLines(text).lines.map(({ raw }) => raw)).toEqual(text.split(/\r\n|\n|\r/));
      }),
    );
  });

  it('falls into the same lines by its bytes as by its characters, each object standing for one text', () => {
    const words = fc.constantFrom(
      '\r',
      '\n',
      '\r\n',
      'Ok.',
      '    ',
      'Auth1:',
      'ComputerCert',
      '-'.repeat(70),
      'x'.repeat(201),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'grapheme-ascii' }))), (parts) => {
        const text = parts.join('');
        const found = physicalLines(text, Buffer.from(text, 'latin1'));
        expect(found).toEqual(physicalLines(text));
        expect(new Set(found.lines).size).toBeLessThanOrEqual(found.distinct.length);
      }),
    );
  });

  it('is read by its characters where its bytes are no ASCII', () => {
    const text = 'Geräte\r\nOk.\r\nGeräte';
    expect(physicalLines(text, Buffer.from(text)).lines.map(({ raw }) => raw)).toEqual(['Geräte', 'Ok.', 'Geräte']);
    expect(physicalLines(text, Buffer.from(text, 'latin1')).lines.map(({ raw }) => raw)).toEqual(text.split('\r\n'));
  });

  it('holds a line that comes again once', () => {
    const text = 'Ok.\nAuth1: ComputerCert\nOk.\n';
    for (const bytes of [undefined, Buffer.from(text)]) {
      const { lines, distinct } = physicalLines(text, bytes);
      expect(lines[2]).toBe(lines[0]);
      expect(distinct.length).toBeLessThan(lines.length + 1);
    }
  });

  it('ends whole where a line end stands behind its last line', () => {
    expect(toLines('Ok.\r\n').endsWhole).toBe(true);
    expect(toLines('Ok.').endsWhole).toBe(false);
  });

  it('ends whole where only blanks follow the last line end, as in a marked console window', () => {
    expect(toLines('Ok.\r\n   ')).toEqual({ lines: [{ number: 1, text: 'Ok.', raw: 'Ok.' }], endsWhole: true });
  });

  it('counts its lines from 1', () => {
    expect(toLines('a\n\nb\n').lines.map(({ number }) => number)).toEqual([1, 2, 3]);
  });
});

describe('A line', () => {
  it('keeps its raw form while its text is freed of what a chat made of it', () => {
    const raw = '\u201cAuth1\u201d:\u00a0Computer\u2013Cert\u200b\0';
    expect(toLines(raw).lines).toEqual([{ number: 1, text: '"Auth1": Computer-Cert', raw }]);
  });

  it('loses the colours of a terminal', () => {
    expect(texts('\u001b[32;1mName\u001b[0m : x')).toEqual(['Name : x']);
  });

  it('is cut where it is longer than any output prints it, but for an export of events', () => {
    expect(texts('x'.repeat(MAX_LINE_CHARACTERS + 1))[0]).toHaveLength(MAX_LINE_CHARACTERS);
    const events = `<Events>${'<Event/>'.repeat(MAX_LINE_CHARACTERS)}</Events>`;
    expect(texts(events)).toEqual([events]);
  });
});

describe('A copy of a console window', () => {
  const long = `QuickModeSecMethods:                  ${'ESP:SHA1-None+60min+100000kb,'.repeat(3)}`;

  it.each([80, 120])('of %i columns gets its long lines back', (width) => {
    const line = long.padEnd(width + 20, 'x');
    const copied = ['Auth1: ComputerCert', line.slice(0, width), line.slice(width), 'Ok.'].join('\n');
    expect(texts(copied)).toEqual(['Auth1: ComputerCert', line, 'Ok.']);
    expect(toLines(copied).lines.map(({ number }) => number)).toEqual([1, 2, 4]);
    expect(toLines(copied).lines[1]!.raw).toBe(line.slice(0, width));
  });

  it('joins nothing where a labelled line, a closing word or a blank line follows', () => {
    const row = 'x'.repeat(80);
    for (const next of ['Auth2: UserNTLM', '    Auth2:  UserNTLM', 'Ok.', '', 'C:\\Windows>']) {
      expect(texts([row, next, 'end'].join('\n'))).toEqual([row, next, 'end']);
    }
  });

  it('joins nothing where the longest line has another width', () => {
    expect(texts(`${'x'.repeat(81)}\ny\nz`)).toHaveLength(3);
  });

  it('joins no dashes', () => {
    expect(texts(`${'-'.repeat(80)}\nShare  Disk\nend`)).toHaveLength(3);
  });
});

describe('A paste', () => {
  const pasted = (text: string) => withoutPasteMarks(toLines(text).lines).lines.map((line) => line.text);

  it('loses a code fence', () => {
    expect(pasted('```text\nOk.\n```\nThanks')).toEqual(['', 'Ok.', '', 'Thanks']);
    expect(withoutPasteMarks(toLines('```text\nOk.\n```').lines).endsWhole).toBe(true);
  });

  it('loses an indentation that all its lines share, and keeps that of single ones', () => {
    expect(pasted('    a\n\n      b')).toEqual(['a', '', '  b']);
    expect(pasted('a\n    b')).toEqual(['a', '    b']);
  });

  it('loses the marks of a quoted reply, whatever was written above and below it', () => {
    expect(pasted('> a\n>\n> b')).toEqual(['a', '', 'b']);
    expect(pasted('> > a\n> > b')).toEqual(['a', 'b']);
    expect(pasted('> Ok.')).toEqual(['Ok.']);
    expect(pasted('Here:\n> a\n> b\n\nThanks')).toEqual(['Here:', 'a', 'b', '', 'Thanks']);
  });

  it('keeps a sign that looks like the mark of a reply where it begins one line only, or lines that are not together', () => {
    expect(pasted('> a\nb')).toEqual(['> a', 'b']);
    expect(pasted('> a\nb\n> c')).toEqual(['> a', 'b', '> c']);
  });
});

describe('A document with doubled line ends', () => {
  it('loses the blank lines between', () => {
    const doubled = ['a', 'b', 'c', 'd'].join('\n\n');
    expect(withoutDoubling(toLines(`${doubled}\n\n`).lines).map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('keeps the blank lines of another document', () => {
    const lines = toLines('a\n\nb\nc\n\nd\ne\n\n').lines;
    expect(withoutDoubling(lines)).toBe(lines);
  });
});
