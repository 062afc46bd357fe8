/** Text from outside shows as text. */
import { text } from '../../cards/kit';
import { fitting, MAX_SENTENCE, MAX_WORD, shown } from '../../cards/outside-text';

test('A date macro is parted by a word joiner, so that no host replaces it', () => {
  expect(shown('{{DATE(2026-01-01T09:00:00Z,SHORT)}} {{time(x)}}')).toBe(
    '{\u2060{DATE(2026-01-01T09:00:00Z,SHORT)}} {\u2060{time(x)}}',
  );
});

test('Control characters are shown by their pictures', () => {
  expect(shown('a\u0000b\u001B[31mc\u007F\u0085')).toBe('a␀b␛[31mc␡\uFFFD');
});

test('Characters that reverse a line are shown by their code points', () => {
  expect(shown('gpj\u202Eexe')).toBe('gpj[U+202E]exe');
});

test('Direction marks, which Windows writes into dates, are dropped', () => {
  expect(shown('\u200E11/\u200E2/\u200E2026')).toBe('11/2/2026');
});

test('Half a surrogate pair becomes the replacement character', () => {
  expect(shown('a\uD800b')).toBe('a\uFFFDb');
});

test('A word that would leave a phone is cut in its middle, and its ends stay', () => {
  const cut = fitting(`serial 61f97870${'0'.repeat(40)}5e3b87b ends`);
  expect(cut).toMatch(/^serial 61f97870.*….*5e3b87b ends$/);
  expect(cut.split(' ')[1]).toHaveLength(MAX_WORD);
});

test('A long element of XML is cut behind its value, which is what the line proves', () => {
  expect(fitting('<failureErrorCode>13801</failureErrorCode>')).toBe('<failureErrorCode>13801…');
  const named = fitting('<failureErrorCode>ERROR_IPSEC_IKE_AUTH_FAIL</failureErrorCode>');
  expect(named).toMatch(/^<failure.*….*IKE_AUTH_FAIL…$/);
  expect(named).toHaveLength(MAX_WORD);
  expect(fitting('<port>500</port>')).toBe('<port>500</port>');
});

test('A word is never cut inside a character', () => {
  expect(fitting('😀'.repeat(40))).toMatch(/^(?:😀)+…(?:😀)+$/u);
});

test('A sentence without end is cut in its middle', () => {
  expect(fitting('long '.repeat(100_000)).length).toBeLessThanOrEqual(MAX_SENTENCE);
});

test('A TextBlock takes our own words only, which the compiler sees to', () => {
  const outside = ['x'].join('');
  // @ts-expect-error: text from outside is no literal of ours
  expect(text(outside).text).toBe('x');
});
