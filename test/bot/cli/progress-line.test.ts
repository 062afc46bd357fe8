/** The line on a terminal that says how far a long reading has come. */
import { createProgressLine, FIRST_SHOWN_MS, SHOWN_EVERY_MS } from '../../../bot/cli/progress-line';

const MEGABYTE = 1024 * 1024;
const at = (megabytes: number, name = 'Security.evtx', totalBytes: number | null = 256 * MEGABYTE) => ({
  name,
  totalBytes,
  bytesRead: megabytes * MEGABYTE,
  matches: 14,
  allBytesRead: megabytes * MEGABYTE,
});

function terminal(isTTY: boolean) {
  const written: string[] = [];
  let now = 0;
  const line = createProgressLine({ isTTY, write: (text) => written.push(text) }, () => now);
  return { written, line, pass: (milliseconds: number) => (now += milliseconds) };
}

test('A short reading shows nothing', () => {
  const { written, line, pass } = terminal(true);
  pass(FIRST_SHOWN_MS - 1);
  line.show(at(4));
  line.clear();
  expect(written).toEqual([]);
});

test('A long reading is shown on one line, at a sane rate, and the line is taken away', () => {
  const { written, line, pass } = terminal(true);
  pass(FIRST_SHOWN_MS);
  line.show(at(120));
  pass(SHOWN_EVERY_MS - 1);
  line.show(at(121));
  pass(1);
  line.show(at(122));
  line.clear();
  line.clear();
  expect(written).toEqual([
    '\r\u001B[KReading Security.evtx: 120 of 256 MB, 14 matches',
    '\r\u001B[KReading Security.evtx: 122 of 256 MB, 14 matches',
    '\r\u001B[K',
  ]);
});

test('Nothing is shown where the output is no terminal', () => {
  const { written, line, pass } = terminal(false);
  pass(10 * FIRST_SHOWN_MS);
  line.show(at(120));
  line.clear();
  expect(written).toEqual([]);
});

test('A name from an archive cannot give orders to the terminal, and a long one is shown by its end', () => {
  const { written, line, pass } = terminal(true);
  pass(FIRST_SHOWN_MS);
  line.show(at(1, `a.zip!/${'x'.repeat(60)}\u001B[2J\n.evtx`, null));
  expect(written[0]).toMatch(/^\r\u001B\[KReading …x{31}\[2J\.evtx: 1 MB, 14 matches$/);
});

test('Of several files the line says which of them is read, and of one alone nothing', () => {
  const { written, line, pass } = terminal(true);
  pass(FIRST_SHOWN_MS);
  line.showFile({ name: 'a.txt', number: 1, total: 1 });
  line.showFile({ name: 'b.txt', number: 251, total: 1900 });
  pass(SHOWN_EVERY_MS);
  line.show(at(8));
  expect(written).toEqual([
    '\r\u001B[KReading b.txt (file 251 of 1900)',
    '\r\u001B[KReading Security.evtx: 8 of 256 MB, 14 matches (file 251 of 1900)',
  ]);
});
