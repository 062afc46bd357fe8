/**
 * `netsh winhttp show proxy`: the proxy of system services, which IP-HTTPS uses too.
 *
 *     Current WinHTTP proxy settings:
 *
 *         Direct access (no proxy server).
 *
 * or `    Proxy Server(s) :  proxy.contoso.com:8080` with a `Bypass List` below it.
 */
import { type Line } from '../document';
import { field } from '../grammars/netsh';
import { spoken } from '../grammars/languages/spoken';
import { type Draft } from '../reading';
import { type Command, defineCommand, type Output } from './command';

export const winHttpProxy: Command<'netsh-winhttp-proxy'> = defineCommand({
  id: 'netsh-winhttp-proxy',
  typed: 'netsh winhttp show proxy',
  shell: 'cmd',
  runOn: 'client',
  elevated: false,
  shows: 'The proxy of system services, which IP-HTTPS uses too.',
  sources: ['ipHttps'],
  once: true,
  runs: (commandLine) => /^netsh(?:\.exe)?\s+winhttp\s+show\s+proxy\b/i.test(commandLine),
  opens: (text) => isTitle(text),
  begins: (lines, index) => isTitle(lines[index]?.text ?? ''),
  ends: ({ text }) => isDirect(text),
  named: (fileName) => /winhttp|proxy/i.test(fileName),
  read,
});

const isTitle = (text: string): boolean => /winhttp/i.test(text) && /[:：]\s*$/.test(text) && text.length < 120;
/** A sentence in brackets at the end, in each language that is known to print it so. */
const isDirect = (text: string): boolean => DIRECT.test(text);

const DIRECT = new RegExp(`^\\s*(?:${spoken('directAccess')})[^:]{0,80}[.。)]\\s*$`, 'iu');

function read({ lines, closed, endsWhole }: Output): Draft<'netsh-winhttp-proxy'> {
  const titled = lines.findIndex(({ text }) => isTitle(text));
  // Without the title, only the sentence of direct access is its answer.
  const below = lines.slice(titled + 1).filter(({ text }) => text.trim() !== '' && (titled >= 0 || isDirect(text)));
  const [first, second] = below;
  const server = field(first?.text ?? '')?.value ?? '';
  const hasServer = first !== undefined && server !== '' && !isDirect(first.text);
  // The name of the server is whole where anything follows its line.
  const isFollowed = closed || second !== undefined || endsWhole !== false;
  const direct = first !== undefined && isDirect(first.text) ? first : undefined;
  const proven: Line | undefined = direct ?? (hasServer && isFollowed ? first : undefined);
  return {
    data: { proxy: hasServer && isFollowed ? server : null },
    complete: proven !== undefined,
    proofs: proven === undefined ? {} : { proxy: proven.number, closing: proven.number },
  };
}
