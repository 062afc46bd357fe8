/** Who talks in the local chat, and in which language. */
import { browserLocale } from '../../../bot/local/chat-identity';

test.each([
  ['de-DE,de;q=0.9,en-US;q=0.8', 'de-DE'],
  ['de', 'de'],
  ['en-GB,en;q=0.5', 'en-GB'],
  ['zh-Hans-CN', 'zh-Hans-CN'],
  ['*', 'en-US'],
  ['', 'en-US'],
  [undefined, 'en-US'],
  ['<script>', 'en-US'],
])('A browser that accepts %j is of the locale %s', (accepted, locale) => {
  expect(browserLocale(accepted)).toBe(locale);
});
