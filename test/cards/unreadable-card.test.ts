/** The card for uploads that could not be read. */
import { unreadableCard } from '../../cards/index';
import { savedToFile } from '../../cards/next-command-part';
import { context } from '../support/card-examples';
import { texts } from '../support/card-reading';
import { healthy, needsMore, picture, sasCommand, upload } from '../support/diagnosis-examples';

const read = (uploads: Parameters<typeof unreadableCard>[0]['uploads'], diagnosis: typeof needsMore | null) =>
  texts(unreadableCard({ uploads, diagnosis }, context));

test('It says first that the diagnosis stands and what it still waits for', () => {
  expect(read([picture, upload('ipconfig.txt')], needsMore).slice(0, 4)).toEqual([
    '!',
    'I could not read 1 of 2 files',
    'The diagnosis has not changed. It still waits for an output: Main mode and quick mode.',
    'CLIENT1 · sent 23 November 2026, 13:20',
  ]);
});

test('What both tunnels have is waited for once', () => {
  const decides = ['infra.main-mode', 'infra.quick-mode', 'intranet.main-mode', 'intranet.quick-mode'] as const;
  const waiting = { ...needsMore, next: { ...sasCommand, decides } };
  expect(read([picture], waiting)).toContain(
    'The diagnosis has not changed. It still waits for an output: Main mode and quick mode.',
  );
});

test('Each file has its reason and remedy, and those that were read are listed after them', () => {
  const shown = read([upload('ipconfig.txt'), picture], needsMore);
  expect(shown.slice(4, 10)).toEqual([
    '!',
    'IMG_4471.jpg',
    'Unreadable: It is a picture, and I read text. Copy the text of the window, or save it as shown below.',
    '✓',
    'ipconfig.txt',
    'Read: main mode SAs, complete.',
  ]);
});

test('It shows how to save the awaited output as a text file', () => {
  expect(read([picture], needsMore)).toContain(
    String.raw`(netsh advfirewall monitor show mmsa & netsh advfirewall monitor show qmsa) > "%PUBLIC%\Desktop\output.txt"`,
  );
});

test('A diagnosis that waits for nothing simply has not changed', () => {
  expect(read([picture], healthy)).toContain('The diagnosis has not changed.');
});

test('Before any diagnosis it asks for the listing of SAs', () => {
  expect(read([picture], null)).toContain('Nothing was read so far.');
});

test('A mention in a channel that brings no file is told why no file came', () => {
  expect(read([], null)[1]).toBe('No file reached me');
});

test.each([
  ['cmd', 'ipconfig /all', String.raw`ipconfig /all > "%PUBLIC%\Desktop\output.txt"`],
  ['cmd', 'ping -6 <ENDPOINT>', String.raw`ping -6 <ENDPOINT> > "%PUBLIC%\Desktop\output.txt"`],
  ['cmd', 'netsh trace > a.txt', 'netsh trace > a.txt'],
  [
    'powershell',
    'klist; whoami',
    String.raw`& { klist; whoami } | Out-File "$env:PUBLIC\Desktop\output.txt" -Width 500`,
  ],
] as const)('In %s the command %s is saved by %s', (shell, command, saved) => {
  expect(savedToFile({ shell, command })).toBe(saved);
});
